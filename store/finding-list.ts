/** Lists kept findings as a reader may see them, newest first, by keyset. */
import type { StoredFinding } from './finding-row.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface FindingFilter {
  readonly rule?: string | undefined
  /** An incident's id. */
  readonly incident?: string | undefined
  /** An item's id with the numbers of the signatures that it carries. */
  readonly item?: { readonly id: string; readonly signatures: readonly bigint[] } | undefined
  /** An ISO code of a country or region. */
  readonly area?: string | undefined
  readonly since?: string | undefined
  /** The finding after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Only a signature's subject is a number. */
const signatureOf = `case when f.subject_kind = 'signature' then f.subject::bigint end`
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
  if (filter.incident !== undefined) {
    const id = value(filter.incident)
    where.push(`(f.incident = ${id} or f.subject_kind = 'signature' and exists (
      select from incident_signatures t where t.node_id = f.node_id and t.incident = ${id}
         and t.signature = ${signatureOf} and (f.side = 0 or t.side = f.side)))`)
  }
  if (filter.item !== undefined) {
    where.push(`f.subject = any (${value([filter.item.id, ...filter.item.signatures.map(String)])})`)
  }
  if (filter.area !== undefined) {
    const area = value(filter.area)
    where.push(`(exists (select from incidents i where i.node_id = f.node_id and i.id = f.incident and (i.country = ${area} or i.region = ${area}))
      or f.subject_kind = 'signature' and exists (
        select from incident_signatures t join incidents i on i.node_id = t.node_id and i.id = t.incident
         where t.node_id = f.node_id and t.signature = ${signatureOf} and (f.side = 0 or t.side = f.side)
           and (i.country = ${area} or i.region = ${area})))`)
  }
  if (filter.after !== undefined) {
    where.push(
      `(f.raised_at, f.id) < (select raised_at, id from findings where node_id = $1 and id = ${value(filter.after)})`,
    )
  }
  return rowsOf<StoredFinding>(
    db,
    `select ${columns} from findings f where ${where.join(' and ')} order by f.raised_at desc, f.id desc limit ${value(filter.limit)}`,
    values,
  )
}

export async function findingById(db: Queryable, nodeId: number, id: string): Promise<StoredFinding | null> {
  const [row] = await rowsOf<StoredFinding>(
    db,
    `select ${columns} from findings f where f.node_id = $1 and f.id = $2`,
    [nodeId, id],
  )
  return row ?? null
}
