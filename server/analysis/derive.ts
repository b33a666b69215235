/** Works out what incidents carry and how finely they were read, and moves the signature index by the difference. */
import { hash } from 'node:crypto'
import { keyOf, type CanonicalNames } from '#core/linking/canonical-names.ts'
import type { ActorFacts } from '#core/linking/facts.ts'
import { readingLevels, readingsOf } from '#core/linking/reading.ts'
import { actorMeant, circulationActor, presumedActor, sideOf } from '#core/linking/side.ts'
import { signaturesOf, type Signature } from '#core/linking/signature.ts'
import { numberedSerial } from '#core/marking/serial-number.ts'
import { levelOf } from '#core/record/handling.ts'
import { stockClass } from '#core/screening/stock-row.ts'
import type { Store } from '#store/connect.ts'
import type { Client } from '#store/database.ts'
import { incidentFacts, itemsOfIncidents, type IncidentOfBase, type ItemOfBase } from '#store/facts.ts'
import { atOnce } from '#store/prompt-client.ts'
import { changeSerials, serialsOfIncidents, type SerialRow } from '#store/serial-numbers.ts'
import type { Zone } from '#store/signature-counts.ts'
import {
  carriedBy,
  changeCarried,
  changeReadings,
  knowSignatures,
  readingsOfIncidents,
  type CarriedRow,
  type ReadingRow,
  type SideNumber,
  type SignatureRow,
} from '#store/signatures.ts'
import { isSeenBy, type View } from './view.ts'

export interface Deriving {
  readonly client: Client
  readonly store: Store
  readonly names: CanonicalNames
  /** The actor by reference or name, as those know it who see the record that names it; null: not described to them. */
  readonly actor: (name: string, view: View) => ActorFacts | null
  readonly actorFloor: number
  /** Kinds of incident that without an actor are the background of crime. */
  readonly crimeKinds: readonly string[]
  /** The mission's own area; null: everywhere. */
  readonly zone: Zone | null
}

/** What incidents carry and how finely they were read, held against what the index has of them. */
export interface Derivation {
  readonly incidents: ReadonlyMap<string, IncidentOfBase>
  readonly items: readonly ItemOfBase[]
  readonly signatures: readonly SignatureRow[]
  readonly carried: readonly CarriedRow[]
  readonly change: {
    readonly carried: Change<CarriedRow>
    readonly readings: Change<ReadingRow>
    readonly serials: Change<SerialRow>
  }
}

interface Change<Row> {
  readonly gone: readonly Row[]
  readonly come: readonly Row[]
}

export interface Derived {
  /** Signatures that any of these incidents carries now or carried before. */
  readonly signatures: ReadonlySet<bigint>
  /** Which of these incidents carry a signature, by its number as a text. */
  readonly carriers: ReadonlyMap<string, readonly string[]>
  /** Signatures of which something went. */
  readonly moved: ReadonlySet<bigint>
  /** Signatures of which one of these incidents is the first sighting in the zone, or may have been. */
  readonly firsts: ReadonlySet<bigint>
  /** What was read more or less: the finest level of each class, and the earliest day by which; null: undated. */
  readonly readings: ReadonlyMap<
    string,
    { readonly class: string; readonly level: number; readonly before: string | null }
  >
  /** Classes and levels of which an actor came over the floor of circulation, or under it. */
  readonly crossed: readonly { readonly class: string; readonly level: number }[]
}

export const sideNumber = { none: 0, attack: 1, defence: 2 } as const satisfies Record<string, SideNumber>

/** The number of a signature: the first 8 bytes of the SHA-256 of its comparison key, signed. */
export function signatureNumber(key: string): bigint {
  const known = numbers.get(key)
  if (known !== undefined) return known
  const number = BigInt.asIntN(64, BigInt(`0x${hash('sha256', key, 'hex').slice(0, 16)}`))
  if (numbers.size > 200_000) numbers.clear()
  numbers.set(key, number)
  return number
}
const numbers = new Map<string, bigint>()

