/** Counts by month what was read and what carried a signature, as a reader may see it. */
import type { Months } from '#core/coverage/calendar.ts'
import { rowsOf, type Queryable } from './database.ts'
import { inZone, zoneValues, type Zone } from './signature-counts.ts'

export interface MonthsOfClass extends Months {
  readonly class: string
  /** The finest level to which they were read for the class: 1 class, 2 type, 3 marks. */
  readonly level: number
}

/** Incidents read for these classes. */
export const monthsRead = (
  db: Queryable,
  nodeId: number,
  { classes, zone }: { readonly classes: readonly string[]; readonly zone: Zone | null },
): Promise<readonly MonthsOfClass[]> =>
  rowsOf<MonthsOfClass>(
    db,
    `select class, level, first, last, count(*)::int as incidents
       from (select t.class, t.incident, max(t.level) as level, ${months}
               from incident_readings t where t.node_id = $1 and t.class = any ($2) ${inZone(zone, 3)}
              group by t.class, t.incident) r
      group by 1, 2, 3, 4`,
    [nodeId, classes, ...zoneValues(zone)],
  )

/** Incidents that carry these signatures of these classes. */
export async function monthsCarried(
  db: Queryable,
  nodeId: number,
  {
    signatures,
    classes,
    zone,
  }: { readonly signatures: readonly bigint[]; readonly classes: readonly string[]; readonly zone: Zone | null },
): Promise<ReadonlyMap<bigint, readonly Months[]>> {
  const rows = await rowsOf<Months & { signature: string }>(
    db,
    `select signature, first, last, count(*)::int as incidents
       from (select distinct c.signature, c.incident, r.first, r.last
               from incident_signatures c
               join (select t.incident, ${months} from incident_readings t
                      where t.node_id = $1 and t.class = any ($3) ${inZone(zone, 4)} group by t.incident) r
                 on r.incident = c.incident
              where c.node_id = $1 and c.signature = any ($2::bigint[])) s
      group by 1, 2, 3`,
    [nodeId, signatures.map(String), classes, ...zoneValues(zone)],
  )
  return Map.groupBy(rows, ({ signature }) => BigInt(signature))
}

/** Each reading of an incident has the incident's days. */
const months = 'left(min(t.first_day)::text, 7) as first, left(min(t.last_day)::text, 7) as last'

export interface MostCarried {
  readonly signature: bigint
  /** At least so many incidents as carry it: one counts for each side on which it does. */
  readonly most: number
}

/** The signatures of these levels that most incidents can carry, the most first. */
export async function mostCarried(
  db: Queryable,
  nodeId: number,
  {
    classes,
    levels,
    limit,
  }: { readonly classes: readonly string[]; readonly levels: readonly string[]; readonly limit: number },
): Promise<readonly MostCarried[]> {
  const rows = await rowsOf<{ signature: string; most: number }>(
    db,
    `select s.signature, c.most
       from (select distinct signature from signatures where node_id = $1 and class = any ($2) and level = any ($3)) s
      cross join lateral (select sum(incidents)::int as most from signature_counts
                           where node_id = $1 and signature = s.signature) c
      order by c.most desc, s.signature limit $4`,
    [nodeId, classes, levels, limit],
  )
  return rows.map(({ signature, most }) => ({ signature: BigInt(signature), most }))
}
