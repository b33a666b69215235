/** Judges signatures from the index: once a rule, side and view, however many items carry them. */
import type { Side } from '#core/linking/side.ts'
import { upperBound } from '#core/screening/clopper-pearson.ts'
import { newHere, raisesNovelty, type NewHereInput, type Sighting } from '#core/screening/rules/new-here.ts'
import { sameSignature, type SameSignatureInput } from '#core/screening/rules/same-signature.ts'
import { shareInCirculation } from '#core/screening/circulation.ts'
import type { Queryable } from '#store/database.ts'
import type { FindingRow } from '#store/findings.ts'
import type { Settings } from '#store/settings.ts'
import {
  countsOf,
  finerOf,
  firstInZone,
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
import type { View } from './knowledge.ts'
import { settingsOf } from './judge-items.ts'

export const signatureRules = [newHere.name, sameSignature.name]
const sides: readonly (readonly [1 | 2, Side])[] = [
  [1, 'attack'],
  [2, 'defence'],
]

export interface JudgingSignatures {
  readonly db: Queryable
  readonly nodeId: number
  readonly settings: Settings
  readonly zone: Zone | null
  /**
   * Signatures among which finer ones are looked for; null: among all. One that is carried as often as a coarser one
   * is carried by each of its incidents, so that those of the incident at hand are enough.
   */
  readonly among: ReadonlySet<bigint> | null
  /**
   * Of which signatures new-here is asked: a later sighting of a known one cannot change its answer. Null: of all.
   */
  readonly isNewAsked: ((signature: bigint, firstIncident: string | null) => boolean) | null
}

export interface Index {
  readonly signatures: ReadonlyMap<bigint, KnownSignature>
  readonly counts: ReadonlyMap<bigint, readonly CountRow[]>
  readonly firsts: ReadonlyMap<bigint, readonly CountRow[]>
  readonly finer: ReadonlyMap<bigint, readonly bigint[]>
  readonly totals: ReadonlyMap<string, readonly ReadRow[]>
  readonly sightings: ReadonlyMap<string, Sighting>
  readonly before: ReadonlyMap<string, readonly BeforeRow[]>
  readonly newAsked: ReadonlySet<bigint>
}

/** What row-level security has already cut to its reader is all seen. */
export const allSeen: View = { level: 3, team: '*' }

const sees = (view: View, { handling, team }: { handling: number; team: string }) =>
  handling <= view.level && (team === '' || view.team === '*' || team === view.team)

/** The views in which these rows differ, lowest first. */
const viewsOf = (rows: readonly CountRow[]): readonly View[] =>
  [...new Map(rows.map(({ handling, team }) => [`${handling} ${team}`, { level: handling, team }])).values()].toSorted(
    (a, b) => a.level - b.level || (a.team < b.team ? -1 : 1),
  )

export interface JudgedSignatures {
  readonly findings: readonly FindingRow[]
  /** The subjects of which new-here was asked; of the other rule all were. */
  readonly newAsked: readonly string[]
}

export async function findingsOfSignatures(
  judging: JudgingSignatures,
  numbers: readonly bigint[],
): Promise<JudgedSignatures> {
  const index = await readIndex(judging, numbers)
  const findings: FindingRow[] = []
  for (const number of numbers) {
    const signature = index.signatures.get(number)
    if (signature === undefined) continue
    const views = viewsOf(index.counts.get(number) ?? [])
    const below = new Map<string, string>()
    for (const view of views) {
      for (const finding of judgedAt(judging, index, signature, view)) {
        const key = `${finding.rule} ${finding.side}`
        const said = `${finding.answer} ${finding.grade} ${finding.n} ${finding.kept} ${finding.watched}`
        if (below.get(key) === said) continue
        below.set(key, said)
        findings.push(finding)
      }
    }
  }
  return { findings, newAsked: [...index.newAsked].map(String) }
}

function judgedAt(
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
  view: View,
): readonly FindingRow[] {
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
    level: signature.level,
    incident: null,
    // What a signature's finding rests on is counted when it is read, as its reader sees it.
    facts: '{}',
    settings: JSON.stringify(settingsOf(rule.settings, judging.settings)),
  })
  const findings: FindingRow[] = []
  const isNew = index.newAsked.has(signature.signature) ? newHereInput(judging, index, signature, view) : null
  if (isNew !== null) {
    const { answer, grade, raised } = newHere.judge(isNew)
    // Watched is what more reading can raise: not a lot, nor what is new only because something coarser is.
    const open = answer === 'cannot-tell' && newHere.judge({ ...isNew, n: isNew.floor, visitedBefore: true }).raised
    if (raised || open) {
      findings.push({
        ...row(0, newHere),
        answer,
        grade,
        kept: raised,
        watched: open,
        day: isNew.first?.first ?? null,
        n: isNew.n,
      })
    }
  }
  for (const [number, side] of sides) {
    const same = sameSignatureInput(judging, index, signature, { view, side, number })
    if (same === null) continue
    const { answer, grade, raised } = sameSignature.judge(same)
    const watched = canChange(same)
    if (raised || watched) {
      findings.push({
        ...row(number, sameSignature),
        answer,
        grade,
        kept: raised,
        watched,
        day: null,
        n: same.all.read,
      })
    }
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
  const level = signature.reading
  const before = (index.before.get(beforeKey(signature.class, level, first.first)) ?? []).filter((row) =>
    sees(view, row),
  )
  const there = before.filter(({ country, region }) =>
    first.country === undefined
      ? false
      : country === first.country && (first.region === undefined || region === first.region),
  )
  return {
    level: signature.level,
    zone: judging.settings.zone,
    floor: judging.settings.floor,
    first,
    n: sum(before),
    visitedBefore: sum(there) > 0,
    parentFirst: signature.parent === null ? null : firstOf(index, signature.parent, view),
  }
}

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
    sum((index.counts.get(one) ?? []).filter((row) => row.side === number && sees(view, row))),
  )
  return {
    side,
    actors,
    all,
    finer,
    incidents: [],
    userUnknown: 0,
    rareShare: judging.settings.rareShare,
    actorFloor: judging.settings.actorFloor,
  }
}