/** Writes nothing yet. */
export async function derive(deriving: Deriving, ids: readonly string[]): Promise<Derivation> {
  const { client, store } = deriving
  const [facts, itemsFound, carriedBefore, readingsBefore, serialsBefore] = await atOnce(client, [
    () => incidentFacts(client, store.nodeId, ids),
    () => itemsOfIncidents(client, store.nodeId, ids),
    () => carriedBy(client, store, ids),
    () => readingsOfIncidents(client, store, ids),
    () => serialsOfIncidents(client, store.nodeId, ids),
  ])
  const incidents = new Map(facts.map((incident) => [incident.id, incident]))
  // The least closely held first: what more people see is worked out without what fewer do.
  const items = itemsFound.toSorted((a, b) => levelOf(a.handling) - levelOf(b.handling) || (a.id < b.id ? -1 : 1))
  const byIncident = Map.groupBy(items, (item) => item.incident ?? '')
  const known = new Map<string, SignatureRow>()
  const carried = new Map<string, CarriedRow>()
  const readings = new Map<string, ReadingRow>()
  for (const incident of incidents.values()) {
    const own = byIncident.get(incident.id) ?? []
    for (const row of carriedOf(deriving, incident, own, known)) carried.set(carriedKey(row), row)
    for (const row of readingsFor(deriving, incident, own)) readings.set(readingKey(row), row)
  }
  const serials = new Map(items.flatMap((item) => serialOf(deriving, item)).map((row) => [serialKey(row), row]))
  return {
    incidents,
    items,
    signatures: inOrder([...known.values()]),
    carried: [...carried.values()],
    change: {
      carried: difference(carriedBefore, carried, carriedKey),
      readings: difference(readingsBefore, readings, readingKey),
      serials: difference(serialsBefore, serials, serialKey),
    },
  }
}

/** Moves the index by the difference. */
export async function moveIndex(
  { client, store, actorFloor }: Pick<Deriving, 'client' | 'store' | 'actorFloor'>,
  { signatures, carried, change }: Derivation,
): Promise<Derived> {
  const [, firsts, counts] = await atOnce(client, [
    () => knowSignatures(client, store, signatures),
    () => changeCarried(client, store, change.carried),
    () => changeReadings(client, store, change.readings),
    () => changeSerials(client, store, change.serials),
  ])
  return {
    signatures: new Set([...carried, ...change.carried.gone].map(({ signature }) => signature)),
    carriers: new Map(
      [...Map.groupBy(carried, ({ signature }) => String(signature))].map(([signature, rows]) => [
        signature,
        rows.map(({ incident }) => incident),
      ]),
    ),
    moved: new Set(change.carried.gone.map(({ signature }) => signature)),
    firsts,
    readings: readMost([...change.readings.gone, ...change.readings.come]),
    crossed: counts.filter(({ before, after }) => before < actorFloor !== after < actorFloor),
  }
}

/** Whether an incident counts for what is new in the zone. */
const isInZone = (zone: Zone | null, { country, region }: IncidentOfBase): boolean =>
  zone === null ||
  zone.countries.includes(country ?? '') ||
  zone.regions.some((one) => one.country === country && one.region === region)

function readMost(rows: readonly ReadingRow[]): Derived['readings'] {
  const most = new Map<string, { class: string; level: number; before: string | null }>()
  for (const { class: cls, level, last_day: day } of rows) {
    const known = most.get(cls)
    if (known === undefined) most.set(cls, { class: cls, level, before: day })
    else {
      known.level = Math.max(known.level, level)
      known.before = known.before === null || day === null ? null : day < known.before ? day : known.before
    }
  }
  return most
}

const carriedKey = (row: CarriedRow) => `${row.signature} ${row.side} ${row.incident} ${row.handling} ${row.team}`
const readingKey = (row: ReadingRow) => `${row.incident} ${row.class} ${row.handling} ${row.team}`

/** Locks are taken in one order everywhere, so that two writers never wait for each other. */
const inOrder = (rows: readonly SignatureRow[]) => rows.toSorted((a, b) => (a.signature < b.signature ? -1 : 1))

function difference<R extends object>(
  before: readonly R[],
  after: ReadonlyMap<string, R>,
  nameOf: (row: R) => string,
): Change<R> {
  const same = (a: R, b: R) => Object.entries(a).every(([name, value]) => b[name as keyof R] === value)
  const gone: R[] = []
  const kept = new Set<string>()
  for (const row of before) {
    const wanted = after.get(nameOf(row))
    if (wanted !== undefined && same(row, wanted)) kept.add(nameOf(row))
    else gone.push(row)
  }
  return { gone, come: [...after].filter(([key]) => !kept.has(key)).map(([, row]) => row) }
}

