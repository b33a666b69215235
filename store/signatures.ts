/** The signature index: which incident carries what, how finely each was read, and the counters over both. */
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client } from './database.ts'

export interface SignatureRow {
  readonly signature: bigint
  readonly handling: number
  readonly team: string
  readonly text: string
  readonly class: string
  readonly level: string
  readonly reading: number
}

/** 0 lay there before, 1 attack, 2 defence. */
export type SideNumber = 0 | 1 | 2

export interface CarriedRow {
  readonly signature: bigint
  /** The next coarser one that the item carries; 0: none. */
  readonly parent: bigint
  readonly side: SideNumber
  readonly incident: string
  readonly handling: number
  readonly team: string
  /** Empty where nobody is counted. */
  readonly actor: string
  /** The day from which it counts as a sighting; null where it is undated or outside the mission's zone. */
  readonly first_day: string | null
  /** In the mission's zone, on no known day. */
  readonly undated: boolean
  /** The actors meant for the items that carry it, a line each; empty: nobody. */
  readonly users: string
  /** 0 where the row only adds a user for those who see more than another row of the same incident shows. */
  readonly weight: 0 | 1
}

export interface ReadingRow {
  readonly incident: string
  readonly class: string
  readonly handling: number
  readonly team: string
  readonly level: number
  /** The level to which more readers see it read already: this row stands for the levels above. */
  readonly above: number
  readonly actor: string
  readonly country: string
  readonly region: string
  readonly first_day: string | null
  readonly last_day: string | null
}

/** Numbers of signatures as texts: JSON has none so long. */
const known = (rows: readonly SignatureRow[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, signature: String(row.signature) })))
const carried = (rows: readonly CarriedRow[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, signature: String(row.signature), parent: String(row.parent) })))

