/** What judging signatures reads: who carries them, what was read before and since, in a handful of statements. */
import { raisesNovelty, type Sighting } from '#core/screening/rules/new-here.ts'
import type { Settings } from '#core/record/settings.ts'
import type { Queryable } from '#store/database.ts'
import { atOnce } from '#store/prompt-client.ts'
import { serialsOf, type SerialRow } from '#store/serial-numbers.ts'
import {
  finerOf,
  keptCounters,
  readBefore,
  readSince,
  sightings,
  signaturesByNumber,
  type BeforeRow,
  type Counters,
  type CountRow,
  type KnownSignature,
  type ReadRow,
  type SinceRow,
  type Zone,
} from '#store/signature-counts.ts'
import { studiesOfSignatures, type Studies } from './studies.ts'
import { isSeenBy, viewsThatDiffer, type View } from './view.ts'

/** Which signatures are asked about, and what. */
export interface Asked {
  /** Of these same-signature is asked. */
  readonly same: ReadonlySet<bigint>
  /** Of these new-here is asked. */
  readonly novelty: ReadonlySet<bigint>
  /**
   * Those among `same` whose finer signatures all are in `same` too: one that is carried as often as a coarser one is
   * carried by each of its incidents, so that those of the incident at hand are enough, where every view that sees the
   * coarser one sees it there.
   */
  readonly whole: ReadonlySet<bigint>
  /** Those among `same` that are carried as they were when they were last judged, and were the finest then. */
  readonly stand: ReadonlySet<bigint>
}

/** Where it is read. */
export interface Base {
  readonly db: Queryable
  readonly nodeId: number
  readonly zone: Zone | null
  /** Absent: as they are kept. */
  readonly counters?: Counters
  /** Where given, what can be raised under them is read alone. */
  readonly settings?: Pick<Settings, 'exclusive_level'>
}

export interface Index {
  readonly signatures: ReadonlyMap<bigint, KnownSignature>
  readonly counts: ReadonlyMap<bigint, readonly CountRow[]>
  readonly finer: ReadonlyMap<bigint, readonly bigint[]>
  readonly totals: ReadonlyMap<string, readonly ReadRow[]>
  readonly sightings: ReadonlyMap<string, Sighting>
  readonly before: ReadonlyMap<string, readonly BeforeRow[]>
  /** What was read since somebody was first read with a signature, by `beforeKey`. */
  readonly since: ReadonlyMap<string, readonly SinceRow[]>
  /** Known serials, by the signature of model and producer. */
  readonly serials: ReadonlyMap<bigint, readonly SerialRow[]>
  readonly studies: Studies
}

/** What row-level security has already cut to its reader is all seen. */
export const allSeen: View = { level: 3, team: '*' }

export const heldAs = ({ handling, team }: { readonly handling: number; readonly team: string }): View => ({
  level: handling,
  team,
})
export const sees = (view: View, row: { readonly handling: number; readonly team: string }) =>
  isSeenBy(view, heldAs(row))

export const seenBy = ({ counts }: Index, number: bigint, view: View): readonly CountRow[] =>
  (counts.get(number) ?? []).filter((row) => sees(view, row))

export function earliest(rows: readonly CountRow[]): CountRow | null {
  let best: CountRow | null = null
  for (const row of rows) {
    if (row.first_day !== null && (best === null || orderOf(row) < orderOf(best))) best = row
  }
  return best
}

/** The first sightings that some view has. */
export const firstsOf = (rows: readonly CountRow[]): readonly CountRow[] =>
  [...viewsThatDiffer(rows.map(heldAs)), allSeen].flatMap(
    (view) => earliest(rows.filter((row) => sees(view, row))) ?? [],
  )

const orderOf = (row: CountRow) => `${row.first_day ?? '~'} ${row.first_incident ?? ''}`
export const beforeKey = (cls: string, level: number, day: string) => `${cls} ${level} ${day}`