/** What was read and what carries it, by actor and in all, as one view has them. */
export function circulationInput(
  index: Index,
  signature: KnownSignature,
  { view, number }: { readonly view: View; readonly number: 1 | 2 },
): Pick<SameSignatureInput, 'actors' | 'all'> {
  const rows = (index.counts.get(signature.signature) ?? []).filter((row) => row.side === number && sees(view, row))
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

/**
 * Whether more reading without another carrier can change the answer. A rare one stays rare when the bound holds with
 * one carrier more, because shares only fall then and rounding up adds less than one.
 */
function canChange({ actors, all, rareShare, actorFloor }: SameSignatureInput): boolean {
  const { share, n, upper } = shareInCirculation(actors, all, actorFloor)
  if (upper > rareShare) return true
  const next = Math.min(n, Math.ceil(share * n) + 1)
  return upperBound(next, n) > rareShare
}

function firstOf(index: Index, number: bigint, view: View): Sighting | null {
  let best: CountRow | null = null
  for (const row of index.firsts.get(number) ?? []) {
    if (row.first_day === null || !sees(view, row)) continue
    if (best === null || orderOf(row) < orderOf(best)) best = row
  }
  return best === null ? null : (index.sightings.get(best.first_incident ?? '') ?? null)
}

const orderOf = (row: CountRow) => `${row.first_day ?? '~'} ${row.first_incident ?? ''}`
const beforeKey = (cls: string, level: number, day: string) => `${cls} ${level} ${day}`

/** Everything that judging these signatures reads, in a handful of statements. */
export async function readIndex(
  { db, nodeId, zone, among, isNewAsked }: JudgingSignatures,
  numbers: readonly bigint[],
): Promise<Index> {
  const signatures = await signaturesByNumber(db, nodeId, numbers)
  const finer = among === null ? await finerOf(db, nodeId, numbers) : finerAmong(signatures)
  const parents = [...signatures.values()].flatMap(({ parent }) => (parent === null ? [] : [parent]))
  const wanted = [...new Set([...numbers, ...parents, ...[...finer.values()].flat()])]
  const counts = Map.groupBy(await countsOf(db, nodeId, wanted), ({ signature }) => signature)
  const firsts =
    zone === null ? counts : Map.groupBy(await firstInZone(db, nodeId, wanted, zone), ({ signature }) => signature)
  const levels = new Map(
    [...signatures.values()].map(({ class: cls, reading }) => [`${cls} ${reading}`, { class: cls, level: reading }]),
  )
  const totals = Map.groupBy(await readTotals(db, nodeId, [...levels.values()]), (row) => `${row.class} ${row.level}`)
  const newAsked = new Set(
    [...signatures.values()]
      .filter(({ level }) => raisesNovelty(level))
      .map(({ signature }) => signature)
      .filter(
        (one) => isNewAsked === null || (firsts.get(one) ?? []).some((row) => isNewAsked(one, row.first_incident)),
      ),
  )
  const asked = [...newAsked].flatMap((one) => [one, signatures.get(one)?.parent ?? one])
  const firstRows = asked.flatMap((one) => firsts.get(one) ?? []).filter(({ first_day: day }) => day !== null)
  const seen = await sightings(
    db,
    nodeId,
    [...new Set(firstRows.map(({ first_incident: id }) => id ?? ''))].filter(Boolean),
  )
  const keys = new Map<string, { class: string; level: number; day: string }>()
  for (const { class: cls, reading, signature } of signatures.values()) {
    if (!newAsked.has(signature)) continue
    for (const { first_day: day } of firsts.get(signature) ?? []) {
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
  return { signatures, counts, firsts, finer, totals, sightings: seen, before, newAsked }
}

function finerAmong(signatures: ReadonlyMap<bigint, KnownSignature>): ReadonlyMap<bigint, readonly bigint[]> {
  const finer = new Map<bigint, bigint[]>()
  for (const { signature, parent } of signatures.values()) {
    if (parent !== null) finer.set(parent, [...(finer.get(parent) ?? []), signature])
  }
  return finer
}
