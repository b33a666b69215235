/** Findings that no longer hold: since when, by what was recorded or changed then, and what the rule answers now. */
import type { FindingAnswer } from '#api/routes.ts'
import { text, type Text } from '#core/lib/text.ts'
import { saySignature } from '#core/linking/say-signature.ts'
import type { SettingName } from '#core/record/kinds.ts'
import { isRule, tellKept } from '#core/screening/rules.ts'
import {
  closedFindings,
  knowledgeAmong,
  namedOfKind,
  ownAmong,
  type ClosedFilter,
  type ClosedFinding,
  type MovedBy,
} from '#store/closed-list.ts'
import { itemFacts } from '#store/facts.ts'
import type { StoredFinding } from '#store/finding-row.ts'
import { printedRef } from '#store/refs.ts'
import { rulesOf } from '../analysis/setting-reaches.ts'
import { answersNow } from './answers-now.ts'
import { aboutFindings, judgedOfNone, printed, type About } from './print-findings.ts'
import type { Reading } from './reading.ts'

type Closed = NonNullable<FindingAnswer['closed']>

/** Of several closings of one question the last. What its reader would still be answered is not closed for them. */
export async function closedOnes(reading: Reading, filter: ClosedFilter): Promise<readonly FindingAnswer[]> {
  const { client, nodeId } = reading
  const closings = await closedFindings(client, nodeId, filter)
  const rows = [...Map.groupBy(closings, keyOf).values()].flatMap(([last]) => last ?? [])
  if (rows.length === 0) return []
  const about = await aboutFindings(reading, rows)
  const ids = rows.flatMap(({ subject, subject_kind: kind }) => (kind === 'item' ? [subject] : []))
  const items = await itemFacts(client, nodeId, [...new Set(ids)])
  const judged = new Map((await answersNow(reading, items)).map((now) => [`${now.rule} ${now.subject}`, now]))
  const causes = await causesOf(reading, rows)
  return rows.flatMap((row, n) => {
    const own = about.get(row.id)
    const found = own ?? uncarried(reading, row)
    const now = row.subject_kind === 'item' ? judged.get(`${row.rule} ${row.subject}`) : found?.judgement
    if (found === null || (now?.answer === row.answer && now.grade === row.grade)) return []
    const finding = row.subject_kind === 'item' ? printed(row, found) : nameOnly(row, found)
    const by = causes[n] ?? { because: othersRead, by: [] }
    return [{ ...finding, closed: { at: row.closed_at, ...by, now: now === undefined ? null : told(row, found, now) } }]
  })
}

const keyOf = ({ rule, subject, side, area }: ClosedFinding) => `${rule} ${subject} ${side} ${area}`

/** A signature that nothing carries any more, by the text that its closing kept. */
function uncarried(reading: Reading, row: ClosedFinding): About | null {
  const { signature } = JSON.parse(row.facts) as { readonly signature?: string }
  if (row.subject_kind !== 'signature' || signature === undefined) return null
  const subject = { kind: row.subject_kind, ref: signature }
  return { judgement: judgedOfNone(reading, row), subject, sample: null, items: [], incidents: [] }
}

/** What a signature's finding rested on was counted when it was read: its answer is kept, not its numbers. */
function nameOnly(row: ClosedFinding, about: About): FindingAnswer {
  const { answer, grade } = row
  const name = saySignature(about.subject.ref)
  const says = text(`${name.en}.`, `${name.fr}.`)
  return { ...printed(row, about), answer, grade, says, grounds: [], limits: [], n: null }
}

function told(row: ClosedFinding, { subject }: About, now: StoredFinding | About['judgement']): Closed['now'] {
  if (!isRule(row.rule)) throw new Error(`no rule ${row.rule}`)
  const { answer, grade } = now
  const facts: unknown = 'id' in now ? JSON.parse(now.facts) : now.facts
  return { answer, grade, says: tellKept(row.rule, { answer, grade, raised: false, facts }, subject).says }
}

type Cause = Pick<Closed, 'because' | 'by'>

/** In the order of the rows. Only what the reader sees can have moved what the reader saw. */
async function causesOf({ client, nodeId }: Reading, rows: readonly ClosedFinding[]): Promise<readonly Cause[]> {
  const ranges = rows.map(({ moved_from: from, moved_to: to }) => (from === null || to === null ? null : { from, to }))
  const known = new Map<string, readonly MovedBy[]>()
  for (const range of ranges) {
    const key = JSON.stringify(range)
    if (range !== null && !known.has(key)) known.set(key, await knowledgeAmong(client, nodeId, range))
  }
  const own = await ownAmong(
    client,
    nodeId,
    rows.flatMap(({ subject, subject_kind: kind }, n) => {
      const range = ranges[n] ?? null
      return kind === 'item' && range !== null ? [{ id: subject, ...range }] : []
    }),
  )
  return rows.map((row, n) => {
    if (ranges[n] === null) return { because: rulesChanged, by: [] }
    const moved = (known.get(JSON.stringify(ranges[n])) ?? []).filter((one) => canMove(row, one))
    return cause(row, [...own.filter(({ item }) => item === row.subject), ...moved])
  })
}

function canMove({ rule, subject_kind: subject }: ClosedFinding, { kind, setting }: MovedBy): boolean {
  if (setting !== null) return (rulesOf(setting as SettingName) as readonly string[]).includes(rule)
  return subject === 'item' || kind === 'actor' || kind === 'area'
}

function cause({ subject_kind: subject }: ClosedFinding, moved: readonly MovedBy[]): Cause {
  const by = moved.slice(0, namedOfKind).map((one) => ({ kind: one.kind, ref: printedRef(one) }))
  if (by.length === 0) return { because: subject === 'item' ? restChanged : othersRead, by }
  const refs = by.map(({ ref }) => ref).join(', ')
  return {
    by,
    because:
      moved.length > by.length
        ? text(`Recorded or changed then: ${refs} and others.`, `Enregistrés ou modifiés alors : ${refs} et d'autres.`)
        : text(`Recorded or changed then: ${refs}.`, `Enregistré ou modifié alors : ${refs}.`),
  }
}

const rulesChanged: Text = text('The rules changed with an update.', 'Les règles ont changé avec une mise à jour.')
const restChanged: Text = text(
  'What it rested on was recorded anew since.',
  'Ce sur quoi il reposait a été enregistré à nouveau depuis.',
)
const othersRead: Text = text('Other incidents were recorded then.', "D'autres incidents ont été enregistrés alors.")
