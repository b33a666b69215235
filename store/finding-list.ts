/** Lists kept findings as a reader may see them, newest first, by keyset. */
import type { StoredFinding } from './finding-row.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface FindingFilter {
  readonly rule?: string | undefined
  /** An incident's id. */
  readonly incident?: string | undefined
  /** Ids of items, numbers of signatures. */
  readonly subjects?: readonly string[] | undefined
  /** An ISO code of a country or region. */
  readonly area?: string | undefined
  readonly since?: string | undefined
  /** Raised exactly then. */
  readonly at?: string | undefined
  /** The finding after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Only a signature's subject is a number. */
const signatureOf = (finding: string) =>
  `case when ${finding}.subject_kind = 'signature' then ${finding}.subject::bigint end`

/**
 * Whether a finding's item or one that carries its signature lies in the area. Scalar subselects are asked finding by
 * finding; as `exists` they would first gather every incident there is.
 */
export const liesIn = (finding: string, area: string): string => `(
  (select i.country = ${area} or i.region = ${area} from incidents i
    where i.node_id = ${finding}.node_id and i.id = ${finding}.incident)
  or (select true from incident_signatures t join incidents i on i.node_id = t.node_id and i.id = t.incident
       where t.node_id = ${finding}.node_id and t.signature = ${signatureOf(finding)}
         and (${finding}.side = 0 or t.side = ${finding}.side) and (i.country = ${area} or i.region = ${area}) limit 1))`
const columns = `f.id, f.rule, f.version, f.subject_kind, f.subject, f.side, f.area, f.handling, f.answer, f.grade, f.facts, f.settings, f.raised_at`

/** Where a wider view has its own answer, that one speaks. */
const notHidden = `not exists (
  select from findings h where h.node_id = f.node_id and h.subject = f.subject and h.rule = f.rule and h.side = f.side
     and h.area = f.area and (h.handling, h.team) > (f.handling, f.team) and (h.kept or h.subject_kind = 'item'))`

export async function keptFindings(
  db: Queryable,
  nodeId: number,
  filter: FindingFilter,
): Promise<readonly StoredFinding[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['f.node_id = $1', 'f.kept', notHidden]
  if (filter.rule !== undefined) where.push(`f.rule = ${value(filter.rule)}`)
  if (filter.since !== undefined) where.push(`f.raised_at >= ${value(filter.since)}`)
  if (filter.at !== undefined) where.push(`f.raised_at = ${value(filter.at)}`)
  if (filter.incident !== undefined) {
    const id = value(filter.incident)
    // The subjects first, so that two indexes find the findings; a walk through all of them would not end.
    where.push(`(f.incident = ${id} or f.subject = any (array(
        select t.signature::text from incident_signatures t where t.node_id = $1 and t.incident = ${id})))
      and (f.incident = ${id} or f.side = 0 or exists (
        select from incident_signatures t where t.node_id = f.node_id and t.incident = ${id}
           and t.signature = ${signatureOf('f')} and t.side = f.side))`)
  }
  if (filter.subjects !== undefined) where.push(`f.subject = any (${value(filter.subjects)})`)
  if (filter.area !== undefined) {
    where.push(liesIn('f', value(filter.area)))
  }
  if (filter.after !== undefined) {
    where.push(
      `(f.raised_at, f.subject, f.rule, f.side, f.id) <
        (select raised_at, subject, rule, side, id from findings where node_id = $1 and id = ${value(filter.after)})`,
    )
  }
  return rowsOf<StoredFinding>(
    db,
    `select ${columns} from findings f where ${where.join(' and ')} order by f.raised_at desc, f.subject desc, f.rule desc, f.side desc, f.id desc limit ${value(filter.limit)}`,
    values,
  )
}

export const findingsById = (
  db: Queryable,
  nodeId: number,
  ids: readonly string[],
): Promise<readonly StoredFinding[]> =>
  rowsOf<StoredFinding>(db, `select ${columns} from findings f where f.node_id = $1 and f.id = any ($2)`, [nodeId, ids])