function carriedOf(
  deriving: Deriving,
  incident: IncidentOfBase,
  items: readonly ItemOfBase[],
  known: Map<string, SignatureRow>,
): readonly CarriedRow[] {
  const rows = new Map<string, Carrying>()
  // Circulation is a share of an actor's incidents, of either side's items: not of the items that were the actor's own.
  const actor = actorOfIncident(deriving, incident)
  for (const item of items) {
    const side = sideNumber[sideOf(item.used_by) ?? 'none']
    const handling = levelOf(item.handling)
    const team = item.team ?? ''
    const user = userOf(deriving, item, incident)
    for (const signature of signaturesCached(item, deriving.names)) {
      const number = signatureNumber(signature.key)
      know(known, signature, { number, handling, team })
      const parent = signature.parent === null ? 0n : signatureNumber(keyOf(signature.parent))
      const key = `${number} ${side} ${team} ${handling}`
      const before = rows.get(key)
      if (before === undefined) {
        const users = new Set(user === '' ? [] : [user])
        rows.set(key, { signature: number, parent, side, handling, team, users })
      } else {
        if (user !== '') before.users.add(user)
        if (before.parent < parent) before.parent = parent
      }
    }
  }
  const inZone = isInZone(deriving.zone, incident)
  const at = {
    incident: incident.id,
    actor,
    first_day: inZone ? incident.firstDay : null,
    undated: inZone && incident.firstDay === null,
  }
  return onceForEachReader([...rows.values()]).map((row) => ({ ...row, ...at }))
}

/** A signature as the items of one side, level and team carry it in one incident. */
interface Carrying {
  readonly signature: bigint
  parent: bigint
  readonly side: SideNumber
  readonly handling: number
  readonly team: string
  readonly users: Set<string>
}

type Carried = Omit<Carrying, 'users'> & Pick<CarriedRow, 'users' | 'weight'>

/** What everybody at a level sees already is not counted again for who sees more: such a row only adds its users. */
function onceForEachReader(rows: readonly Carrying[]): readonly Carried[] {
  const made: Carried[] = []
  for (const list of Map.groupBy(rows, ({ signature, side }) => `${signature} ${side}`).values()) {
    const before: Carrying[] = []
    for (const { users, ...row } of list.toSorted((a, b) => a.handling - b.handling || (a.team < b.team ? -1 : 1))) {
      const below = before.filter(({ handling, team }) =>
        isSeenBy({ level: row.handling, team: row.team }, { level: handling, team }),
      )
      const seen = new Set(below.flatMap((one) => [...one.users]))
      const more = [...users.difference(seen)].toSorted().join('\n')
      const weight = below.length === 0 ? 1 : 0
      if (weight === 1 || more !== '') made.push({ ...row, users: more, weight })
      before.push({ ...row, users })
    }
  }
  return made
}

/** Who is meant for the item, as those know it who see it; crimes without an actor are one. Empty: nobody. */
function userOf(deriving: Deriving, item: ItemOfBase, incident: IncidentOfBase): string {
  const meant = actorMeant(item, incident)
  const view: View = { level: levelOf(item.handling), team: item.team ?? '' }
  if (meant !== null) return circulationActor(described(deriving, meant, view), incident, deriving.crimeKinds) ?? ''
  return sideOf(item.used_by) === 'attack' ? (circulationActor(null, incident, deriving.crimeKinds) ?? '') : ''
}

/** The serial of an arm whose model and producer are known; numbers longer than 15 figures tell no density. */
function serialOf({ names }: Deriving, item: ItemOfBase): readonly SerialRow[] {
  const numbered = item.serial === undefined ? null : numberedSerial(item.serial)
  if (numbered === null || item.incident === null || numbered.number > 999_999_999_999_999n) return []
  const signature = signaturesCached(item, names).find(
    ({ class: cls, level }) => stockClass(cls) === 'arm' && level === 'producer',
  )
  if (signature === undefined) return []
  return [
    {
      signature: signatureNumber(signature.key),
      prefix: numbered.prefix,
      number: Number(numbered.number),
      item: item.id,
      incident: item.incident,
      side: sideNumber[sideOf(item.used_by) ?? 'none'],
      handling: levelOf(item.handling),
      team: item.team ?? '',
    },
  ]
}

