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

/** A make by its family, of which signatures or items speak; or the items of an incident, or one item, of a class. */
export interface FindingsAbout {
  readonly family: string | null
  readonly by: 'signature' | 'item'
  readonly incident: string | null
  readonly item: string | null
  readonly class: string | null
}

export interface FindingAbout extends StoredFinding {
  /** Which of those asked about it belongs to. */
  readonly place: number
  readonly family: string
  readonly above: string
  readonly weight: number
}

const about = (where: string) => `select ${columns}, f.family, f.above, f.weight from findings f
  where f.node_id = $1 and f.kept and ${where} and ${notHidden}`

/** The kept findings about each of these, the heaviest first, so many of each at most. */
export async function findingsAbout(
  db: Queryable,
  nodeId: number,
  asked: readonly FindingsAbout[],
  most: number,
): Promise<readonly FindingAbout[]> {
  return rowsOf<FindingAbout>(
    db,
    `select k.place::int - 1 as place, t.*
       from unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[])
              with ordinality k (family, kind, incident, item, class, place)
      cross join lateral (
        (${about("f.family <> '' and f.family = k.family and f.subject_kind = k.kind")} order by f.weight desc limit $7)
        union all
        (${about("f.incident = k.incident and f.subject_kind = 'item' and f.class = k.class")} limit $7)
        union all
        (${about("f.subject = k.item and f.subject_kind = 'item'")} limit $7)) t
      order by place, t.weight desc, t.raised_at desc, t.subject, t.rule, t.side`,
    [
      nodeId,
      asked.map(({ family }) => family),
      asked.map(({ by }) => by),
      asked.map(({ incident }) => incident),
      asked.map(({ item }) => item),
      asked.map((one) => one.class),
      most,
    ],
  )
}
