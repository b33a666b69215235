/** Judges signatures from the index: once a rule, side and view, however many items carry them. */
import type { Side } from '#core/linking/side.ts'
import { newHere, raisesNovelty, type NewHereInput, type Sighting } from '#core/screening/rules/new-here.ts'
import { isFinest, sameSignature, type SameSignatureInput } from '#core/screening/rules/same-signature.ts'
import { steadyFor, type Steady } from '#core/screening/steady.ts'
import type { Queryable } from '#store/database.ts'
import type { FindingRow } from '#store/findings.ts'
import { settingsNamed, type Settings } from '#core/record/settings.ts'
import {
  countsOf,
  finerOf,
  readBefore,
  readTotals,
  sightings,
  signaturesByNumber,
  type BeforeRow,
  type CountRow,
  type KnownSignature,
  type ReadRow,
  type Zone,
} from '#store/signature-counts.ts'
import { decides, studiesIn, studiesOfSignatures, type Studies } from './studies.ts'
import { isSeenBy, saidBelow, viewsThatDiffer, type View } from './view.ts'

const sides: readonly (readonly [1 | 2, Side])[] = [
  [1, 'attack'],
  [2, 'defence'],
]

export interface JudgingSignatures {
  readonly db: Queryable
  readonly nodeId: number
  readonly settings: Settings
  readonly zone: Zone | null
}

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

export interface Index {
  readonly signatures: ReadonlyMap<bigint, KnownSignature>
  readonly counts: ReadonlyMap<bigint, readonly CountRow[]>
  readonly finer: ReadonlyMap<bigint, readonly bigint[]>
  readonly totals: ReadonlyMap<string, readonly ReadRow[]>
  readonly sightings: ReadonlyMap<string, Sighting>
  readonly before: ReadonlyMap<string, readonly BeforeRow[]>
  readonly studies: Studies
}

/** What row-level security has already cut to its reader is all seen. */
export const allSeen: View = { level: 3, team: '*' }

const heldAs = ({ handling, team }: { readonly handling: number; readonly team: string }): View => ({
  level: handling,
  team,
})
const sees = (view: View, row: { readonly handling: number; readonly team: string }) => isSeenBy(view, heldAs(row))

/** The views that can answer differently: by what carries the signature, was read to its level, or is said of it. */
function viewsOf(
  { counts, totals, before, studies }: Index,
  { signature, class: cls, reading }: KnownSignature,
): readonly View[] {
  const carried = counts.get(signature) ?? []
  if (carried.length === 0) return []
  const days = carried.flatMap(({ first_day: day }) => (day === null ? [] : [day]))
  const held = [
    ...carried,
    ...carried.flatMap(({ parent }) => counts.get(parent) ?? []),
    ...(totals.get(`${cls} ${reading}`) ?? []),
    ...days.flatMap((day) => before.get(beforeKey(cls, reading, day)) ?? []),
    ...[signature, ...carried.map(({ parent }) => parent)].flatMap((one) => (studies.get(one) ?? []).filter(decides)),
  ]
  return viewsThatDiffer(held.map(heldAs))
}

export async function findingsOfSignatures(judging: JudgingSignatures, asked: Asked): Promise<readonly FindingRow[]> {
  const index = await readIndex(judging, asked)
  const findings: FindingRow[] = []
  for (const number of asked.same.union(asked.novelty)) {
    const signature = index.signatures.get(number)
    if (signature === undefined) continue
    const views = viewsOf(index, signature)
    const said = new Map<string, (readonly [View, string])[]>()
    for (const view of views) {
      for (const finding of judgedAt(judging, index, signature, { view, asked })) {
        const key = `${finding.rule} ${finding.side}`
        // Its numbers are counted when it is read.
        const says = `${finding.answer} ${finding.grade} ${finding.kept} ${finding.judge_at_came} ${finding.judge_at_went}`
        const others = said.get(key) ?? []
        if (saidBelow(view, others) === says) continue
        said.set(key, [...others, [view, says]])
        findings.push(finding)
      }
    }
  }
  return findings
}