/** Everything that judging these signatures reads, in a handful of statements. */
export async function readIndex(
  { db, nodeId, zone, settings, counters = keptCounters }: Base,
  { same, novelty, whole, stand }: Asked,
  /** Of these exclusive and near-serial is asked. */
  users: ReadonlySet<bigint> = same,
): Promise<Index> {
  const countsBySignature = async (numbers: readonly bigint[]) =>
    Map.groupBy(await counters.countsOf(db, nodeId, numbers), ({ signature }) => signature)
  const asked = [...same.union(novelty)]
  const [signatures, counts] = await atOnce(db, [
    () => signaturesByNumber(db, nodeId, asked),
    () => countsBySignature(asked),
  ])
  const news = [...novelty].flatMap((one) => signatures.get(one) ?? []).filter(({ level }) => raisesNovelty(level))
  const parents = news.flatMap(({ signature }) => firstsOf(counts.get(signature) ?? []).map(({ parent }) => parent))
  // What is finest in one view may not be in another.
  const unsure = [...same].filter((one) => isSeenApart(counts.get(one) ?? []) || !(whole.has(one) || stand.has(one)))
  const levels = new Map(
    [...signatures.values()].map(({ class: cls, reading }) => [`${cls} ${reading}`, { class: cls, level: reading }]),
  )
  const known = [...users].flatMap((one) => signatures.get(one) ?? [])
  const schemes = known.filter(hasSerials).map(({ signature }) => signature)
  const [finerInBase, totals, before, since, serials, studies] = await atOnce(db, [
    () => finerOf(db, nodeId, unsure),
    () => counters.readTotals(db, nodeId, [...levels.values()]),
    () => beforeFirst({ db, nodeId, zone }, news, counts),
    () => sinceFirst({ db, nodeId, zone, ...(settings && { settings }) }, known, counts),
    () => serialsOf(db, nodeId, schemes),
    () => studiesOfSignatures(db, nodeId, [...signatures.values()], parents),
  ])
  const more = [...finerInBase.values(), parents].flat().filter((one) => one !== 0n && !counts.has(one))
  for (const [one, rows] of await countsBySignature(more)) counts.set(one, rows)
  const firstIncidents = [...news.map(({ signature }) => signature), ...parents]
    .flatMap((one) => firstsOf(counts.get(one) ?? []))
    .flatMap(({ first_incident: id }) => id ?? [])
  return {
    signatures,
    counts,
    finer: new Map([...finerAmong(counts, whole), ...finerInBase]),
    totals: Map.groupBy(totals, (row) => `${row.class} ${row.level}`),
    sightings: await sightings(db, nodeId, [...new Set(firstIncidents)]),
    before,
    since,
    serials: Map.groupBy(serials, ({ signature }) => signature),
    studies,
  }
}

interface DayOfClass {
  readonly class: string
  readonly level: number
  readonly day: string
}

/** The days on which a signature was first seen in some view, by `beforeKey`. */
const firstDays = (
  { class: cls, reading }: KnownSignature,
  rows: readonly CountRow[],
): readonly (readonly [string, DayOfClass])[] =>
  firstsOf(rows).flatMap(({ first_day: day }) =>
    day === null ? [] : [[beforeKey(cls, reading, day), { class: cls, level: reading, day }]],
  )

/** What was read before each of these was first seen. */
async function beforeFirst(
  { db, nodeId, zone }: Base,
  news: readonly KnownSignature[],
  counts: ReadonlyMap<bigint, readonly CountRow[]>,
): Promise<Index['before']> {
  const list = [...new Map(news.flatMap((one) => firstDays(one, counts.get(one.signature) ?? [])))]
  const asked = list.map(([, key]) => key)
  return Map.groupBy(await readBefore(db, nodeId, asked, zone), ({ place }) => list[place]?.[0] ?? '')
}

/** Serials are known by model and producer. */
const hasSerials = ({ class: cls, level }: KnownSignature): boolean =>
  level === 'producer' && (cls === 'arm' || cls === 'light-weapon')

/** Where so many actors had it, none alone did, whoever is part of whom. */
const mostUsers = 6

/** What was read of whom since each of these was first read with a known user. */
async function sinceFirst(
  { db, nodeId, zone, settings }: Base,
  signatures: readonly KnownSignature[],
  counts: ReadonlyMap<bigint, readonly CountRow[]>,
): Promise<Index['since']> {
  const keys = new Map<string, DayOfClass>()
  const most = settings?.exclusive_level === 'unit' ? 1 : mostUsers
  for (const one of signatures) {
    if (settings !== undefined && !raisesNovelty(one.level)) continue
    const used = (counts.get(one.signature) ?? []).filter(({ side, users }) => side === 1 && users !== '')
    // One sighting alone, or of many actors, is answered without.
    if (used.reduce((sum, { sightings: seen }) => sum + seen, 0) < 2) continue
    if (new Set(used.flatMap(({ users }) => users.split('\n'))).size > most) continue
    for (const [key, day] of firstDays(one, used)) keys.set(key, day)
  }
  const list = [...keys]
  const asked = list.map(([, key]) => key)
  return Map.groupBy(await readSince(db, nodeId, asked, zone), ({ place }) => list[place]?.[0] ?? '')
}

/** Whether some see carriers that others do not. */
const isSeenApart = ([first, ...others]: readonly CountRow[]): boolean =>
  first !== undefined && others.some(({ handling, team }) => handling !== first.handling || team !== first.team)

function finerAmong(
  counts: ReadonlyMap<bigint, readonly CountRow[]>,
  whole: ReadonlySet<bigint>,
): ReadonlyMap<bigint, readonly bigint[]> {
  const finer = new Map<bigint, Set<bigint>>()
  for (const { signature, parent } of [...counts.values()].flat()) {
    if (whole.has(parent)) finer.set(parent, (finer.get(parent) ?? new Set()).add(signature))
  }
  return new Map([...finer].map(([parent, below]) => [parent, [...below]]))
}
