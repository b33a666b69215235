/**
 * Keeps findings current. A submission's incidents are derived and judged within its own write; bulk work and changes
 * of what rules read beside them wait in `pending_*` and are worked off in order, resumably.
 */
import { setImmediate } from 'node:timers/promises'
import type { ShippedLibrary } from '#core/reference/flat-rows.ts'
import { exclusive } from '#core/screening/rules/exclusive.ts'
import { nearSerial } from '#core/screening/rules/near-serial.ts'
import { newHere } from '#core/screening/rules/new-here.ts'
import { sameSignature } from '#core/screening/rules/same-signature.ts'
import type { ScopePeriod } from '#core/screening/scope.ts'
import type { Store } from '#store/connect.ts'
import { transact, type Client } from '#store/database.ts'
import { incidentFacts, incidentsAfter, itemsOfIncidents, type IncidentOfBase, type ItemOfBase } from '#store/facts.ts'
import { keepClosed, settleFindings, standingFindings, type ClosedRow, type FindingRow } from '#store/findings.ts'
import { knowledgeMark, readKnowledge } from '#store/knowledge.ts'
import { lockHead } from '#store/ledger.ts'
import { atOnce, together } from '#store/prompt-client.ts'
import {
  addPendingSignatures,
  countedSignatures,
  dueSignatures,
  incidentsChunk,
  pendingCount,
  refreshStatistics,
  takePending,
  takePendingItems,
  takePendingSignatures,
  type Due,
  type Moved,
  type PendingIncidents,
} from '#store/pending.ts'
import type { Settings } from '#core/record/settings.ts'
import { readSettings } from '#store/settings.ts'
import { spellings } from '#store/signatures.ts'
import { finerOf, signaturesByNumber, type Zone } from '#store/signature-counts.ts'
import { zoneOf, type AreaSource } from './area-codes.ts'
import { closingsOf } from './closings.ts'
import {
  derive,
  moveIndex,
  signatureNumber,
  signaturesCached,
  type Derivation,
  type Derived,
  type Deriving,
} from './derive.ts'
import { exclusivityOf, type ExclusivitySource } from './exclusivity.ts'
import { findingsOfItem, raisingItemRules, type JudgingItems } from './judge-items.ts'
import { findingsOfSignatures } from './judge-signatures.ts'
import type { Asked } from './signature-index.ts'
import { knowledgeAt, viewsOf, type Knowledge } from './knowledge.ts'
import { usedLibrary } from './library.ts'
import { twinsOf, type Twins } from './twins.ts'
import { isSeenBy, type View } from './view.ts'

/** What judging needs that does not come from the base. */
export interface Analysis extends Omit<AreaSource, 'areas'> {
  readonly store: Store
  readonly newId: () => string
  readonly shippedScopes: readonly ScopePeriod[]
  /** What ships of the library; with the rows that were accepted it is in use (`library.ts`). */
  readonly shippedLibrary: ShippedLibrary
}

/** What a batch reads beside its incidents, as of this transaction. */
export interface Desk extends JudgingItems {
  readonly zone: Zone | null
  readonly exclusivity: ExclusivitySource
}

/** Knowledge as it was last read, by base: read again when its mark has moved. */
const desks = new WeakMap<Store, { readonly mark: string; readonly desk: Desk }>()

export async function openDesk(analysis: Analysis, client: Client, settings: Settings): Promise<Desk> {
  const { store, shippedScopes, areaOfCode, places } = analysis
  const mark = `${await knowledgeMark(client, store.nodeId)} ${JSON.stringify(settings)}`
  const known = desks.get(store)
  if (known?.mark === mark) return known.desk
  const recorded = await readKnowledge(client, store.nodeId)
  const { names, says } = await usedLibrary(analysis, client)
  const source = { recorded, settings, names, shippedScopes, areaOfCode, places }
  const made = new Map<string, Knowledge>()
  const desk: Desk = {
    names,
    settings,
    says: { ...says, modelNamed: once(says.modelNamed) },
    exclusivity: exclusivityOf(recorded.actor, recorded.stock, names),
    views: viewsOf(source),
    zone: settings.zone === null ? null : zoneOf(settings.zone, { ...source, areas: recorded.area }),
    knowledgeAt(view: View) {
      const key = `${view.level} ${view.team}`
      const knowledge = made.get(key) ?? knowledgeAt(source, view)
      made.set(key, knowledge)
      return knowledge
    },
  }
  desks.set(store, { mark, desk })
  return desk
}