const serialKey = ({ signature, item }: SerialRow) => `${signature} ${item}`

function know(
  known: Map<string, SignatureRow>,
  signature: Signature,
  { number, handling, team }: { number: bigint; handling: number; team: string },
): void {
  const key = `${number} ${team}`
  const before = known.get(key)
  if (before !== undefined && before.handling <= handling) return
  known.set(key, {
    signature: number,
    handling,
    team,
    text: signature.text,
    class: signature.class,
    level: signature.level,
    reading: readingLevels[signature.reading],
  })
}

function readingsFor(
  deriving: Deriving,
  incident: IncidentOfBase,
  items: readonly ItemOfBase[],
): readonly ReadingRow[] {
  const own: View = { level: levelOf(incident.handling), team: incident.team ?? '' }
  const actor = actorOfIncident(deriving, incident)
  const base = {
    incident: incident.id,
    actor,
    country: incident.country ?? '',
    region: incident.region ?? '',
    first_day: incident.firstDay,
    last_day: incident.lastDay,
  }
  const rows: ReadingRow[] = []
  // Each group of items that one kind of reader sees is read to its own level; a finer level seen by fewer adds a row
  // for the levels above what more people see.
  const add = (cls: string, level: number, handling: number, team: string) => {
    const seen = rows.filter(
      (one) => one.class === cls && one.handling <= handling && (one.team === '' || one.team === team),
    )
    const above = Math.max(0, ...seen.map((one) => one.level))
    if (level > above) rows.push({ ...base, class: cls, handling, team, level, above })
  }
  const seenWithIt = items.filter((item) => isSeenBy(own, { level: levelOf(item.handling), team: item.team ?? '' }))
  for (const [cls, level] of readingsOf(incident, [])) {
    if (!seenWithIt.some((item) => item.class === cls)) add(cls, level, own.level, own.team)
  }
  const groups = Map.groupBy(items, (item) => `${item.team ?? ''} ${levelOf(item.handling)}`)
  for (const [, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = group
    if (first === undefined) continue
    for (const [cls, level] of readingsOf({}, group)) add(cls, level, levelOf(first.handling), first.team ?? '')
  }
  return rows
}

/** Whose incident it is for circulation, as those know it who see the incident; empty where nobody is counted. */
function actorOfIncident(deriving: Deriving, incident: IncidentOfBase): string {
  const presumed = presumedActor(incident)
  const view: View = { level: levelOf(incident.handling), team: incident.team ?? '' }
  const actor = presumed === null ? null : described(deriving, presumed, view)
  return circulationActor(actor, incident, deriving.crimeKinds) ?? ''
}

const described = (deriving: Deriving, name: string, view: View): Pick<ActorFacts, 'ref' | 'kind'> =>
  deriving.actor(name, view) ?? { ref: name }

/** Like items carry like signatures: those of a heap are worked out once. */
export function signaturesCached(item: ItemOfBase, names: CanonicalNames): readonly Signature[] {
  const key = JSON.stringify(signedFields.map((field) => item[field]))
  const byItem = signaturesByItem.get(names) ?? new Map<string, readonly Signature[]>()
  signaturesByItem.set(names, byItem)
  const known = byItem.get(key)
  if (known !== undefined) return known
  const signatures = signaturesOf(item, names)
  if (byItem.size > 50_000) byItem.clear()
  byItem.set(key, signatures)
  return signatures
}
/** By the names that they were worked out with: an accepted row of the library brings others. */
const signaturesByItem = new WeakMap<CanonicalNames, Map<string, readonly Signature[]>>()

const signedFields = [
  'class',
  'features',
  'marks',
  'removed_how',
  'pattern',
  'model',
  'producer',
  'calibre',
  'year',
  'year_to',
  'lot',
  'lot_body',
  'lot_filling',
  'lot_fuze',
  'site_code',
  'date_code',
] as const
