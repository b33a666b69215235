/** The library as the base uses it now: what ships, with the rows that were accepted. Everybody is answered by the same. */
import type { AcceptedEntry, LibraryInUse } from '#core/reference/library-in-use.ts'
import { libraryInUse } from '#core/reference/library-in-use.ts'
import type { ShippedLibrary } from '#core/reference/flat-rows.ts'
import type { Store } from '#store/connect.ts'
import type { Queryable } from '#store/database.ts'
import { acceptedMark, libraryEntries, type LibraryRecord } from '#store/library.ts'

export interface UsedLibrary extends LibraryInUse {
  /** The accepted rows, by `source:REF`. */
  readonly accepted: ReadonlyMap<string, LibraryRecord>
}

interface Using {
  readonly store: Store
  readonly shippedLibrary: ShippedLibrary
}

/** As it was last made, by base: made again when its mark has moved. */
const made = new WeakMap<Store, { readonly mark: string; readonly used: UsedLibrary }>()

export async function usedLibrary({ store, shippedLibrary }: Using, db: Queryable): Promise<UsedLibrary> {
  const mark = await acceptedMark(db, store.nodeId)
  const known = made.get(store)
  if (known?.mark === mark) return known.used
  const used = useLibrary(shippedLibrary, await libraryEntries(db, store.nodeId, ['accepted']))
  made.set(store, { mark, used })
  return used
}

export function useLibrary(shipped: ShippedLibrary, records: readonly LibraryRecord[]): UsedLibrary {
  const accepted = new Map(records.map((record) => [entryKey(record), record]))
  return { ...libraryInUse(shipped, records.map(acceptedEntry)), accepted }
}

export const entryKey = ({ source, ref }: Pick<LibraryRecord, 'source' | 'ref'>): string => `${source}:${ref}`

export function acceptedEntry(record: LibraryRecord): AcceptedEntry {
  const { entry_ref: _ref, source: _source, corrects, doubts: _doubts, other: _other, ...row } = record.content
  return { ref: entryKey(record), row, corrects }
}
