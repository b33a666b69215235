/** Kept findings, the answers that more reading can turn into one, and those that were closed. */
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { noteSteps } from './alert-steps.ts'
import { rowsOf, type Client } from './database.ts'
import { atOnce } from './prompt-client.ts'

export interface FindingRow {
  readonly rule: string
  readonly version: number
  readonly subject_kind: 'item' | 'signature' | 'incident' | 'actor'
  /** An item's id, or a signature's number. */
  readonly subject: string
  /** 0 where the rule asks of no side. */
  readonly side: number
  readonly area: string
  readonly handling: number
  readonly team: string
  readonly answer: string
  readonly grade: string | null
  readonly kept: boolean
  readonly class: string | null
  /** To which level its signature must be read: 2 type, 3 marks. */
  readonly reading: number | null
  /** How many readings of that class and level came and went so far; not stored. Null: it does not rest on reading. */
  readonly read: { readonly came: number; readonly went: number } | null
  /** At how many that came, or went, it is judged again; null: never on that account. */
  readonly judge_at_came: number | null
  readonly judge_at_went: number | null
  readonly day: string | null
  readonly incident: string | null
  /** What it is about, as `core/attention/family.ts` has it, and what it weighs. */
  readonly family: string
  readonly above: string
  readonly weight: number
  /** Of materiel that incidents share, where that is raised: how many; else 0. */
  readonly carriers: number
  /** JSON texts. */
  readonly facts: string
  readonly settings: string
}

/** A finding as it stood before it was judged again. */
export interface StandingRow extends Omit<FindingRow, 'read'> {
  readonly id: string
  readonly raised_at: string
  readonly weighed_at: string
  readonly weight_first: number
  /** What it weighed in between, a line each in order, with since when: `55 2026-01-13T12:00:00.000Z`. */
  readonly rises: string
  readonly bulk: boolean
  readonly grown_at: string
}

const keyOf = (row: Omit<FindingRow, 'read'>) =>
  [row.subject, row.rule, row.side, row.area, row.handling, row.team].join(' ')

/** What is judged, also where nothing comes of it. */
export interface JudgedSubjects {
  readonly subjects: readonly { readonly rule: string; readonly subject: string }[]
  /** Incidents whose items are all judged: one that was theirs and is no longer keeps no finding there. */
  readonly incidents: readonly string[]
}

/** The findings of these subjects, each under its rule, as they stand. */
export async function standingFindings(
  client: Client,
  store: Store,
  judged: JudgedSubjects,
): Promise<readonly StandingRow[]> {
  if (judged.subjects.length + judged.incidents.length === 0) return []
  const columns = `id, rule, version, subject_kind, subject, side, area, handling, team, answer, grade, kept, class, reading,
    judge_at_came::float8 as judge_at_came, judge_at_went::float8 as judge_at_went, day, incident, family, above, weight,
    facts, settings, raised_at, weighed_at, weight_first, rises, bulk, carriers, grown_at`
  const asked = new Set(judged.subjects.map(({ rule, subject }) => `${subject} ${rule}`))
  const incidents = new Set(judged.incidents)
  const isOfIncident = ({ incident, subject_kind: kind }: StandingRow) =>
    kind === 'item' && incident !== null && incidents.has(incident)
  const rows = await rowsOf<StandingRow>(
    client,
    // Asked one by one: the planner would read all findings there are, where it takes them for few.
    `select f.* from unnest($2::text[]) asked (subject) cross join lateral (
       select ${columns} from findings f where node_id = $1 and f.subject = asked.subject offset 0) f
     union all
     select ${columns} from findings where node_id = $1 and incident = any ($3) and subject_kind = 'item'`,
    [store.nodeId, [...new Set(judged.subjects.map(({ subject }) => subject))], judged.incidents],
  )
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  return [...known.values()].filter((row) => asked.has(`${row.subject} ${row.rule}`) || isOfIncident(row))
}

/**
 * Brings what stood before to what was judged now. A finding whose answer and grade stay keeps its id and the time at
 * which it was raised. Answers what is newly raised.
 */
