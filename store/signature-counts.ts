/** Reads the signature index: how many carry it, how many were read, who was first. Under row-level security these are the reader's own. */
import type { Sighting } from '#core/screening/rules/new-here.ts'
import { rowsOf, type Queryable } from './database.ts'
import type { SideNumber } from './signatures.ts'

export interface KnownSignature {
  readonly signature: bigint
  readonly text: string
  readonly class: string
  readonly level: string
  readonly reading: number
}

export interface CountRow {
  readonly signature: bigint
  /** The next coarser one that these carriers carry with it; 0: none. */
  readonly parent: bigint
  readonly side: SideNumber
  readonly actor: string
  readonly handling: number
  readonly team: string
  readonly incidents: number
  readonly first_day: string | null
  readonly first_incident: string | null
  /** Actors meant for the items that carry it there, a line each; empty: nobody. */
  readonly users: string
  /** Dated incidents of the zone, and undated ones. */
  readonly sightings: number
  readonly undated: number
}

const texts = (numbers: readonly bigint[]) => numbers.map(String)

export async function signaturesByNumber(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
): Promise<ReadonlyMap<bigint, KnownSignature>> {
  const rows = await rowsOf<{
    signature: string
    text: string
    class: string
    level: string
    reading: number
  }>(
    db,
    `select distinct on (signature) signature, text, class, level, reading
       from signatures where node_id = $1 and signature = any ($2::bigint[]) order by signature, handling, team`,
    [nodeId, texts(numbers)],
  )
  return new Map(
    rows.map((row) => {
      const number = BigInt(row.signature)
      return [number, { ...row, signature: number }]
    }),
  )
}

async function countsOf(db: Queryable, nodeId: number, numbers: readonly bigint[]): Promise<readonly CountRow[]> {
  if (numbers.length === 0) return []
  const rows = await rowsOf<Omit<CountRow, 'signature' | 'parent'> & { signature: string; parent: string }>(
    db,
    `select signature, parent, side, actor, handling, team, incidents, first_day, first_incident, users, sightings, undated
       from signature_counts where node_id = $1 and signature = any ($2::bigint[])`,
    [nodeId, texts(numbers)],
  )
  return rows.map((row) => ({ ...row, signature: BigInt(row.signature), parent: BigInt(row.parent) }))
}

