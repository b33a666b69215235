/**
 * The library as a mission uses it: what the product ships, with the rows that its people proposed and reviewed. What
 * contradicts itself is not used and says why; the row that it speaks of stays as it was, and is sure no longer.
 */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { LibraryList } from '../record/library-fields.ts'
import { calibreLookup } from './calibre-readings.ts'
import { flatRows, unflatten, type FlatRow, type ListedFlat, type ShippedLibrary } from './flat-rows.ts'
import type { LibraryDoubtWord } from './library-doubt.ts'
import { librarySays, type LibrarySays } from './library-says.ts'
import { makeLibrary, type Library } from './make-library.ts'
import { nameKey } from './spelling.ts'
import { sureNames } from './sure-names.ts'

/** A row that was accepted. */
export interface AcceptedEntry {
  /** `source:REF`. */
  readonly ref: string
  readonly row: FlatRow
  /** The row in whose place it stands: `shipped:REF`, `source:REF`, or a REF of its own source. */
  readonly corrects?: string | undefined
}

/** A row that is in use. Its reference is that of the row in whose place it stands, so that others find it still. */
export interface RowInUse extends ListedFlat {
  /** The accepted row that it comes from; null: it is as shipped. */
  readonly entry: string | null
  /** Whether it is the mission's own, in no shipped row's place. */
  readonly own: boolean
}

export interface LibraryInUse {
  readonly rows: readonly RowInUse[]
  readonly library: Library
  readonly names: CanonicalNames
  readonly says: LibrarySays
  /** What speaks against a row, shipped (`shipped:REF`) or accepted (`source:REF`). */
  doubts(list: LibraryList, ref: string): readonly LibraryDoubtWord[]
}

/** `unverified` rows are read and never change what things are compared by. */
const isSure = ({ confidence }: FlatRow) => confidence !== 'unverified'

export function libraryInUse(shipped: ShippedLibrary, accepted: readonly AcceptedEntry[]): LibraryInUse {
  const listed = flatRows(shipped)
  const read = resolve(listed, accepted)
  const sure = resolve(
    listed,
    accepted.filter(({ row }) => isSure(row)),
  )
  const sureRows = sure.rows.filter(
    ({ list, ref, row, entry }) => isSure(row) && !sure.contested.has(keyOf(list, entry ?? `shipped:${ref}`)),
  )
  const named = (list: LibraryList) =>
    sureNames(
      sureRows.flatMap(({ list: own, ref, row: { name, aliases = [] } }) =>
        own === list && name !== undefined ? [{ ref, name, aliases }] : [],
      ),
    )
  const lookups = { producers: named('producers'), patterns: named('patterns'), models: named('models') }
  const library = makeLibrary(unflatten(read.rows), calibresOf(read.rows).readings)
  const names = {
    producer: lookups.producers.canonical,
    pattern: lookups.patterns.canonical,
    model: lookups.models.canonical,
    calibre: calibresOf(sureRows).canonical,
  }
  // Where a row that nobody verified stands in the place of one that somebody did, it alone is read: neither decides.
  const unsure = new Set(read.rows.flatMap(({ list, ref, row }) => (isSure(row) ? [] : [keyOf(list, ref)])))
  const sureOnes = new Set(sureRows.map(({ list, ref }) => keyOf(list, ref)).filter((key) => !unsure.has(key)))
  return {
    rows: read.rows,
    library,
    names,
    says: librarySays(library, names, (list, ref) => sureOnes.has(keyOf(list, ref))),
    doubts(list, ref) {
      const own = ref.replace(/^shipped:/, '')
      const claims = lookups[list as keyof typeof lookups]?.claimed(read.standsFor.get(keyOf(list, ref)) ?? own) ?? []
      return [...(read.doubts.get(keyOf(list, ref)) ?? []), ...(claims.length > 0 ? (['name-claimed'] as const) : [])]
    },
  }
}

/** Shipped calibres in their order, with what stands in their place; then the mission's own. */
function calibresOf(rows: readonly RowInUse[]) {
  const all = rows.filter(({ list }) => list === 'calibres')
  return calibreLookup(
    unflatten(all.filter(({ own }) => !own)).calibres,
    unflatten(all.filter(({ own }) => own)).calibres,
  )
}

const keyOf = (list: LibraryList, ref: string) => `${list} ${ref}`

interface Resolved {
  readonly rows: readonly RowInUse[]
  readonly doubts: ReadonlyMap<string, readonly LibraryDoubtWord[]>
  /** Rows in whose place several want to stand, by list and reference. */
  readonly contested: ReadonlySet<string>
  /** The reference under which an accepted row is in use, by list and its own reference. */
  readonly standsFor: ReadonlyMap<string, string>
}

