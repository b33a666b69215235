/**
 * Keeps findings current. A submission's incidents are derived and judged within its own write; bulk work and changes
 * of what rules read beside them wait in `pending_*` and are worked off in order, resumably.
 */
import type { CanonicalNames } from '#core/linking/canonical-names.ts'
import type { ScopeArea, ScopePeriod } from '#core/screening/scope.ts'
import type { Store } from '#store/connect.ts'
import { transact, type Client } from '#store/database.ts'
import type { IncidentOfBase, ItemOfBase } from '#store/facts.ts'
import { settleFindings, type FindingRow } from '#store/findings.ts'
import { knowledgeMark, readKnowledge } from '#store/knowledge.ts'
import { lockHead } from '#store/ledger.ts'
import {
  addPendingSignatures,
  countedSignatures,
  pendingCount,
  refreshStatistics,
  takePending,
  takePendingSignatures,
  watchedSignatures,
} from '#store/pending.ts'
import { readSettings, type Settings } from '#store/settings.ts'
import type { Zone } from '#store/signature-counts.ts'
import { derive, type Derived } from './derive.ts'
import { findingsOfItem, itemRules, type JudgingItems } from './judge-items.ts'
import { findingsOfSignatures, signatureRules } from './judge-signatures.ts'
import { knowledgeAt, viewsOf, type Knowledge, type View } from './knowledge.ts'

/** What judging needs that does not come from the base. */
export interface Analysis {
  readonly store: Store
  readonly newId: () => string
  readonly names: CanonicalNames
  readonly shippedScopes: readonly ScopePeriod[]
  readonly areaOfCode: (code: string) => ScopeArea | null
}

/** What a batch reads beside its incidents, as of this transaction. */
export interface Desk extends JudgingItems {
  readonly zone: Zone | null
}

/** Knowledge as it was last read, by base: read again when its mark has moved. */
const desks = new WeakMap<Store, { readonly mark: string; readonly desk: Desk }>()

export async function openDesk(analysis: Analysis, client: Client, settings: Settings): Promise<Desk> {
  const { store, names, shippedScopes, areaOfCode } = analysis
  const mark = `${await knowledgeMark(client, store.nodeId)} ${JSON.stringify(settings)}`
  const known = desks.get(store)
  if (known?.mark === mark) return known.desk
  const source = { recorded: await readKnowledge(client, store.nodeId), settings, names, shippedScopes, areaOfCode }
  const made = new Map<string, Knowledge>()
  const desk: Desk = {
    names,
    settings,
    views: viewsOf(source),
    zone: settings.zone === null ? null : zoneOf(settings.zone, areaOfCode),
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

export function zoneOf(zone: string, areaOfCode: Analysis['areaOfCode']): Zone {
  const parts = zone.split(';').map((code) => areaOfCode(code.trim()))
  return {
    countries: parts.flatMap((part) => part?.countries ?? []),
    regions: parts.flatMap((part) => part?.regions.map(({ region }) => region) ?? []),
  }
}

export interface Raised {
  readonly id: string
  readonly finding: FindingRow
  /** The incidents at hand that it shows on. */
  readonly incidents: readonly string[]
}

type Settled = Omit<Raised, 'incidents'>

/** Derives these incidents and judges everything that their arrival concerns. Answers what is newly raised. */
export async function judgeArrivals(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  { incidents, at }: { readonly incidents: readonly string[]; readonly at: string },
): Promise<readonly Raised[]> {
  if (incidents.length === 0) return []
  const derived = await deriveAt(analysis, client, desk, incidents)
  const raised = [...(await judgeItems(analysis, client, desk, { derived, at }))]
  const own = new Set(incidents)
  const touched = [...derived.signatures]
  raised.push(
    ...(await judgeSignatures(analysis, client, desk, {
      numbers: touched,
      at,
      among: derived.signatures,
      isNewAsked: (signature, first) => derived.moved.has(signature) || (first !== null && own.has(first)),
    })),
  )
  const watched = (await watchedSignatures(client, analysis.store.nodeId, readNow(derived))).filter(
    (number) => !derived.signatures.has(number),
  )
  raised.push(
    ...(await judgeSignatures(analysis, client, desk, { numbers: watched, at, among: null, isNewAsked: null })),
  )
  await pendCrossed(analysis, client, derived, at)
  return raised.map((one) => ({ ...one, incidents: incidentsOf(derived, one.finding) }))
}

const incidentsOf = ({ carriers }: Derived, { subject, incident }: FindingRow): readonly string[] =>
  carriers.get(subject) ?? (incident === null ? [] : [incident])

async function deriveAt(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  incidents: readonly string[],
): Promise<Derived> {
  const all = desk.knowledgeAt({ level: 2, team: '' })
  return derive(
    {
      client,
      store: analysis.store,
      names: analysis.names,
      actor: (name) => all.actor(name, null),
      actorFloor: desk.settings.actorFloor,
    },
    incidents,
  )
}

/** What was read now, by class and level, with the day before which it counts for what was first seen later. */
const readNow = (derived: Derived) => [...derived.readings.values()]

/** Where an actor came to be counted for circulation, or ceased to be, every signature of that class is weighed anew. */
async function pendCrossed(analysis: Analysis, client: Client, derived: Derived, at: string): Promise<void> {
  const numbers = await countedSignatures(client, analysis.store.nodeId, derived.crossed)
  await addPendingSignatures(client, analysis.store, numbers, at)
}

async function judgeItems(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  { derived, at }: { readonly derived: Pick<Derived, 'incidents' | 'items'>; readonly at: string },
): Promise<readonly Settled[]> {
  const findings = derived.items.flatMap((item) => findingsOfItem(desk, item, incidentOf(derived.incidents, item)))
  return settleFindings(
    client,
    analysis.store,
    { subjects: derived.items.map(({ id }) => id), rules: itemRules, findings },
    { at, newId: analysis.newId },
  )
}

const incidentOf = (incidents: ReadonlyMap<string, IncidentOfBase>, item: ItemOfBase) =>
  item.incident === null ? null : (incidents.get(item.incident) ?? null)

async function judgeSignatures(
  analysis: Analysis,
  client: Client,
  desk: Desk,
  ask: {
    readonly numbers: readonly bigint[]
    readonly at: string
    readonly among: ReadonlySet<bigint> | null
    readonly isNewAsked: ((signature: bigint, firstIncident: string | null) => boolean) | null
  },
): Promise<readonly Settled[]> {
  if (ask.numbers.length === 0) return []
  const { store, newId } = analysis
  const { findings, newAsked } = await findingsOfSignatures(
    {
      db: client,
      nodeId: store.nodeId,
      settings: desk.settings,
      zone: desk.zone,
      among: ask.among,
      isNewAsked: ask.isNewAsked,
    },
    ask.numbers,
  )
  const raised: Settled[] = []
  const [isNew, same] = signatureRules as [string, string]
  const of = (rule: string) => findings.filter((finding) => finding.rule === rule)
  for (const [rule, subjects] of [
    [isNew, newAsked],
    [same, ask.numbers.map(String)],
  ] as const) {
    raised.push(
      ...(await settleFindings(client, store, { subjects, rules: [rule], findings: of(rule) }, { at: ask.at, newId })),
    )
  }
  return raised
}

// Each holds the head for a tenth of a second or so, so that submissions slip in between.
const incidentBatches = 1
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
      (await transact(store.intake, (client) => workSignatures(analysis, client)))
    left = done > 0 ? Math.max(left - done, 1) : await pendingCount(store.intake, store.nodeId)
    if (done === 0) break
  }
  progress(0)
}