/** The numbers of the signatures that something carries right below these, by the coarser one. */
export async function finerOf(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly bigint[]>> {
  if (numbers.length === 0) return new Map()
  const rows = await rowsOf<{ parent: string; signature: string }>(
    db,
    // That none is 0 must be said, or a plan that knows no values cannot use the index.
    `select distinct parent, signature from signature_counts
      where node_id = $1 and parent = any ($2::bigint[]) and parent <> 0`,
    [nodeId, texts(numbers)],
  )
  const finer = new Map<bigint, bigint[]>()
  for (const { parent, signature } of rows) {
    finer.set(BigInt(parent), [...(finer.get(BigInt(parent)) ?? []), BigInt(signature)])
  }
  return finer
}

export interface ReadRow {
  readonly class: string
  readonly level: number
  readonly actor: string
  readonly handling: number
  readonly team: string
  readonly incidents: number
  /** How many readings came or went so far. */
  readonly came: number
  readonly went: number
}

/** Incidents read to these levels or finer, by actor. */
async function readTotals(
  db: Queryable,
  nodeId: number,
  keys: readonly { readonly class: string; readonly level: number }[],
): Promise<readonly ReadRow[]> {
  if (keys.length === 0) return []
  return rowsOf<ReadRow>(
    db,
    `select c.class, c.level, c.actor, c.handling, c.team, c.incidents, c.came::float8 as came, c.went::float8 as went
       from unnest($2::text[], $3::int[]) k (class, level)
       join reading_counts c on c.node_id = $1 and c.class = k.class and c.level = k.level`,
    [nodeId, keys.map((key) => key.class), keys.map(({ level }) => level)],
  )
}

/** What carries signatures and what was read, counted. */
export interface Counters {
  countsOf(db: Queryable, nodeId: number, numbers: readonly bigint[]): Promise<readonly CountRow[]>
  readTotals(
    db: Queryable,
    nodeId: number,
    keys: readonly { readonly class: string; readonly level: number }[],
  ): Promise<readonly ReadRow[]>
}

export const keptCounters: Counters = { countsOf, readTotals }

/** The numbers of signatures from one on, in order. */
export async function signaturesAfter(
  db: Queryable,
  nodeId: number,
  after: bigint,
  limit: number,
): Promise<readonly bigint[]> {
  const rows = await rowsOf<{ signature: string }>(
    db,
    `select distinct signature from (
       select signature from signatures where node_id = $1 and signature > $2 order by signature limit $3) s
      order by signature`,
    [nodeId, String(after), limit],
  )
  return rows.map(({ signature }) => BigInt(signature))
}

/** A zone as codes: countries taken in whole, and regions of others. */
export interface Zone {
  readonly countries: readonly string[]
  readonly regions: readonly { readonly country: string; readonly region: string }[]
}

export interface BeforeRow {
  readonly place: number
  readonly country: string
  readonly region: string
  readonly handling: number
  readonly team: string
  readonly incidents: number
}

export interface BeforeKey {
  readonly class: string
  readonly level: number
  readonly day: string
}

/**
 * For each key (class, level, day): incidents read to that level whose last possible day is before the day, by place:
 * the years before, the months before in its year, the days before in its month.
 */
export async function readBefore(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly BeforeRow[]> {
  if (keys.length === 0) return []
  return rowsOf<BeforeRow>(
    db,
    `select k.place::int - 1 as place, t.country, t.region, t.handling, t.team, sum(t.incidents)::int as incidents
       from unnest($2::text[], $3::int[], $4::text[]) with ordinality k (class, level, day, place)
       cross join (values (4, 0), (7, 4), (10, 7)) g (grain, coarser)
       cross join lateral (
         select r.country, r.region, r.handling, r.team, r.incidents from reading_spans r
          where r.node_id = $1 and r.class = k.class and r.level = k.level and r.grain = g.grain
            and r.span > left(k.day, g.coarser) and r.span < left(k.day, g.grain)
         -- One range of the index a key and grain; joined freely, the planner reads all spans of the class.
         offset 0) t
      where true ${inZone(zone, 5)}
      group by k.place, t.country, t.region, t.handling, t.team having sum(t.incidents) <> 0`,
    [
      nodeId,
      keys.map((key) => key.class),
      keys.map(({ level }) => level),
      keys.map(({ day }) => day),
      ...zoneValues(zone),
    ],
  )
}

/**
 * In how many incidents items of defenders or responders of its class were read to its level: as far as a bounded look
 * shows, which is enough to tell whether there were many.
 */
export async function defenceRead(
  db: Queryable,
  nodeId: number,
  { class: cls, reading }: Pick<KnownSignature, 'class' | 'reading'>,
): Promise<number> {
  const [row] = await rowsOf<{ incidents: number }>(
    db,
    `select count(distinct incident)::int as incidents from (
       select t.incident from signatures s
         join incident_signatures t on t.node_id = s.node_id and t.signature = s.signature and t.side = 2
        where s.node_id = $1 and s.class = $2 and s.reading >= $3 limit 20000) t`,
    [nodeId, cls, reading],
  )
  return row?.incidents ?? 0
}

export interface SinceRow {
  readonly place: number
  readonly actor: string
  readonly handling: number
  readonly team: string
  readonly incidents: number
}

/**
 * For each key (class, level, day): incidents of the zone read to that level that were still possible on that day or
 * later, by actor: the years after, the months after in its year, the days from it on in its month.
 */
export async function readSince(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly SinceRow[]> {
  if (keys.length === 0) return []
  return rowsOf<SinceRow>(
    db,
    `select k.place::int - 1 as place, t.actor, t.handling, t.team, sum(t.incidents)::int as incidents
       from unnest($2::text[], $3::int[], $4::text[]) with ordinality k (class, level, day, place)
       cross join (values (4, 0, '9999'), (7, 4, '-13'), (10, 7, '-32')) g (grain, coarser, beyond)
       cross join lateral (
         select r.country, r.region, r.actor, r.handling, r.team, r.incidents from reading_spans r
          where r.node_id = $1 and r.class = k.class and r.level = k.level and r.grain = g.grain
            and r.span < left(k.day, g.coarser) || g.beyond
            and r.span >= left(k.day, g.grain) and (g.grain = 10 or r.span > left(k.day, g.grain))
         offset 0) t
      where t.actor <> '' ${inZone(zone, 5)}
      group by k.place, t.actor, t.handling, t.team having sum(t.incidents) <> 0`,
    [
      nodeId,
      keys.map((key) => key.class),
      keys.map(({ level }) => level),
      keys.map(({ day }) => day),
      ...zoneValues(zone),
    ],
  )
}

/** What lies in the zone, of a table or part named `t`; its two values stand from `$at` on. */
export const inZone = (zone: Zone | null, at: number) =>
  zone === null ? '' : `and (t.country = any ($${at}) or t.country || ' ' || t.region = any ($${at + 1}))`
export const zoneValues = (zone: Zone | null) => (zone === null ? [] : [zone.countries, regionKeys(zone)])

/** Two States may have a region of one name. */
const regionKeys = ({ regions }: Zone) => regions.map(({ country, region }) => `${country} ${region}`)

/** Incidents as the rules name a sighting; an undated one is none. */
export async function sightings(
  db: Queryable,
  nodeId: number,
  incidents: readonly string[],
): Promise<ReadonlyMap<string, Sighting>> {
  if (incidents.length === 0) return new Map()
  const rows = await rowsOf<{
    id: string
    ref: string
    first: string
    last: string
    country: string | null
    region: string | null
  }>(
    db,
    `select id, ref, first_day as first, last_day as last, country, region
       from incidents where node_id = $1 and id = any ($2) and first_day is not null`,
    [nodeId, incidents],
  )
  return new Map(
    rows.map(({ country, region, ...row }) => [
      row.id,
      { ...row, ...(country === null ? {} : { country }), ...(region === null ? {} : { region }) } as Sighting,
    ]),
  )
}