/** What was worked out for a text is not worked out again. */
function once<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const made = work(text)
    if (known.size < 10_000) known.set(text, made)
    return made
  }
}

export interface Raised {
  readonly id: string
  readonly finding: FindingRow
  /** The incidents at hand that it shows on. */
  readonly incidents: readonly string[]
}

type Settled = Omit<Raised, 'incidents'>

/**
 * Derives these incidents and judges everything that their arrival concerns. `moved`: with which leaves they came, and
 * when. Answers what is newly raised.
 */
export async function judgeArrivals(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  { incidents, moved, upTo }: { readonly incidents: readonly string[]; readonly moved: Moved; readonly upTo: number },
): Promise<readonly Raised[]> {
  if (incidents.length === 0) return []
  const deriving = derivingAt(analysis, client, desk)
  const derivation = await derive(deriving, incidents)
  const [derived, twins] = await atOnce(client, [
    () => moveIndex(deriving, derivation),
    () => twinsOf(client, analysis.store.nodeId, derivation.items),
  ])
  const { due, below } = await concerned(analysis, client, derived)
  const dueTo = (rule: string) => new Set(due.filter((one) => one.rule === rule).map(({ signature }) => signature))
  const stand = dueTo(sameSignature.name).union(dueTo(exclusive.name)).difference(derived.signatures)
  const raised = await judge(analysis, client, desk, {
    judged: { ...derivation, findings: await judgeItems(desk, derivation, twins) },
    asked: {
      same: derived.signatures.union(stand),
      novelty: derived.firsts.union(below).union(dueTo(newHere.name)),
      whole: derived.signatures.difference(derived.moved),
      stand,
    },
    movedBy: () => moved,
    upTo,
    bulk: false,
  })
  await pendCrossed(analysis, client, derived, moved)
  return raised.map((one) => ({ ...one, incidents: incidentsOf(derived, one.finding) }))
}

/**
 * Signatures that these incidents may not carry and whose answers they can change: those to be judged at so much
 * reading, and the finer ones of what has a new first sighting, for the coarsest new level alone is raised.
 */
async function concerned(
  { store }: Analysis,
  client: Client,
  derived: Derived,
): Promise<{ readonly due: readonly Due[]; readonly below: ReadonlySet<bigint> }> {
  const [due, below] = await atOnce(client, [
    () => dueSignatures(client, store.nodeId, [...derived.readings.values()]),
    () => finerOf(client, store.nodeId, [...derived.firsts]),
  ])
  return { due, below: new Set([...below.values()].flat()) }
}

const incidentsOf = ({ carriers }: Derived, { subject, incident }: FindingRow): readonly string[] =>
  carriers.get(subject) ?? (incident === null ? [] : [incident])

const derivingAt = ({ store }: Analysis, client: Client, desk: Desk): Deriving => ({
  client,
  store,
  names: desk.names,
  actor: (name, view) => desk.knowledgeAt(view).actor(name, null),
  actorFloor: desk.settings.actor_floor,
  crimeKinds: desk.settings.crime_kinds,
  zone: desk.zone,
})

/** Items that are judged at a stretch: then whoever waits for the database is heard. */
const atAStretch = 50

async function judgeItems(
  desk: Desk,
  { incidents, items }: Pick<Derivation, 'incidents' | 'items'>,
  twins: Twins,
): Promise<readonly FindingRow[]> {
  const findings: FindingRow[] = []
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % atAStretch === 0) await setImmediate()
    findings.push(...findingsOfItem(desk, { item, incident: incidentOf(incidents, item), twins }))
  }
  return findings
}

/** Where an actor came to be counted for circulation, or ceased to be, every signature of that class is weighed anew. */
async function pendCrossed(analysis: Analysis, client: Client, derived: Derived, moved: Moved): Promise<void> {
  const numbers = await countedSignatures(client, analysis.store.nodeId, derived.crossed)
  await addPendingSignatures(client, analysis.store, numbers, moved)
}

/** Items that were judged, with the incidents that they lie in. */
interface Judged extends Pick<Derivation, 'incidents' | 'items'> {
  readonly findings: readonly FindingRow[]
}

