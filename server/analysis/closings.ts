/** Which findings a judging closes, and in which views: kept before as the view had it, and kept no more. */
import type { ClosedRow, FindingRow, StandingRow } from '#store/findings.ts'
import { isSeenBy, saidBelow, viewsThatDiffer, type View } from './view.ts'

type Judged = Omit<FindingRow, 'read'>
type Closing = Pick<ClosedRow, 'closed_at' | 'moved_from' | 'moved_to'>

/** `moved`: when and by what a subject came to be judged. */
export function closingsOf(
  before: readonly StandingRow[],
  now: readonly FindingRow[],
  moved: (subject: string) => Closing,
): readonly ClosedRow[] {
  if (!before.some(({ kept }) => kept)) return []
  const standing = Map.groupBy(before, aboutKey)
  const judged = Map.groupBy(
    now.filter((row) => standing.has(aboutKey(row))),
    aboutKey,
  )
  return [...standing].flatMap(([key, was]) => {
    const is = judged.get(key) ?? []
    if (!was.some(({ kept }) => kept) || saysTheSame(was, is)) return []
    const closed = closedViews(was, is)
    return closed.map(({ view, row, held }) => closedRow(row, view, { ...moved(row.subject), held }))
  })
}

const aboutKey = ({ subject, rule, side, area }: Judged) => `${subject} ${rule} ${side} ${area}`

const viewOf = ({ handling, team }: Judged): View => ({ level: handling, team })
const isSame = (a: View, b: View) => a.level === b.level && a.team === b.team

/** Every view has a row where it had one, kept as it was. */
const saysTheSame = (was: readonly Judged[], is: readonly Judged[]): boolean =>
  was.length === is.length &&
  was.every((row) => is.some((other) => isSame(viewOf(row), viewOf(other)) && other.kept === row.kept))

interface ClosedView {
  readonly view: View
  readonly row: StandingRow
  readonly held: boolean
}

/** The views that had it kept and have it no more; and those above them that did not, so that nobody there reads it. */
function closedViews(was: readonly StandingRow[], is: readonly Judged[]): readonly ClosedView[] {
  const closed: ClosedView[] = []
  for (const view of viewsAmong([...was, ...is])) {
    const had = widest(view, was)
    const held = had?.kept === true && widest(view, is)?.kept !== true
    const below = closed.findLast((one) => isSeenBy(view, one.view))
    if (held) closed.push({ view, row: had, held })
    else if (below !== undefined) closed.push({ view, row: below.row, held })
  }
  return closed
}

const viewsAmong = (rows: readonly Judged[]): readonly View[] => {
  const own = rows.map(viewOf)
  return viewsThatDiffer(own).filter((view) => own.some((one) => isSame(view, one)))
}

/** What a view has: its own row, else that of the widest view below it. */
function widest<R extends Judged>(view: View, rows: readonly R[]): R | undefined {
  const own = rows.find((row) => isSame(view, viewOf(row)))
  if (own !== undefined) return own
  const inOrder = rows.toSorted((a, b) => a.handling - b.handling || (a.team < b.team ? -1 : 1))
  return saidBelow(
    view,
    inOrder.map((row) => [viewOf(row), row] as const),
  )
}

const closedRow = (
  row: StandingRow,
  { level, team }: View,
  closing: Closing & { readonly held: boolean },
): ClosedRow => ({
  id: row.id,
  rule: row.rule,
  version: row.version,
  subject_kind: row.subject_kind,
  subject: row.subject,
  side: row.side,
  area: row.area,
  handling: level,
  team,
  answer: row.answer,
  grade: row.grade,
  incident: row.incident,
  facts: row.facts,
  settings: row.settings,
  raised_at: row.raised_at,
  ...closing,
})
