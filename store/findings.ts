/** Kept findings, and the watched answers that an arrival can turn into one. */
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client } from './database.ts'

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
  readonly level: string | null
  readonly watched: boolean
  readonly day: string | null
  readonly n: number | null
  readonly incident: string | null
  /** JSON texts. */
  readonly facts: string
  readonly settings: string
}

interface StandingRow extends FindingRow {
  readonly id: string
  readonly raised_at: string
}

const keyOf = (row: FindingRow) => [row.subject, row.rule, row.side, row.area, row.handling, row.team].join(' ')

/**
 * Brings the findings of these subjects under these rules to what was judged now. A finding whose answer and grade
 * stay keeps its id and the time at which it was raised.
 */
export async function settleFindings(
  client: Client,
  store: Store,
  judged: {
    readonly subjects: readonly string[]
    readonly rules: readonly string[]
    readonly findings: readonly FindingRow[]
  },
  { at, newId }: { readonly at: string; readonly newId: () => string },
): Promise<readonly { readonly id: string; readonly finding: FindingRow }[]> {
  if (judged.subjects.length === 0) return []
  const before = new Map(
    (
      await rowsOf<StandingRow>(
        client,
        `select id, rule, version, subject_kind, subject, side, area, handling, team, answer, grade, kept, class, level,
                watched, day, n::float8 as n, incident, facts, settings, raised_at
           from findings where node_id = $1 and subject = any ($2) and rule = any ($3)`,
        [store.nodeId, judged.subjects, judged.rules],
      )
    ).map((row) => [keyOf(row), row]),
  )
  const rows: Row[] = []
  const gone = new Set([...before.values()].map(({ id }) => id))
  const raised: { id: string; finding: FindingRow }[] = []
  for (const finding of judged.findings) {
    const old = before.get(keyOf(finding))
    if (old !== undefined && isSame(old, finding)) {
      gone.delete(old.id)
      continue
    }
    const stays =
      old !== undefined && old.kept === finding.kept && old.answer === finding.answer && old.grade === finding.grade
    const id = old?.id ?? newId()
    rows.push({ ...finding, node_id: store.nodeId, id, raised_at: stays ? old.raised_at : at })
    if (finding.kept && !stays) raised.push({ id, finding })
  }
  if (gone.size > 0) {
    await client.query('delete from findings where node_id = $1 and id = any ($2)', [store.nodeId, [...gone]])
  }
  await copyRows(client, store.shape('findings'), rows)
  return raised
}

const isSame = (old: StandingRow, finding: FindingRow) =>
  (Object.keys(finding) as (keyof FindingRow)[]).every((name) => old[name] === finding[name])
