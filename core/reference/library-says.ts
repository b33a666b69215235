/** What the library says of models and lots, for rules to hold an item against. */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { Class } from '../record/kinds.ts'
import type { LibraryList } from '../record/library-fields.ts'
import type { LotYears, ModelFacts } from '../screening/item-input.ts'
import type { Library } from './make-library.ts'

export interface LibrarySays {
  /** Null where no model, or several, bear the name. */
  modelNamed(name: string): ModelFacts | null
  /** Every reading of the lot. */
  lotRead(lot: string, cls: Class): readonly LotYears[]
}

/** `isSure`: whether the row may decide; one that may not is said to be unverified, and proposes alone. */
export function librarySays(
  { modelByName, readingsOfLot }: Pick<Library, 'modelByName' | 'readingsOfLot'>,
  names: Pick<CanonicalNames, 'calibre'>,
  isSure: (list: LibraryList, ref: string) => boolean,
): LibrarySays {
  const doubt = (list: LibraryList, ref: string) => (isSure(list, ref) ? {} : { unverified: true as const })
  return {
    modelNamed(text) {
      const [found, ...others] = modelByName(text).filter(({ by }) => by !== 'near-spelling')
      if (found === undefined || others.length > 0) return null
      const { ref, name, class: cls, first_year: first, calibre: typed, source } = found.row
      const calibre = typed === undefined ? null : names.calibre(typed)
      return {
        name,
        class: cls,
        ...(first !== undefined && { first_year: first }),
        ...(calibre !== null && { calibre }),
        source,
        ...doubt('models', ref),
      }
    },
    lotRead: (lot, cls) =>
      readingsOfLot(lot, cls).map(({ years, rests_on: { ref, source } }) => ({
        years,
        source,
        ...doubt('lot-patterns', ref),
      })),
  }
}