/** The same within one transaction that somebody else ends. */
export async function workOffWithin(
  analysis: Analysis,
  client: Client,
  progress: (left: number) => void,
): Promise<void> {
  const { store } = analysis
  for (let left = await pendingCount(client, store.nodeId); left > 0; left = await pendingCount(client, store.nodeId)) {
    progress(left)
    await refreshStatistics(client)
    for (let batch = 1, next = firstStatistics; (await workIncidents(analysis, client)) > 0; batch++) {
      if (batch !== next) continue
      await refreshStatistics(client)
      next *= 2
    }
    while ((await workSignatures(analysis, client)) > 0);
  }
}

async function workIncidents(analysis: Analysis, client: Client): Promise<number> {
  const { store } = analysis
  await lockHead(client, store.nodeId)
  const pending = await takePending(client, store, incidentBatches)
  const at = pending.at(-1)?.received
  if (at === undefined) return 0
  const desk = await openDesk(analysis, client, await readSettings(client, store.nodeId))
  const incidents = [...new Set(pending.flatMap((one) => one.incidents))]
  const derived = await deriveAt(analysis, client, desk, incidents)
  await judgeItems(analysis, client, desk, { derived, at })
  const watched = await watchedSignatures(client, store.nodeId, readNow(derived))
  await addPendingSignatures(client, store, [...new Set([...derived.signatures, ...watched])], at)
  await pendCrossed(analysis, client, derived, at)
  return pending.length
}

async function workSignatures(analysis: Analysis, client: Client): Promise<number> {
  const { store } = analysis
  await lockHead(client, store.nodeId)
  const taken = await takePendingSignatures(client, store, signatureBatch)
  if (taken === null) return 0
  const desk = await openDesk(analysis, client, await readSettings(client, store.nodeId))
  await judgeSignatures(analysis, client, desk, {
    numbers: taken.numbers,
    at: taken.received,
    among: null,
    isNewAsked: null,
  })
  return taken.numbers.length
}