interface Judging {
  readonly judged: Judged
  /** Whether all items of these incidents are among them: then a finding of another one is its no longer. */
  readonly isWhole?: boolean
  readonly asked: Asked
  /** What made the subject be judged. */
  readonly movedBy: (subject: string) => Moved
  /** The ledger's size: all before it is judged. */
  readonly upTo: number
  /** Whether it is work that waited, and not the write itself. */
  readonly bulk: boolean
}

/** Judges the signatures asked of, and settles their findings and those of the items at once. */
async function judge(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  { judged: { incidents, items, findings: ofItems }, isWhole = true, asked, movedBy, upTo, bulk }: Judging,
): Promise<readonly Settled[]> {
  const { store, newId } = analysis
  const subjects = [
    ...raisingItemRules.flatMap(({ name: rule }) => items.map(({ id }) => ({ rule, subject: id }))),
    ...[...asked.novelty].map((number) => ({ rule: newHere.name, subject: String(number) })),
    ...[sameSignature, exclusive, nearSerial].flatMap(({ name: rule }) =>
      [...asked.same].map((number) => ({ rule, subject: String(number) })),
    ),
  ]
  const judged = { subjects, incidents: isWhole ? [...incidents.keys()] : [] }
  const { settings, zone, exclusivity } = desk
  const [ofSignatures, before] = await atOnce(client, [
    () => findingsOfSignatures({ db: client, nodeId: store.nodeId, settings, zone, exclusivity }, asked),
    () => standingFindings(client, store, judged),
  ])
  const findings = [...ofItems, ...ofSignatures]
  const at = (subject: string) => movedBy(subject).received
  const raised = await settleFindings(client, store, { before, findings }, { at, newId, bulk })
  const closed = closingsOf(before, findings, (subject) => {
    const { received, since } = movedBy(subject)
    return { closed_at: received, moved_from: since, moved_to: since === null ? null : upTo }
  })
  await keepClosed(client, store, await withSpelling(client, store, closed))
  return raised
}

/** A signature's closing keeps its text as its view has it: when nothing carries it any more, nothing else does. */
async function withSpelling(client: Client, store: Store, closed: readonly ClosedRow[]): Promise<readonly ClosedRow[]> {
  const ofSignatures = closed.filter(({ subject_kind: kind }) => kind === 'signature')
  if (ofSignatures.length === 0) return closed
  const numbers = [...new Set(ofSignatures.map(({ subject }) => subject))]
  const known = Map.groupBy(await spellings(client, store, numbers), ({ signature }) => signature)
  return closed.map((row) => {
    const view: View = { level: row.handling, team: row.team }
    const own = known
      .get(row.subject)
      ?.find(({ handling, team }) => row.subject_kind === 'signature' && isSeenBy(view, { level: handling, team }))
    return own === undefined ? row : { ...row, facts: JSON.stringify({ signature: own.text }) }
  })
}

const noItems: Judged = { incidents: new Map(), items: [], findings: [] }
const nothingAsked: Asked = { same: new Set(), novelty: new Set(), whole: new Set(), stand: new Set() }

const incidentOf = (incidents: ReadonlyMap<string, IncidentOfBase>, item: ItemOfBase) =>
  item.incident === null ? null : (incidents.get(item.incident) ?? null)

// It holds the head for a tenth of a second or so, so that submissions slip in between.
const signatureBatch = 2000
/** Batches between two looks at how large the tables have become: doubling, so that few are needed. */
const firstStatistics = 20

/**
 * Works off what waits, one bounded transaction at a time, until nothing is left or `keepOn` says no. First every
 * incident's items, with their signatures noted; then each signature once, when all that carry it are counted.
 */
export async function workOff(
  analysis: Analysis,
  {
    keepOn = () => true,
    progress = () => undefined,
  }: { keepOn?: () => boolean; progress?: (left: number) => void } = {},
): Promise<void> {
  const { store } = analysis
  let left = await pendingCount(store.intake, store.nodeId)
  for (let batch = 1, next = firstStatistics; left > 0 && keepOn(); batch++) {
    progress(left)
    if (batch === next) {
      await refreshStatistics(store.intake)
      next *= 2
    }
    const done =
      (await transact(store.intake, (client) => workIncidents(analysis, client))) ||
      (await transact(store.intake, (client) => workItems(analysis, client))) ||
      (await transact(store.intake, (client) => workSignatures(analysis, client)))
    left = done > 0 ? Math.max(left - done, 1) : await pendingCount(store.intake, store.nodeId)
    if (done === 0) break
  }
  progress(0)
}

