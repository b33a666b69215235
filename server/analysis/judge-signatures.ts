/** Judges signatures from the index: once a rule, side and view, however many items carry them. */
import { familyOf } from '#core/attention/family.ts'
import { weightOf, weightOfShared } from '#core/attention/weigh.ts'
import type { Side } from '#core/linking/side.ts'
import type { Class } from '#core/record/kinds.ts'
import type { Day } from '#core/record/day.ts'
import { steadyExclusive } from '#core/screening/exclusive-steady.ts'
import type { Rule } from '#core/screening/rule.ts'
import {
  exclusive,
  reckon,
  usersAtLevel,
  type ExclusiveInput,
  type UserCount,
} from '#core/screening/rules/exclusive.ts'
import { nearSerial, type SerialOfSignature } from '#core/screening/rules/near-serial.ts'
import { newHere, raisesNovelty, type NewHereInput, type Sighting } from '#core/screening/rules/new-here.ts'
import { isFinest, sameSignature, type SameSignatureInput } from '#core/screening/rules/same-signature.ts'
import { steadyFor, type Steady } from '#core/screening/steady.ts'
import type { FindingRow } from '#store/findings.ts'
import { settingsNamed, type Settings } from '#core/record/settings.ts'
import type { BeforeRow, KnownSignature } from '#store/signature-counts.ts'
import type { ExclusivitySource } from './exclusivity.ts'
import {
  beforeKey,
  earliest,
  heldAs,
  readIndex,
  seenBy,
  sees,
  type Asked,
  type Base,
  type Index,
} from './signature-index.ts'
import { decides, studiesIn } from './studies.ts'
import { saidBelow, viewsThatDiffer, type View } from './view.ts'

const sides: readonly (readonly [1 | 2, Side])[] = [
  [1, 'attack'],
  [2, 'defence'],
]

export interface JudgingSignatures extends Base {
  readonly settings: Settings
  readonly exclusivity: ExclusivitySource
}

/** The views that can answer differently: by what carries the signature, and by was read to its level, or is said of it. */
function viewsOf(
  { exclusivity }: JudgingSignatures,
  { counts, totals, before, since, serials, studies }: Index,
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
    ...days.flatMap((day) => since.get(beforeKey(cls, reading, day)) ?? []),
    ...(serials.get(signature) ?? []),
    ...[signature, ...carried.map(({ parent }) => parent)].flatMap((one) => (studies.get(one) ?? []).filter(decides)),
  ]
  return viewsThatDiffer([...held.map(heldAs), ...exclusivity.views])
}

export async function findingsOfSignatures(judging: JudgingSignatures, asked: Asked): Promise<readonly FindingRow[]> {
  if (asked.same.size + asked.novelty.size === 0) return []
  const index = await readIndex(judging, asked)
  const findings: FindingRow[] = []
  for (const number of asked.same.union(asked.novelty)) {
    const signature = index.signatures.get(number)
    if (signature === undefined) continue
    const views = viewsOf(judging, index, signature)
    const said = new Map<string, (readonly [View, string])[]>()
    for (const view of views) {
      for (const finding of judgedAt(judging, index, signature, { view, asked })) {
        const key = `${finding.rule} ${finding.side}`
        // Its numbers are counted when it is read.
        const says = `${finding.answer} ${finding.grade} ${finding.kept} ${finding.judge_at_came} ${finding.judge_at_went} ${finding.weight}`
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
  const family = familyOf({ ...signature, class: signature.class as Class })
  const row = (side: 0 | 1 | 2, rule: Pick<Rule<never, object, string>, 'name' | 'version' | 'settings'>) => ({
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
    ...family,
    carriers: 0,
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
        weight: weightOf({ rule: newHere.name, answer, grade }),
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
      carriers: raised ? same.all.carried : 0,
      weight: weightOfShared(
        { rule: sameSignature.name, answer, grade },
        { all: same.all.carried, byActor: same.actors.map(({ carried }) => carried) },
      ),
      ...judgedAgain(read, steadyFor(same)),
      day: null,
    })
  }
  if (!asked.same.has(signature.signature)) return findings
  const users = exclusiveInput(judging, index, signature, { view, side: 'attack', number: 1 })
  if (users?.isFinest === true && users.raises) {
    const { answer, grade, raised, facts } = exclusive.judge(users)
    const [first] = usersAtLevel(users)
    const steady = first === undefined ? null : steadyExclusive(facts.why, reckon(users, first), judging.settings.floor)
    if (steady !== null && (raised || steady.came !== null || steady.went !== null)) {
      const weight = weightOf({ rule: exclusive.name, answer, grade })
      findings.push({
        ...row(1, exclusive),
        answer,
        grade,
        kept: raised,
        weight,
        ...judgedAgain(read, steady),
        day: null,
      })
    }
  }
  const serials = serialsSeen(index, signature, view)
  if (serials.length > 1) {
    const { answer, grade, raised } = nearSerial.judge({ serials })
    const steady = { judge_at_came: null, judge_at_went: null, day: null }
    const weight = weightOf({ rule: nearSerial.name, answer, grade })
    if (raised) findings.push({ ...row(0, nearSerial), answer, grade, kept: true, weight, ...steady })
  }
  return findings
}

/** The rule's input for near-serial in one view, records named by their ids. */
export const serialsSeen = (index: Index, { signature }: KnownSignature, view: View): readonly SerialOfSignature[] =>
  (index.serials.get(signature) ?? []).filter((row) => sees(view, row))

/** The rule's input for exclusive on one side in one view; null where nobody is meant for an item that carries it. */
export function exclusiveInput(
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
  { view, side, number }: { readonly view: View; readonly side: Side; readonly number: 1 | 2 },
): ExclusiveInput | null {
  const rows = seenBy(index, signature.signature, view).filter((row) => row.side === number && row.users !== '')
  if (rows.length === 0) return null
  const users = new Map<string, UserCount>()
  for (const row of rows) {
    for (const actor of row.users.split('\n')) {
      const known = users.get(actor) ?? { actor, sightings: 0, first: null, undated: 0 }
      const day = row.first_day as Day | null
      users.set(actor, {
        actor,
        sightings: known.sightings + row.sightings,
        first: known.first === null || (day !== null && day < known.first) ? day : known.first,
        undated: known.undated + row.undated,
      })
    }
  }
  const { settings, exclusivity } = judging
  const { tree, partings } = exclusivity.at(view)
  const first = [...users.values()].flatMap((user) => user.first ?? []).toSorted()[0]
  const since = first === undefined ? [] : (index.since.get(beforeKey(signature.class, signature.reading, first)) ?? [])
  const finest = sameSignatureInput(judging, index, signature, { view, side, number })
  return {
    side,
    zone: settings.zone,
    floor: settings.floor,
    level: settings.exclusive_level,
    users: [...users.values()],
    tree,
    partings: partings(signature.text),
    since: since.filter((row) => sees(view, row)).map(({ actor, incidents }) => ({ actor, read: incidents })),
    studies: studiesHere(judging, index, signature.signature, view),
    isFinest: finest !== null && isFinest(finest),
    raises: raisesNovelty(signature.level),
  }
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

function firstOf(index: Index, number: bigint, view: View): Sighting | null {
  const first = earliest(seenBy(index, number, view))
  return first === null ? null : (index.sightings.get(first.first_incident ?? '') ?? null)
}
