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

interface SpanRow extends Omit<BeforeRow, 'place'> {
  readonly class: string
  readonly level: number
  readonly span: string
}

/**
 * For each key (class, level, day): incidents read to that level whose last possible day is before the day, by place:
 * the months before, and the days before it in its own.
 */
export async function readBefore(
  db: Queryable,
  nodeId: number,
  keys: readonly BeforeKey[],
  zone: Zone | null,
): Promise<readonly BeforeRow[]> {
  if (keys.length === 0) return []
  const months = await readSpans(
    db,
    nodeId,
    'month',
    keys.map((key) => ({ ...key, from: '', to: key.day.slice(0, 7) })),
    zone,
  )
  const days = await readSpans(
    db,
    nodeId,
    'day',
    keys.map((key) => ({ ...key, from: key.day.slice(0, 7), to: key.day })),
    zone,
  )
  return keys.flatMap((key, place) => {
    const month = key.day.slice(0, 7)
    const of = `${key.class} ${key.level}`
    const counted = [
      ...(months.get(of) ?? []).filter(({ span }) => span < month),
      ...(days.get(of) ?? []).filter(({ span }) => span > month && span < key.day),
    ]
    return [
      ...Map.groupBy(counted, (row) => JSON.stringify([row.country, row.region, row.handling, row.team])).values(),
    ].map((group): BeforeRow => {
      const [{ country, region, handling, team }] = group as [SpanRow]
      return { place, country, region, handling, team, incidents: group.reduce((sum, row) => sum + row.incidents, 0) }
    })
  })
}

/** The counters from one span up to another, widened to what all keys of a class and level ask for. */
async function readSpans(
  db: Queryable,
  nodeId: number,
  grain: 'month' | 'day',
  keys: readonly { readonly class: string; readonly level: number; readonly from: string; readonly to: string }[],
  zone: Zone | null,
): Promise<ReadonlyMap<string, readonly SpanRow[]>> {
  const wanted = new Map<string, { class: string; level: number; from: string; to: string }>()
  for (const key of keys) {
    const of = grain === 'month' ? `${key.class} ${key.level}` : `${key.class} ${key.level} ${key.from}`
    const before = wanted.get(of)
    wanted.set(of, { ...key, to: before !== undefined && before.to > key.to ? before.to : key.to })
  }
  const list = [...wanted.values()]
  const rows = await rowsOf<SpanRow>(
    db,
    `select t.class, t.level, t.span, t.country, t.region, t.handling, t.team, t.incidents
       from unnest($2::text[], $3::int[], $4::text[], $5::text[]) k (class, level, "from", "to")
       join reading_spans t on t.node_id = $1 and t.class = k.class and t.level = k.level and t.grain = $6
        and t.span >= k."from" and t.span < k."to"
      where t.incidents <> 0 ${inZone(zone, 7)}`,
    [
      nodeId,
      list.map((key) => key.class),
      list.map(({ level }) => level),
      list.map(({ from }) => from),
      list.map(({ to }) => to),
      grain,
      ...zoneValues(zone),
    ],
  )
  return Map.groupBy(rows, (row) => `${row.class} ${row.level}`)
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