/** All incidents, and then the signatures that this makes wait, within one transaction that somebody else ends. */
export async function judgeAll(
  analysis: Analysis,
  client: Client,
  moved: Moved,
  progress: (incidents: number) => void,
): Promise<void> {
  const { nodeId } = analysis.store
  const after = (id: string | null) => incidentsAfter(client, nodeId, id, incidentsChunk)
  let done = 0
  for (let ids = await after(null), next = firstStatistics; ids.length > 0; ids = await after(ids.at(-1) ?? null)) {
    if (done >= next * incidentsChunk) {
      await refreshStatistics(client)
      next *= 2
    }
    const { size } = await lockHead(client, nodeId)
    await judgeWaiting(analysis, client, { ...moved, incidents: ids }, size)
    progress((done += ids.length))
  }
  await refreshStatistics(client)
  while ((await workSignatures(analysis, client)) > 0);
}

async function workIncidents(analysis: Analysis, client: Client): Promise<number> {
  const { store } = analysis
  const { size: upTo } = await lockHead(client, store.nodeId)
  const pending = await takePending(client, store)
  if (pending === null) return 0
  await judgeWaiting(analysis, client, pending, upTo)
  return pending.incidents.length
}

async function judgeWaiting(
  analysis: Analysis,
  client: Client,
  { incidents, ...moved }: PendingIncidents,
  upTo: number,
): Promise<void> {
  const { store } = analysis
  const desk = await openDesk(analysis, client, await readSettings(client, store.nodeId))
  const deriving = derivingAt(analysis, client, desk)
  const derivation = await derive(deriving, incidents)
  const twins = await twinsOf(client, store.nodeId, derivation.items)
  // While the server moves the index the items are judged.
  const [derived, findings] = await together([moveIndex(deriving, derivation), judgeItems(desk, derivation, twins)])
  const judged = { ...derivation, findings }
  await judge(analysis, client, desk, { judged, asked: nothingAsked, movedBy: () => moved, upTo, bulk: true })
  const { due, below } = await concerned(analysis, client, derived)
  const dueNumbers = new Set(due.map(({ signature }) => signature))
  await addPendingSignatures(client, store, [...derived.signatures.union(dueNumbers).union(below)], moved)
  await pendCrossed(analysis, client, derived, moved)
}

/** Items that are judged again while what they carry stays as it is. */
async function workItems(analysis: Analysis, client: Client): Promise<number> {
  const { store } = analysis
  const { size: upTo } = await lockHead(client, store.nodeId)
  const moved = await takePendingItems(client, store)
  if (moved === null) return 0
  const desk = await openDesk(analysis, client, await readSettings(client, store.nodeId))
  const asked = new Set(moved.signatures)
  const known = await signaturesByNumber(client, store.nodeId, moved.signatures)
  const classes = [...new Set([...known.values()].map(({ class: cls }) => cls))]
  const items = (await itemsOfIncidents(client, store.nodeId, moved.incidents, classes)).filter((item) =>
    signaturesCached(item, desk.names).some(({ key }) => asked.has(signatureNumber(key))),
  )
  const incidents = new Map((await incidentFacts(client, store.nodeId, moved.incidents)).map((one) => [one.id, one]))
  const findings = await judgeItems(desk, { incidents, items }, await twinsOf(client, store.nodeId, items))
  await judge(analysis, client, desk, {
    judged: { incidents, items, findings },
    isWhole: false,
    asked: nothingAsked,
    movedBy: () => moved,
    upTo,
    bulk: true,
  })
  return 1
}

async function workSignatures(analysis: Analysis, client: Client): Promise<number> {
  const { store } = analysis
  const { size: upTo } = await lockHead(client, store.nodeId)
  const taken = await takePendingSignatures(client, store, signatureBatch)
  const [first] = taken.values()
  if (first === undefined) return 0
  const desk = await openDesk(analysis, client, await readSettings(client, store.nodeId))
  const all = new Set(taken.keys())
  await judge(analysis, client, desk, {
    judged: noItems,
    asked: { same: all, novelty: all, whole: new Set(), stand: new Set() },
    movedBy: (signature) => taken.get(BigInt(signature)) ?? first,
    upTo,
    bulk: true,
  })
  return taken.size
}