function resolve(shipped: readonly ListedFlat[], accepted: readonly AcceptedEntry[]): Resolved {
  const entries = new Map(accepted.map((entry) => [keyOf(entry.row.list, entry.ref), entry]))
  const known = new Set([...shipped.map(({ list, ref }) => keyOf(list, `shipped:${ref}`)), ...entries.keys()])
  const targetOf = ({ ref, row, corrects }: AcceptedEntry) =>
    corrects === undefined ? null : keyOf(row.list, qualified(corrects, ref))
  const correctors = Map.groupBy(accepted, (entry) => targetOf(entry) ?? '')
  const doubts = new Map<string, LibraryDoubtWord[]>()
  const doubt = (key: string, word: LibraryDoubtWord) => doubts.set(key, [...(doubts.get(key) ?? []), word])
  const contested = new Set<string>()

  /** Why the row cannot be used, by the rows in whose place it stands; null: it can. */
  const fault = (entry: AcceptedEntry, above: ReadonlySet<string>): LibraryDoubtWord | null => {
    const target = targetOf(entry)
    if (target === null) return null
    if (above.has(target)) return 'corrects-in-a-circle'
    if (!known.has(target)) return 'corrects-nothing'
    if ((correctors.get(target)?.length ?? 0) > 1) return 'contradicts'
    const next = entries.get(target)
    if (next === undefined) return null
    const its = fault(next, new Set([...above, target]))
    return its === null || its === 'corrects-in-a-circle' ? its : 'corrects-nothing'
  }
  const usable = new Set<AcceptedEntry>()
  for (const entry of accepted) {
    const key = keyOf(entry.row.list, entry.ref)
    const word = fault(entry, new Set([key]))
    if (word === null) usable.add(entry)
    else doubt(key, word)
    const target = targetOf(entry)
    if (word === 'contradicts' && target !== null && !contested.has(target)) {
      contested.add(target)
      doubt(target, 'contradicts')
    }
  }
  const standsFor = new Map<string, string>()
  /** The last of those that stand in each other's place. */
  const lastOf = (key: string, ref: string): AcceptedEntry | null => {
    const [next] = (correctors.get(key) ?? []).filter((entry) => usable.has(entry))
    if (next === undefined) return null
    const own = keyOf(next.row.list, next.ref)
    standsFor.set(own, ref)
    return lastOf(own, ref) ?? next
  }
  const rows: RowInUse[] = []
  for (const { list, ref, row } of shipped) {
    const last = lastOf(keyOf(list, `shipped:${ref}`), ref)
    rows.push({ list, ref, row: last?.row ?? row, entry: last?.ref ?? null, own: false })
  }
  for (const entry of [...usable].toSorted((a, b) => (a.ref < b.ref ? -1 : 1))) {
    if (entry.corrects !== undefined) continue
    const { list } = entry.row
    standsFor.set(keyOf(list, entry.ref), entry.ref)
    const last = lastOf(keyOf(list, entry.ref), entry.ref) ?? entry
    // A mission's own row keeps its first reference, also as the origin of what stands in its place.
    rows.push({ list, ref: entry.ref, row: last.row, entry: last.ref, own: true })
  }
  return {
    rows: withProducers(rows, doubt),
    doubts,
    contested,
    standsFor,
  }
}

const qualified = (typed: string, by: string): string =>
  /^[a-z0-9-]+:/.test(typed) ? typed : `${by.slice(0, by.indexOf(':'))}:${typed}`

/** The producer of a code by the reference under which it is in use: a code may name it by another, or by its name. */
function withProducers(
  rows: readonly RowInUse[],
  doubt: (key: string, word: LibraryDoubtWord) => void,
): readonly RowInUse[] {
  const producers = rows.filter(({ list }) => list === 'producers')
  const refs = new Map(
    producers.flatMap(({ ref, entry }) => [
      [ref, ref] as const,
      [`shipped:${ref}`, ref] as const,
      ...(entry === null ? [] : [[entry, ref] as const]),
    ]),
  )
  const byName = Map.groupBy(
    producers.flatMap(({ ref, row: { name = '', aliases = [] } }) =>
      [...new Set([name, ...aliases].map(nameKey))].map((key) => ({ key, ref })),
    ),
    ({ key }) => key,
  )
  const refOf = (typed: string): string | undefined => {
    const named = byName.get(nameKey(typed)) ?? []
    return refs.get(typed) ?? (named.length === 1 ? named[0]?.ref : undefined)
  }
  return rows.flatMap((one) => {
    const { producer, ...row } = one.row
    if (one.list !== 'headstamp-codes' || producer === undefined) return [one]
    const ref = refOf(producer)
    if (ref !== undefined) return [{ ...one, row: { ...row, producer: ref } }]
    if (one.entry !== null) doubt(keyOf(one.list, one.entry), 'producer-unknown')
    const saysMore = row.country !== undefined || row.year !== undefined || row.means !== undefined
    return saysMore ? [{ ...one, row }] : []
  })
}