export async function settleFindings(
  client: Client,
  store: Store,
  judged: { readonly before: readonly StandingRow[]; readonly findings: readonly FindingRow[] },
  {
    at,
    newId,
    bulk,
  }: { readonly at: (subject: string) => string; readonly newId: () => string; readonly bulk: boolean },
): Promise<readonly { readonly id: string; readonly finding: FindingRow }[]> {
  const before = new Map(judged.before.map((row) => [keyOf(row), row]))
  const rows: Row[] = []
  const gone = new Set([...before.values()].map(({ id }) => id))
  const raised: { id: string; finding: FindingRow }[] = []
  const changed: string[] = []
  const risen = new Set<string>()
  for (const finding of judged.findings) {
    const old = before.get(keyOf(finding))
    if (old !== undefined && isSame(old, finding)) {
      gone.delete(old.id)
      continue
    }
    const stays =
      old !== undefined && old.kept === finding.kept && old.answer === finding.answer && old.grade === finding.grade
    const id = old?.id ?? newId()
    const { read: _read, ...kept } = finding
    const stood = stays ? old : null
    const now = at(finding.subject)
    const grown_at = stood === null || finding.carriers > stood.carriers ? now : stood.grown_at
    rows.push({ ...kept, ...standing(stood, finding.weight, { at: now, bulk }), grown_at, node_id: store.nodeId, id })
    if (finding.kept) changed.push(id)
    if (stood?.kept === true && !isLighter(stood, finding)) risen.add(stood.id)
    if (finding.kept && !stays) raised.push({ id, finding })
  }
  const fallen = [...before.values()].filter((row) => row.kept && gone.has(row.id) && !risen.has(row.id))
  // The steps are counted from the findings: statements are answered in order.
  await atOnce(client, [
    () => deleteFindings(client, store, [...gone]),
    () => copyRows(client, store.shape('findings'), rows),
    () => noteSteps(client, store.nodeId, { changed, fallen }),
  ])
  return raised
}

async function deleteFindings(client: Client, { nodeId }: Store, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query('delete from findings where node_id = $1 and id = any ($2)', [nodeId, ids])
}

/** A finding that was kept and is kept no more, in one view. */
export interface ClosedRow extends Pick<
  StandingRow,
  | 'id'
  | 'rule'
  | 'version'
  | 'subject_kind'
  | 'subject'
  | 'side'
  | 'area'
  | 'handling'
  | 'team'
  | 'answer'
  | 'grade'
  | 'incident'
  | 'facts'
  | 'settings'
  | 'raised_at'
> {
  readonly closed_at: string
  /** False: the view did not close it, and the row hides that a narrower one did. */
  readonly held: boolean
  /** From which leaf on, and up to which, lies what moved it; null: the rules themselves changed. */
  readonly moved_from: number | null
  readonly moved_to: number | null
}

export async function keepClosed(client: Client, store: Store, rows: readonly ClosedRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into closed_findings select (json_populate_record(null::closed_findings, r)).*
       from json_array_elements($1::json) r on conflict do nothing`,
    [JSON.stringify(rows.map((row) => ({ node_id: store.nodeId, ...row })))],
  )
}

/** Another weight or another thing that it is about: what was noted of it does not hold any more. */
const isLighter = (old: StandingRow, { weight, family, above, incident }: FindingRow): boolean =>
  weight < old.weight || family !== old.family || above !== old.above || incident !== old.incident

/**
 * Since when it weighs what it weighs. One that stays keeps what it weighed first, and each weight that it came to since:
 * what a week that is over was told of it holds. One that falls weighs that much since it first weighed more.
 */
function standing(
  old: StandingRow | null,
  weight: number,
  { at, bulk }: { readonly at: string; readonly bulk: boolean },
): Pick<StandingRow, 'raised_at' | 'weighed_at' | 'weight_first' | 'rises' | 'bulk'> {
  if (old === null) return { raised_at: at, weighed_at: at, weight_first: weight, rises: '', bulk }
  const { raised_at, weight_first: first, bulk: inBulk } = old
  // Before weights there were none: it has what it has from the day on which it was raised.
  if (old.weight === 0 || weight <= first)
    return { raised_at, weighed_at: raised_at, weight_first: weight, rises: '', bulk: inBulk }
  const steps = [...linesOf(old.rises), `${old.weight} ${old.weighed_at}`].map((written) => {
    const [of = '', since = ''] = written.split(' ')
    return { written, weight: Number(of), since }
  })
  const rises = steps
    .filter((one) => one.weight > first && one.weight < weight)
    .map(({ written }) => written)
    .join('\n')
  const weighed_at = steps.find((one) => one.weight >= weight)?.since ?? at
  return { raised_at, weighed_at, weight_first: first, rises, bulk: inBulk }
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

const isSame = (
  old: StandingRow,
  { read, judge_at_came: came, judge_at_went: went, ...finding }: FindingRow,
): boolean =>
  (Object.keys(finding) as (keyof typeof finding)[]).every((name) => old[name] === finding[name]) &&
  isSoonEnough(old.judge_at_came, came, read?.came) &&
  isSoonEnough(old.judge_at_went, went, read?.went)

/** One that is still to come, and sooner than it need be, does as well: most rows then stay as they are. */
const isSoonEnough = (old: number | null, wanted: number | null, now: number | undefined): boolean =>
  old === wanted || (old !== null && now !== undefined && old > now && (wanted === null || old <= wanted))
