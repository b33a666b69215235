/** Lists incidents, and their points, as a reader may see them: the latest day first, those without one last, by keyset. */
import { rowsOf, type Queryable } from './database.ts'

export interface IncidentFilter {
  readonly kind?: string | undefined
  readonly country?: string | undefined
  readonly actor?: string | undefined
  /** Days: incidents that may have been on them or between. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The id of the incident after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListedIncident {
  readonly source: string
  readonly ref: string
  readonly kind: string
  readonly date: string | null
  readonly end_date: string | null
  readonly country: string | null
  readonly admin1: string | null
  readonly place: string | null
  readonly presumed_actor: string | null
  readonly access: string | null
  readonly handling: number
  readonly doubted: boolean
  /** Items that the reader sees; 1,000 stands for all from there on. */
  readonly items: number
}

const mostCounted = 1000

const listed = `i.source, i.ref, i.kind, i.date, i.end_date, i.country, i.admin1, i.place, i.presumed_actor, i.access,
            i.handling, (coalesce(i.doubts, '[]') <> '[]' or coalesce(i.found_doubts, '[]') <> '[]'
             or i.date is null) as doubted,
            (select count(*)::int from (
               select from items t where t.node_id = $1 and t.incident = i.id limit ${mostCounted}) counted) as items`

export const listedIncidents = (
  db: Queryable,
  nodeId: number,
  filter: IncidentFilter,
): Promise<readonly ListedIncident[]> => latest<ListedIncident>(db, nodeId, filter, listed)

export interface PlacedIncident {
  readonly source: string
  readonly ref: string
  readonly kind: string
  readonly date: string | null
  readonly place: string | null
  /** As typed; null where it was not said. */
  readonly lat: string | null
  readonly lon: string | null
  readonly precision: string | null
}

const placed = 'i.source, i.ref, i.kind, i.date, i.place, i.lat, i.lon, i.geo_precision as precision'

export const placedIncidents = (
  db: Queryable,
  nodeId: number,
  filter: IncidentFilter,
): Promise<readonly PlacedIncident[]> => latest<PlacedIncident>(db, nodeId, filter, placed)

export interface CarryingIncident extends PlacedIncident {
  readonly end_date: string | null
  readonly admin1: string | null
  readonly country: string | null
  readonly presumed_actor: string | null
  readonly sides: readonly number[]
}

/** Incidents that carry a signature: of those that came last so many, the latest day first. */
export const carryingIncidents = (
  db: Queryable,
  nodeId: number,
  { signature, limit }: { readonly signature: bigint; readonly limit: number },
): Promise<readonly CarryingIncident[]> =>
  rowsOf<CarryingIncident>(
    db,
    `select ${placed}, i.end_date, i.admin1, i.country, i.presumed_actor, c.sides
       from (select incident, array_agg(distinct side order by side) as sides from incident_signatures
              where node_id = $1 and signature = $2 group by incident order by incident desc limit $3) c
       join incidents i on i.node_id = $1 and i.id = c.incident
      order by i.first_day desc nulls last, i.id desc`,
    [nodeId, String(signature), limit],
  )

async function latest<R extends object>(
  db: Queryable,
  nodeId: number,
  filter: IncidentFilter,
  columns: string,
): Promise<readonly R[]> {
  const after = filter.after === undefined ? null : await placeOf(db, nodeId, filter.after)
  const isBounded = filter.from !== undefined || filter.to !== undefined
  const dated = after?.day === null ? [] : await page<R>(db, nodeId, { ...filter, after, isDated: true }, columns)
  const left = filter.limit - dated.length
  // Whether an undated one was on the days asked for, nobody can tell.
  if (left === 0 || isBounded) return dated
  const from = after?.day === null ? after : null
  return [...dated, ...(await page<R>(db, nodeId, { ...filter, after: from, isDated: false, limit: left }, columns))]
}

interface Place {
  readonly id: string
  readonly day: string | null
}

async function placeOf(db: Queryable, nodeId: number, id: string): Promise<Place> {
  const [row] = await rowsOf<Place>(db, 'select id, first_day as day from incidents where node_id = $1 and id = $2', [
    nodeId,
    id,
  ])
  return row ?? { id, day: null }
}

/** Those with a day, or those without: each is one range of the index by day. */
async function page<R extends object>(
  db: Queryable,
  nodeId: number,
  { after, isDated, ...filter }: Omit<IncidentFilter, 'after'> & { after: Place | null; isDated: boolean },
  columns: string,
): Promise<readonly R[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['i.node_id = $1', isDated ? 'i.first_day is not null' : 'i.first_day is null']
  if (filter.kind !== undefined) where.push(`i.kind = ${value(filter.kind)}`)
  if (filter.country !== undefined) where.push(`i.country = ${value(filter.country)}`)
  if (filter.actor !== undefined) where.push(`i.presumed_actor = ${value(filter.actor)}`)
  if (filter.from !== undefined) where.push(`i.last_day >= ${value(filter.from)}`)
  if (filter.to !== undefined) where.push(`i.first_day <= ${value(filter.to)}`)
  if (after !== null && isDated) where.push(`(i.first_day, i.id) < (${value(after.day)}, ${value(after.id)})`)
  if (after !== null && !isDated) where.push(`i.id < ${value(after.id)}`)
  return rowsOf<R>(
    db,
    `select ${columns}
       from incidents i where ${where.join(' and ')}
      order by ${isDated ? 'i.first_day desc, ' : ''}i.id desc limit ${value(filter.limit)}`,
    values,
  )
}
