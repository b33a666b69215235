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
  readonly parent: bigint | null
}

export interface CountRow {
  readonly signature: bigint
  readonly side: SideNumber
  readonly actor: string
  readonly handling: number
  readonly team: string
  readonly incidents: number
  readonly first_day: string | null
  readonly first_incident: string | null
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
    parent: string | null
  }>(
    db,
    `select distinct on (signature) signature, text, class, level, reading, parent
       from signatures where node_id = $1 and signature = any ($2::bigint[]) order by signature, handling, team`,
    [nodeId, texts(numbers)],
  )
  return new Map(
    rows.map(({ signature, parent, ...row }) => {
      const number = BigInt(signature)
      return [number, { ...row, signature: number, parent: parent === null ? null : BigInt(parent) }]
    }),
  )
}

export async function countsOf(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
): Promise<readonly CountRow[]> {
  const rows = await rowsOf<Omit<CountRow, 'signature'> & { signature: string }>(
    db,
    `select signature, side, actor, handling, team, incidents, first_day, first_incident
       from signature_counts where node_id = $1 and signature = any ($2::bigint[])`,
    [nodeId, texts(numbers)],
  )
  return rows.map((row) => ({ ...row, signature: BigInt(row.signature) }))
}

/** The numbers of the signatures right below these, by the coarser one. */
export async function finerOf(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly bigint[]>> {
  const rows = await rowsOf<{ parent: string; signature: string }>(
    db,
    'select distinct parent, signature from signatures where node_id = $1 and parent = any ($2::bigint[])',
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
}

/** Incidents read to these levels or finer, by actor. */
export async function readTotals(
  db: Queryable,
  nodeId: number,
  keys: readonly { class: string; level: number }[],
): Promise<readonly ReadRow[]> {
  if (keys.length === 0) return []
  return rowsOf<ReadRow>(
    db,
    `select c.class, c.level, c.actor, c.handling, c.team, c.incidents
       from unnest($2::text[], $3::int[]) k (class, level)
       join reading_counts c on c.node_id = $1 and c.class = k.class and c.level = k.level`,
    [nodeId, keys.map((key) => key.class), keys.map(({ level }) => level)],
  )
}

/** A zone as codes: countries taken in whole, and regions of others. */
export interface Zone {
  readonly countries: readonly string[]
  readonly regions: readonly string[]
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

interface MonthRow extends Omit<BeforeRow, 'place'> {
  readonly class: string
  readonly level: number
  readonly month: string
}

/**
 * For each key (class, level, day): incidents read to that level whose last possible day is before the day, by place.
 * Whole months come from the counter, the days of the last month from the readings themselves.
 */
export async function readBefore(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly BeforeRow[]> {
  if (keys.length === 0) return []
  const months = Map.groupBy(await readMonths(db, nodeId, keys, zone), (row) => `${row.class} ${row.level}`)
  const days = await readDays(db, nodeId, keys, zone)
  const whole = keys.flatMap(({ class: cls, level, day }, place) => {
    const rows = (months.get(`${cls} ${level}`) ?? []).filter(({ month }) => month < day.slice(0, 7))
    return [
      ...Map.groupBy(rows, (row) => JSON.stringify([row.country, row.region, row.handling, row.team])).values(),
    ].map((group): BeforeRow => {
      const [{ country, region, handling, team }] = group as [MonthRow]
      return { place, country, region, handling, team, incidents: group.reduce((sum, row) => sum + row.incidents, 0) }
    })
  })
  return [...whole, ...days]
}

async function readMonths(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly MonthRow[]> {
  const levels = [...new Map(keys.map((key) => [`${key.class} ${key.level}`, key])).values()]
  const last = keys.reduce((latest, { day }) => (day > latest ? day : latest), '').slice(0, 7)
  return rowsOf<MonthRow>(
    db,
    `select t.class, t.level, t.month, t.country, t.region, t.handling, t.team, t.incidents
       from unnest($2::text[], $3::int[]) k (class, level)
       join reading_months t on t.node_id = $1 and t.class = k.class and t.level = k.level and t.month < $4
      where t.incidents <> 0 ${inZone(zone, 5)}`,
    [nodeId, levels.map((key) => key.class), levels.map(({ level }) => level), last, ...zoneValues(zone)],
  )
}

async function readDays(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly BeforeRow[]> {
  return rowsOf<BeforeRow>(
    db,
    `select place, t.country, t.region, t.handling, t.team, count(*)::int as incidents
       from (select ordinality::int - 1 as place, class, level, day
               from unnest($2::text[], $3::int[], $4::date[]) with ordinality k (class, level, day, ordinality)) k
       join incident_readings t
         on t.node_id = $1 and t.class = k.class and t.level >= k.level and t.above < k.level
        and t.last_day < k.day and t.last_day >= date_trunc('month', k.day)::date
      where true ${inZone(zone, 5)}
      group by place, t.country, t.region, t.handling, t.team`,
    [
      nodeId,
      keys.map((key) => key.class),
      keys.map(({ level }) => level),
      keys.map(({ day }) => day),
      ...zoneValues(zone),
    ],
  )
}

const inZone = (zone: Zone | null, at: number) =>
  zone === null ? '' : `and (t.country = any ($${at}) or t.region = any ($${at + 1}))`
const zoneValues = (zone: Zone | null) => (zone === null ? [] : [zone.countries, zone.regions])

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

/** The first dated incident of the zone that carries each signature, as everybody who reads here sees it. */
export async function firstInZone(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
  zone: Zone,
): Promise<readonly CountRow[]> {
  const rows = await rowsOf<Omit<CountRow, 'signature'> & { signature: string }>(
    db,
    `select distinct on (t.signature, t.handling, t.team)
            t.signature, t.side, t.actor, t.handling, t.team, 1 as incidents, i.first_day, i.id as first_incident
       from incident_signatures t join incidents i on i.node_id = t.node_id and i.id = t.incident
      where t.node_id = $1 and t.signature = any ($2::bigint[]) and i.first_day is not null
        and (i.country = any ($3) or i.region = any ($4))
      order by t.signature, t.handling, t.team, i.first_day, i.last_day, i.id`,
    [nodeId, texts(numbers), zone.countries, zone.regions],
  )
  return rows.map((row) => ({ ...row, signature: BigInt(row.signature) }))
}
