/** Counts what is known to have happened, as a reader may see it: where, when, whether it was reached, how finely it was read. */
import type { KnownIncidents } from '#core/coverage/coverage.ts'
import { classes } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import { inZone, zoneValues, type Zone } from './signature-counts.ts'

export interface CoverageFilter {
  /** Null: everywhere. */
  readonly zone: Zone | null
  /** A day: incidents that may have been on it or later. */
  readonly since?: string | undefined
}

export async function knownIncidents(
  db: Queryable,
  nodeId: number,
  { zone, since }: CoverageFilter,
): Promise<readonly KnownIncidents[]> {
  const counts = (sql: string, values: readonly unknown[]) =>
    rowsOf<KnownIncidents>(db, sql, [nodeId, classes, ...values, ...zoneValues(zone)])
  const years = await yearsKnown(db, nodeId, since)
  const dated = await counts(datedIn(zone), [
    years.map((year, i) => (i === 0 && since !== undefined ? since : `${year}-01-01`)),
    years.map((year) => `${year}-12-31`),
  ])
  // Whether an undated one was since then, nobody can tell.
  return since === undefined ? [...dated, ...(await counts(undated(zone), []))] : dated
}

/** From the first year in which something may have ended, or that of the day asked for, to the last. */
async function yearsKnown(db: Queryable, nodeId: number, since: string | undefined): Promise<readonly string[]> {
  const [row] = await rowsOf<{ first: string | null; last: string | null }>(
    db,
    `select ${endYear('asc')} as first, ${endYear('desc')} as last`,
    [nodeId],
  )
  if (row === undefined || row.first === null || row.last === null) return []
  const first = Number(since?.slice(0, 4) ?? row.first)
  return Array.from({ length: Math.max(0, Number(row.last) - first + 1) }, (_, i) => String(first + i).padStart(4, '0'))
}

const endYear = (order: 'asc' | 'desc') =>
  `(select left(last_day::text, 4) from incidents where node_id = $1 and last_day is not null
     order by last_day ${order} limit 1)`

/** One range of the index a year; asked for at once, the planner reads all there is in another order. */
const datedIn = (zone: Zone | null) =>
  counted(
    `unnest($3::date[], $4::date[]) k (first, last)
     cross join lateral (${incidentsWhere('t.last_day between k.first and k.last', inZone(zone, 5))} offset 0) t`,
  )
const undated = (zone: Zone | null) => counted(`(${incidentsWhere('t.last_day is null', inZone(zone, 3))}) t`)

const counted = (incidents: string) =>
  `select t.country, t.region, left(t.first_day::text, 7) as first, left(t.last_day::text, 7) as last, t.access, t.level,
          count(*)::int as incidents
     from ${incidents}
    group by 1, 2, 3, 4, 5, 6`

const incidentsWhere = (when: string, where: string) =>
  `select t.country, t.region, t.first_day, t.last_day, coalesce(r.level, 0) as level,
          case when t.access is not null then t.access
               when r.level is null then 'not-known'
               -- What was read shows on items, unless the record itself says how finely it was read.
               when coalesce(t.read_level, 'none') = 'none' then 'documented'
               when (select true from items o
                      where o.node_id = $1 and o.incident = t.id and not o.withdrawn limit 1) then 'documented'
               else 'not-known' end as access
     from incidents t
     left join (select t.incident, max(t.level) as level from incident_readings t
                 where t.node_id = $1 and t.class = any ($2) and ${when} ${where} group by t.incident) r on r.incident = t.id
    where t.node_id = $1 and not t.withdrawn and ${when} ${where}`
