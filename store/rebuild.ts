/** Empties what is not the ledger, and tells whether two states of a table are equal. */
import { noteAllSteps } from './alert-steps.ts'
import { rowsOf, type Client } from './database.ts'
import { tableOf } from './projection.ts'

export const projections: readonly string[] = [...Object.values(tableOf), 'informants', 'item_marks', 'past_revisions']

export const derivedTables: readonly string[] = [
  'signatures',
  'incident_signatures',
  'study_signatures',
  'signature_counts',
  'incident_readings',
  'reading_counts',
  'reading_spans',
  'serial_numbers',
  'findings',
  'alert_steps',
  'pending_incidents',
  'pending_items',
  'pending_signatures',
]

export interface Fingerprint {
  readonly rows: number
  /** The sum of the rows' hashes: equal for equal rows in whatever order. */
  readonly sum: string
}

export async function fingerprint(client: Client, nodeId: number, table: string): Promise<Fingerprint> {
  const [row] = await rowsOf<{ rows: string; sum: string | null }>(
    client,
    `select count(*) as rows, sum(hashtextextended(t::text, 0)::numeric)::text as sum from ${table} t where node_id = $1`,
    [nodeId],
  )
  return { rows: Number(row?.rows ?? 0), sum: row?.sum ?? '0' }
}

export async function emptyTable(client: Client, nodeId: number, table: string): Promise<void> {
  await client.query(`delete from ${table} where node_id = $1`, [nodeId])
}

/** Sets aside what findings said and when they were raised. */
export async function setFindingsAside(client: Client, nodeId: number): Promise<void> {
  await client.query(
    `create temporary table findings_before on commit drop as
     select id, rule, version, subject_kind, subject, side, area, handling, team, answer, grade, kept, incident, raised_at,
            weight, weight_first, weighed_at, rises, bulk, carriers, grown_at,
            case when kept then facts end as facts, case when kept then settings end as settings
       from findings where node_id = $1`,
    [nodeId],
  )
}

/**
 * A finding that says what it said keeps its id and time; one that is lost is closed. Answers how many kept ones differ,
 * were lost or are new.
 */
export async function takeFindingsBack(
  client: Client,
  nodeId: number,
  at: string,
): Promise<{ readonly kept: number; readonly different: number }> {
  await client.query(
    `update findings f set id = b.id, raised_at = b.raised_at, bulk = b.bulk,
            grown_at = case when f.carriers = b.carriers then b.grown_at else b.raised_at end,
            rises = case when f.weight = b.weight then b.rises else '' end,
            weighed_at = case when f.weight = b.weight then b.weighed_at else b.raised_at end,
            weight_first = case when f.weight = b.weight then b.weight_first else f.weight end
       from findings_before b
      where f.node_id = $1 and f.rule = b.rule and f.subject = b.subject and f.side = b.side and f.area = b.area
        and f.handling = b.handling and f.team = b.team and f.answer = b.answer and f.grade is not distinct from b.grade
        and f.kept = b.kept`,
    [nodeId],
  )
  await client.query(
    `insert into closed_findings (node_id, subject, rule, side, area, handling, team, closed_at, id, held, version,
            subject_kind, answer, grade, incident, facts, settings, raised_at)
     select $1, b.subject, b.rule, b.side, b.area, b.handling, b.team, $2, b.id, true, b.version,
            b.subject_kind, b.answer, b.grade, b.incident, b.facts, b.settings, b.raised_at
       from findings_before b
      where b.kept and not exists (
        select from findings f where f.node_id = $1 and f.kept and f.rule = b.rule and f.subject = b.subject
           and f.side = b.side and f.area = b.area and f.handling = b.handling and f.team = b.team)
     on conflict do nothing`,
    [nodeId, at],
  )
  await noteAllSteps(client, nodeId)
  const [row] = await rowsOf<{ kept: string; different: string }>(
    client,
    `select count(*) filter (where coalesce(f.kept, false)) as kept,
            count(*) filter (where coalesce(f.kept, b.kept) and (f.answer, f.grade, f.kept) is distinct from (b.answer, b.grade, b.kept)) as different
       from (select * from findings where node_id = $1) f full join findings_before b using (rule, subject, side, area, handling, team)`,
    [nodeId],
  )
  return { kept: Number(row?.kept ?? 0), different: Number(row?.different ?? 0) }
}
