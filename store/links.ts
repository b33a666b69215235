/** Reads what links incidents: the signatures that one carries, who else carries them, how often two go together. */
import type { Spot } from '#core/linking/one-event.ts'
import { rowsOf, type Queryable } from './database.ts'
import { printedRef } from './refs.ts'

/** A signature that the incident carries on a side (1 attack, 2 defence). */
export interface OwnSignature {
  readonly signature: bigint
  readonly side: 1 | 2
}

export async function signaturesOfIncident(
  db: Queryable,
  nodeId: number,
  incident: string,
): Promise<readonly OwnSignature[]> {
  const rows = await rowsOf<{ signature: string; side: 1 | 2 }>(
    db,
    `select distinct signature::text as signature, side from incident_signatures
      where node_id = $1 and incident = $2 and side > 0 order by 1, 2`,
    [nodeId, incident],
  )
  return rows.map(({ signature, side }) => ({ signature: BigInt(signature), side }))
}

/** Incidents that carry each of these, by its place in the list; of a hub the `most` first. */
export async function sharersOf(
  db: Queryable,
  nodeId: number,
  own: readonly OwnSignature[],
  most: number,
): Promise<readonly { readonly of: number; readonly incident: string }[]> {
  return rowsOf(
    db,
    `select k.of, c.incident from (
       select ordinality::int - 1 as of, signature, side
         from unnest($2::bigint[], $3::int[]) with ordinality k (signature, side, ordinality)) k
     cross join lateral (
       select distinct t.incident from incident_signatures t
        where t.node_id = $1 and t.signature = k.signature and t.side = k.side order by t.incident limit $4) c`,
    [nodeId, own.map(({ signature }) => String(signature)), own.map(({ side }) => side), most],
  )
}

/** How many incidents carry both of a pair, each on its side. */
export async function togetherCount(db: Queryable, nodeId: number, a: OwnSignature, b: OwnSignature): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(
    db,
    `select count(*) from (
       select incident from incident_signatures where node_id = $1 and signature = $2 and side = $3
       intersect select incident from incident_signatures where node_id = $1 and signature = $4 and side = $5) shared`,
    [nodeId, String(a.signature), a.side, String(b.signature), b.side],
  )
  return Number(row?.count ?? 0)
}

/** Where and when these incidents were. */
export async function spotsOf(
  db: Queryable,
  nodeId: number,
  incidents: readonly string[],
): Promise<ReadonlyMap<string, Spot>> {
  const rows = await rowsOf<{
    id: string
    source: string
    ref: string
    first_day: string | null
    last_day: string | null
    lat: string | null
    lon: string | null
    geo_precision: string | null
  }>(
    db,
    `select id, source, ref, first_day, last_day, lat, lon, geo_precision from incidents where node_id = $1 and id = any ($2)`,
    [nodeId, incidents],
  )
  return new Map(
    rows.map((row) => {
      const fine =
        row.lat !== null && row.lon !== null && row.geo_precision !== 'admin' && row.geo_precision !== 'country'
      const spot = {
        id: row.id,
        ref: printedRef(row),
        source: row.source,
        days: row.first_day === null || row.last_day === null ? null : { first: row.first_day, last: row.last_day },
        at: fine ? { lat: Number(row.lat), lon: Number(row.lon) } : null,
      }
      return [row.id, spot as Spot]
    }),
  )
}