/** Makes the signatures known; one that is now carried at a lower level is lowered to it, and spelled as it is there. */
export async function knowSignatures(client: Client, store: Store, rows: readonly SignatureRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into signatures
     select $1, s.signature, s.handling, s.team, s.text, s.class, s.level, s.reading
       from json_populate_recordset(null::signatures, $2) s
     on conflict (node_id, signature, team) do update set handling = excluded.handling, text = excluded.text
      where signatures.handling > excluded.handling`,
    [store.nodeId, known(rows)],
  )
}

/** How these signatures are spelled, by who may see them there; the lowest first. */
export async function spellings(
  client: Client,
  store: Store,
  numbers: readonly string[],
): Promise<readonly (Pick<SignatureRow, 'handling' | 'team' | 'text'> & { readonly signature: string })[]> {
  return rowsOf(
    client,
    `select signature::text as signature, handling, team, text from signatures
      where node_id = $1 and signature = any ($2::bigint[]) order by handling, team`,
    [store.nodeId, numbers],
  )
}

/** What these incidents carry, as it stands. */
export async function carriedBy(
  client: Client,
  store: Store,
  incidents: readonly string[],
): Promise<readonly CarriedRow[]> {
  const rows = await rowsOf<Omit<CarriedRow, 'signature' | 'parent'> & { signature: string; parent: string }>(
    client,
    `select signature, parent, side, incident, handling, team, actor, first_day, undated, users, weight
       from incident_signatures where node_id = $1 and incident = any ($2)`,
    [store.nodeId, incidents],
  )
  return rows.map((row) => ({ ...row, signature: BigInt(row.signature), parent: BigInt(row.parent) }))
}

export async function readingsOfIncidents(
  client: Client,
  store: Store,
  incidents: readonly string[],
): Promise<readonly ReadingRow[]> {
  return rowsOf<ReadingRow>(
    client,
    `select incident, class, handling, team, level, above, actor, country, region, first_day, last_day
       from incident_readings where node_id = $1 and incident = any ($2)`,
    [store.nodeId, incidents],
  )
}

/**
 * Takes away and adds what incidents carry, and moves the counters with it. Answers the signatures of which one that
 * came is now the first sighting, and those that lost a carrier.
 */
export async function changeCarried(
  client: Client,
  store: Store,
  { gone, come }: { gone: readonly CarriedRow[]; come: readonly CarriedRow[] },
): Promise<ReadonlySet<bigint>> {
  if (gone.length > 0) {
    await client.query(
      `delete from incident_signatures t using json_populate_recordset(null::incident_signatures, $2) g
        where t.node_id = $1 and t.signature = g.signature and t.side = g.side and t.incident = g.incident
          and t.handling = g.handling and t.team = g.team`,
      [store.nodeId, carried(gone)],
    )
  }
  await copyRows(
    client,
    store.shape('incident_signatures'),
    come.map((row): Row => ({ node_id: store.nodeId, ...row })),
  )
  if (gone.length > 0) await recount(client, store, gone)
  const lost = new Set(gone.map(counterKey))
  const added = come.filter((row) => !lost.has(counterKey(row)))
  const firsts = new Set(gone.map(({ signature }) => signature))
  if (added.length === 0) return firsts
  const counted = await rowsOf<{ signature: string; first_incident: string | null; beaten: boolean }>(
    client,
    `insert into signature_counts
     select $1, signature, parent, side, actor, handling, team, ${summed}, users, count(first_day),
            count(*) filter (where undated)
       from json_populate_recordset(null::incident_signatures, $2)
      group by signature, parent, side, actor, handling, team, users
      order by signature, side, actor, handling, team, parent, users
     on conflict (node_id, signature, side, actor, handling, team, parent, users) do update set
       incidents = signature_counts.incidents + excluded.incidents,
       sightings = signature_counts.sightings + excluded.sightings,
       undated = signature_counts.undated + excluded.undated,
       first_incident = case
         when excluded.first_day is null then signature_counts.first_incident
         when signature_counts.first_day is null
           or (excluded.first_day, excluded.first_incident) < (signature_counts.first_day, signature_counts.first_incident)
         then excluded.first_incident else signature_counts.first_incident end,
       first_day = least(signature_counts.first_day, excluded.first_day)
     returning signature::text as signature, first_incident, exists (
       select from signature_counts o
        where o.node_id = $1 and o.signature = signature_counts.signature
          and o.handling <= signature_counts.handling and o.team in ('', signature_counts.team)
          and (o.first_day, o.first_incident) < (signature_counts.first_day, signature_counts.first_incident)) as beaten`,
    [store.nodeId, carried(added)],
  )
  const incidents = new Set(added.map(({ incident }) => incident))
  for (const { signature, first_incident: first, beaten } of counted) {
    if (first !== null && !beaten && incidents.has(first)) firsts.add(BigInt(signature))
  }
  return firsts
}

/** What a counter sums over its members. */
const summed = 'sum(weight), min(first_day), (array_agg(incident order by first_day nulls last, incident))[1]'

const counterKey = (row: CarriedRow) =>
  `${row.signature} ${row.parent} ${row.side} ${row.actor} ${row.handling} ${row.team} ${row.users}`

/** Counts anew what a counter lost a member of: what was the first may be gone. */
async function recount(client: Client, store: Store, gone: readonly CarriedRow[]): Promise<void> {
  const values = [store.nodeId, carried(gone)]
  const keys = `(select distinct signature, parent, side, actor, handling, team, users from json_populate_recordset(null::incident_signatures, $2))`
  await client.query(
    `delete from signature_counts t using ${keys} k
      where t.node_id = $1 and t.signature = k.signature and t.side = k.side and t.actor = k.actor
        and t.handling = k.handling and t.team = k.team and t.parent = k.parent and t.users = k.users`,
    values,
  )
  await client.query(
    `insert into signature_counts
     select $1, t.signature, t.parent, t.side, t.actor, t.handling, t.team, ${summed}, t.users, count(first_day),
            count(*) filter (where undated)
       from incident_signatures t join ${keys} k
         on t.node_id = $1 and t.signature = k.signature and t.side = k.side and t.actor = k.actor
        and t.handling = k.handling and t.team = k.team and t.parent = k.parent and t.users = k.users
      group by t.signature, t.parent, t.side, t.actor, t.handling, t.team, t.users`,
    values,
  )
}

/** How many incidents an actor has that were read to a level, before and after. */
export interface MovedCount {
  readonly class: string
  readonly level: number
  readonly before: number
  readonly after: number
}

/** Replaces the readings of incidents and moves the counters by the difference; answers how actors' counts moved. */
export async function changeReadings(
  client: Client,
  store: Store,
  { gone, come }: { gone: readonly ReadingRow[]; come: readonly ReadingRow[] },
): Promise<readonly MovedCount[]> {
  if (gone.length > 0) {
    await client.query(
      `delete from incident_readings t using json_populate_recordset(null::incident_readings, $2) g
        where t.node_id = $1 and t.incident = g.incident and t.class = g.class and t.handling = g.handling and t.team = g.team`,
      [store.nodeId, JSON.stringify(gone)],
    )
  }
  await copyRows(
    client,
    store.shape('incident_readings'),
    come.map((row): Row => ({ node_id: store.nodeId, ...row })),
  )
  const deltas = new Map<
    string,
    {
      class: string
      level: number
      actor: string
      handling: number
      team: string
      incidents: number
      came: number
      went: number
    }
  >()
  const count = (row: ReadingRow, by: number) => {
    for (let level = row.above + 1; level <= row.level; level++) {
      const key = `${row.class} ${level} ${row.handling} ${row.team} ${row.actor}`
      const delta = deltas.get(key) ?? {
        class: row.class,
        level,
        actor: row.actor,
        handling: row.handling,
        team: row.team,
        incidents: 0,
        came: 0,
        went: 0,
      }
      delta.incidents += by
      if (by > 0) delta.came++
      else delta.went++
      deltas.set(key, delta)
    }
  }
  for (const row of gone) count(row, -1)
  for (const row of come) count(row, 1)
  await moveSpans(client, store, { gone, come })
  if (deltas.size === 0) return []
  const after = await rowsOf<{
    class: string
    level: number
    actor: string
    handling: number
    team: string
    incidents: number
  }>(
    client,
    `insert into reading_counts
     select $1, class, level, actor, handling, team, incidents, came, went from json_populate_recordset(null::reading_counts, $2)
     on conflict (node_id, class, level, actor, handling, team) do update set
       incidents = reading_counts.incidents + excluded.incidents,
       came = reading_counts.came + excluded.came, went = reading_counts.went + excluded.went
     returning class, level, actor, handling, team, incidents`,
    [store.nodeId, JSON.stringify([...deltas.values()])],
  )
  return after.flatMap((row) => {
    if (row.actor === '') return []
    const by = deltas.get(`${row.class} ${row.level} ${row.handling} ${row.team} ${row.actor}`)?.incidents ?? 0
    return [{ class: row.class, level: row.level, before: row.incidents - by, after: row.incidents }]
  })
}

/** Lengths of a year, a month and a day as ISO writes them. */
const grains = [4, 7, 10] as const

/** Counts readings by year, month and day. */
async function moveSpans(
  client: Client,
  store: Store,
  { gone, come }: { gone: readonly ReadingRow[]; come: readonly ReadingRow[] },
): Promise<void> {
  const spans = new Map<string, { readonly incidents: number; readonly [part: string]: string | number }>()
  const tally = (row: ReadingRow, by: number) => {
    if (row.last_day === null) return
    const { class: cls, country, region, handling, team, actor } = row
    for (const grain of grains) {
      const span = row.last_day.slice(0, grain)
      for (let level = row.above + 1; level <= row.level; level++) {
        const key = JSON.stringify([cls, level, span, country, region, handling, team, actor])
        const incidents = (spans.get(key)?.incidents ?? 0) + by
        spans.set(key, { class: cls, level, grain, span, country, region, handling, team, incidents, actor })
      }
    }
  }
  for (const row of gone) tally(row, -1)
  for (const row of come) tally(row, 1)
  const moves = [...spans.values()].filter(({ incidents }) => incidents !== 0)
  if (moves.length === 0) return
  await client.query(
    `insert into reading_spans
     select $1, class, level, grain, span, country, region, handling, team, incidents, actor
       from json_populate_recordset(null::reading_spans, $2)
     on conflict (node_id, class, level, grain, span, country, region, handling, team, actor) do update set
       incidents = reading_spans.incidents + excluded.incidents`,
    [store.nodeId, JSON.stringify(moves)],
  )
}