function judgedAt(
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
  { view, asked }: { readonly view: View; readonly asked: Asked },
): readonly FindingRow[] {
  const read = readSoFar(index, signature)
  const row = (side: 0 | 1 | 2, rule: typeof newHere | typeof sameSignature) => ({
    rule: rule.name,
    version: rule.version,
    subject_kind: 'signature' as const,
    subject: String(signature.signature),
    side,
    area: '',
    handling: view.level,
    team: view.team,
    class: signature.class,
    reading: signature.reading,
    read,
    incident: null,
    // What a signature's finding rests on is counted when it is read, as its reader sees it.
    facts: '{}',
    settings: JSON.stringify(settingsNamed(rule.settings, judging.settings)),
  })
  const findings: FindingRow[] = []
  const isNew = asked.novelty.has(signature.signature) ? newHereInput(judging, index, signature, view) : null
  if (isNew !== null) {
    const { answer, grade, raised } = newHere.judge(isNew)
    // More reading raises neither a lot nor what is new only because something coarser is.
    const open = answer === 'cannot-tell' && newHere.judge({ ...isNew, n: isNew.floor, visitedBefore: true }).raised
    if (raised || open) {
      findings.push({
        ...row(0, newHere),
        answer,
        grade,
        kept: raised,
        ...judgedAgain(read, noveltySteadyFor(isNew, visitsBefore(index, signature, view))),
        day: isNew.first?.first ?? null,
      })
    }
  }
  for (const [number, side] of asked.same.has(signature.signature) ? sides : []) {
    const same = sameSignatureInput(judging, index, signature, { view, side, number })
    if (same === null || !isFinest(same)) continue
    const { answer, grade, raised } = sameSignature.judge(same)
    findings.push({
      ...row(number, sameSignature),
      answer,
      grade,
      kept: raised,
      ...judgedAgain(read, steadyFor(same)),
      day: null,
    })
  }
  return findings
}

/** The rule's input for new-here in one view; null where no dated incident carries the signature. */
export function newHereInput(
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
  view: View,
): NewHereInput | null {
  const first = firstOf(index, signature.signature, view)
  if (first === null) return null
  const before = readBeforeFirst(index, signature, first, view)
  const parent = earliest(seenBy(index, signature.signature, view))?.parent ?? 0n
  // Where no zone is set, a study of the country is one of here.
  const land = judging.zone ?? (first.country === undefined ? null : { countries: [first.country], regions: [] })
  return {
    level: signature.level,
    zone: judging.settings.zone,
    floor: judging.settings.floor,
    first,
    n: sum(before),
    visitedBefore: before.some((row) => isThere(row, first)),
    parentFirst: firstOf(index, parent, view),
    studies: studiesIn(studiesSeen(index, signature.signature, view), land),
    parentStudies: studiesIn(studiesSeen(index, parent, view), land),
  }
}

/** The incidents read before the first sighting, by place, as one view has them. */
const readBeforeFirst = (index: Index, { class: cls, reading }: KnownSignature, first: Sighting, view: View) =>
  (index.before.get(beforeKey(cls, reading, first.first)) ?? []).filter((row) => sees(view, row))

const isThere = ({ country, region }: BeforeRow, first: Sighting): boolean =>
  first.country !== undefined && country === first.country && (first.region === undefined || region === first.region)

/** How many of them lie where it was first seen. */
function visitsBefore(index: Index, signature: KnownSignature, view: View): number {
  const first = firstOf(index, signature.signature, view)
  return first === null ? 0 : sum(readBeforeFirst(index, signature, first, view).filter((row) => isThere(row, first)))
}

/** How much of what was read before a first sighting can come and go while its answer stands. */
function noveltySteadyFor({ n, floor, visitedBefore }: NewHereInput, visits: number): Steady {
  if (n < floor) return { came: floor - n - 1, went: null }
  return visitedBefore ? { came: null, went: Math.min(n - floor, visits - 1) } : { came: 0, went: n - floor }
}

type Read = NonNullable<FindingRow['read']>

/** How many readings came and went so far, of the signature's class to its level. */
const readSoFar = ({ totals }: Index, { class: cls, reading }: KnownSignature): Read =>
  (totals.get(`${cls} ${reading}`) ?? []).reduce(
    (all, { came, went }) => ({ came: all.came + came, went: all.went + went }),
    { came: 0, went: 0 },
  )

const judgedAgain = (read: Read, { came, went }: Steady) => ({
  judge_at_came: came === null ? null : read.came + came + 1,
  judge_at_went: went === null ? null : read.went + went + 1,
})

/** The rule's input for same-signature on one side in one view; null where nothing is carried there. */
export function sameSignatureInput(
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
  { view, side, number }: { readonly view: View; readonly side: Side; readonly number: 1 | 2 },
): SameSignatureInput | null {
  const { actors, all } = circulationInput(index, signature, { view, number })
  if (all.carried < 2) return null
  const finer = (index.finer.get(signature.signature) ?? []).map((one) =>
    sum(seenBy(index, one, view).filter((row) => row.side === number && row.parent === signature.signature)),
  )
  return {
    side,
    actors,
    all,
    finer,
    incidents: [],
    userUnknown: 0,
    rareShare: judging.settings.rare_share,
    actorFloor: judging.settings.actor_floor,
    studies: studiesHere(judging, index, signature.signature, view),
  }
}

/** The studies that looked in the mission's own area; where none is set, in its host country. */
export function studiesHere({ zone, settings }: JudgingSignatures, index: Index, number: bigint, view: View) {
  const { host_country: host } = settings
  return studiesIn(
    studiesSeen(index, number, view),
    zone ?? (host === null ? null : { countries: [host], regions: [] }),
  )
}

const studiesSeen = ({ studies }: Index, number: bigint, view: View) =>
  (studies.get(number) ?? []).filter((row) => sees(view, row))

/** What was read and what carries it, by actor and in all, as one view has them. */
export function circulationInput(
  index: Index,
  signature: KnownSignature,
  { view, number }: { readonly view: View; readonly number: 1 | 2 },
): Pick<SameSignatureInput, 'actors' | 'all'> {
  const rows = seenBy(index, signature.signature, view).filter((row) => row.side === number)
  const read = (index.totals.get(`${signature.class} ${signature.reading}`) ?? []).filter((row) => sees(view, row))
  const readBy = Map.groupBy(read, ({ actor }) => actor)
  const carriedBy = Map.groupBy(rows, ({ actor }) => actor)
  const actors = [...new Set([...readBy.keys(), ...carriedBy.keys()])].filter((actor) => actor !== '').toSorted()
  return {
    actors: actors.map((actor) => ({
      actor,
      read: sum(readBy.get(actor) ?? []),
      carried: sum(carriedBy.get(actor) ?? []),
    })),
    all: { read: sum(read), carried: sum(rows) },
  }
}

const sum = (rows: readonly { readonly incidents: number }[]) =>
  rows.reduce((total, { incidents }) => total + incidents, 0)

const seenBy = ({ counts }: Index, number: bigint, view: View): readonly CountRow[] =>
  (counts.get(number) ?? []).filter((row) => sees(view, row))

function firstOf(index: Index, number: bigint, view: View): Sighting | null {
  const first = earliest(seenBy(index, number, view))
  return first === null ? null : (index.sightings.get(first.first_incident ?? '') ?? null)
}

function earliest(rows: readonly CountRow[]): CountRow | null {
  let best: CountRow | null = null
  for (const row of rows) {
    if (row.first_day !== null && (best === null || orderOf(row) < orderOf(best))) best = row
  }
  return best
}

/** The first sightings that some view has. */
const firstsOf = (rows: readonly CountRow[]): readonly CountRow[] =>
  [...viewsThatDiffer(rows.map(heldAs)), allSeen].flatMap(
    (view) => earliest(rows.filter((row) => sees(view, row))) ?? [],
  )

const orderOf = (row: CountRow) => `${row.first_day ?? '~'} ${row.first_incident ?? ''}`
const beforeKey = (cls: string, level: number, day: string) => `${cls} ${level} ${day}`

/** Everything that judging these signatures reads, in a handful of statements. */
export async function readIndex(
  { db, nodeId, zone }: JudgingSignatures,
  { same, novelty, whole, stand }: Asked,
): Promise<Index> {
  const asked = [...same.union(novelty)]
  const signatures = await signaturesByNumber(db, nodeId, asked)
  const news = [...novelty].flatMap((one) => signatures.get(one) ?? []).filter(({ level }) => raisesNovelty(level))
  const counts = await countsBySignature(db, nodeId, asked)
  const parents = news.flatMap(({ signature }) => firstsOf(counts.get(signature) ?? []).map(({ parent }) => parent))
  // What is finest in one view may not be in another.
  const finerInBase = await finerOf(
    db,
    nodeId,
    [...same].filter((one) => isSeenApart(counts.get(one) ?? []) || !(whole.has(one) || stand.has(one))),
  )
  const more = [...finerInBase.values(), parents].flat().filter((one) => one !== 0n && !counts.has(one))
  for (const [one, rows] of await countsBySignature(db, nodeId, more)) counts.set(one, rows)
  const finer = new Map([...finerAmong(counts, whole), ...finerInBase])
  const levels = new Map(
    [...signatures.values()].map(({ class: cls, reading }) => [`${cls} ${reading}`, { class: cls, level: reading }]),
  )
  const totals = Map.groupBy(await readTotals(db, nodeId, [...levels.values()]), (row) => `${row.class} ${row.level}`)
  const firstIncidents = [...news.map(({ signature }) => signature), ...parents]
    .flatMap((one) => firstsOf(counts.get(one) ?? []))
    .flatMap(({ first_incident: id }) => id ?? [])
  const seen = await sightings(db, nodeId, [...new Set(firstIncidents)])
  const keys = new Map<string, { class: string; level: number; day: string }>()
  for (const { class: cls, reading, signature } of news) {
    for (const { first_day: day } of firstsOf(counts.get(signature) ?? [])) {
      if (day !== null) keys.set(beforeKey(cls, reading, day), { class: cls, level: reading, day })
    }
  }
  const list = [...keys]
  const before = Map.groupBy(
    await readBefore(
      db,
      nodeId,
      list.map(([, key]) => key),
      zone,
    ),
    ({ place }) => list[place]?.[0] ?? '',
  )
  const studies = await studiesOfSignatures(db, nodeId, [...signatures.values()], parents)
  return { signatures, counts, finer, totals, sightings: seen, before, studies }
}

const countsBySignature = async (db: Queryable, nodeId: number, numbers: readonly bigint[]) =>
  Map.groupBy(await countsOf(db, nodeId, numbers), ({ signature }) => signature)

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
