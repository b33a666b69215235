/** Rows of the library in the one flat shape of a proposed entry, and back: the same page, form and file for all. */
import type { Text } from '../lib/text.ts'
import { readCountry } from '../record/library-entry.ts'
import { type LibraryEntry } from '../record/kinds.ts'
import { libraryLists, type LibraryList } from '../record/library-fields.ts'
import {
  markForms,
  type ColourCodeRow,
  type HeadstampCodeRow,
  type LibraryData,
  type LibraryRow,
  type LotPatternRow,
  type MarkFormRow,
  type ModelRow,
  type NamedRow,
  type ProducerRow,
} from './library-data.ts'
import { shortened } from './calibre-readings.ts'
import type { CalibreRow, ReferenceData } from './reference-data.ts'

/** The lists of the library with the calibres: all that a proposed row can be added to. */
export type ShippedLibrary = LibraryData & Pick<ReferenceData, 'calibres' | 'calibresListed'>

/** What a row says, without its reference: that is the base's or the file's. */
export type FlatRow = Omit<LibraryEntry, 'entry_ref' | 'source' | 'corrects' | 'doubts' | 'other'>

export interface ListedFlat {
  readonly list: LibraryList
  readonly ref: string
  readonly row: FlatRow
}

/** In the order of the lists, each in its own. */
export const flatRows = (data: ShippedLibrary): readonly ListedFlat[] =>
  libraryLists.flatMap((list) => flatten[list](data).map(({ ref, row }) => ({ list, ref, row: { ...row, list } })))

type Flat = { readonly ref: string; readonly row: Omit<FlatRow, 'list'> }

const flatten: { readonly [L in LibraryList]: (data: ShippedLibrary) => readonly Flat[] } = {
  producers: ({ producers }) =>
    producers.map((row) => flat(row, { ...named(row), countries: row.countries.map(writtenCountry) })),
  patterns: ({ patterns }) => patterns.map((row) => flat(row, named(row))),
  models: ({ models }) =>
    models.map((row) =>
      flat(row, {
        ...named(row),
        pattern: row.pattern,
        class: row.class,
        countries: row.countries,
        ...some({ calibre: row.calibre, first_year: row.first_year }),
      }),
    ),
  'headstamp-codes': ({ headstampCodes }) =>
    headstampCodes.map((row) => {
      const { code, position, producer, country, year, sign } = row
      return flat(row, { code, ...some({ position, producer, country, year, means: sign?.en, means_fr: sign?.fr }) })
    }),
  'mark-forms': ({ markForms: rows }) => rows.map((row) => flat(row, { form: row.form })),
  'lot-patterns': ({ lotPatterns }) =>
    lotPatterns.map((row) =>
      flat(row, { name: row.name.en, name_fr: row.name.fr, form: row.form, classes: row.classes }),
    ),
  'colour-codes': ({ colourCodes }) =>
    colourCodes.map((row) =>
      flat(row, {
        part: row.part,
        colours: row.colours,
        convention: row.convention,
        means: row.means.en,
        means_fr: row.means.fr,
        ...some({ calibres: row.calibres }),
      }),
    ),
  calibres: ({ calibres, calibresListed }) => {
    const own = new Set(calibres.map(({ name }) => name))
    return [
      ...calibres.map((row) => calibre(row.name, row)),
      // One that both lists name is told apart by its second list.
      ...calibresListed.map((row) => calibre(own.has(row.name) ? `${row.name} (listed)` : row.name, shortened(row))),
    ]
  },
}

const calibre = (ref: string, { name, aliases, source, confidence }: CalibreRow): Flat => ({
  ref,
  row: {
    name,
    ...some({ aliases }),
    read_in: source ?? 'calibre list of fbastin (MIT)',
    confidence: confidence ?? 'probable',
  },
})

const named = ({ name, aliases }: NamedRow) => ({ name, ...some({ aliases }) })

const flat = (row: LibraryRow, own: Omit<FlatRow, 'list' | 'confidence' | 'read_in'>): Flat => ({
  ref: row.ref,
  row: {
    ...own,
    ...(some({ from: row.from, to: row.to, note: row.note }) as object),
    confidence: row.confidence,
    read_in: row.source,
  },
})

const writtenCountry = ({ code, from, to }: ProducerRow['countries'][number]): string =>
  from === undefined && to === undefined ? code : `${code} ${from ?? ''}..${to ?? ''}`

/** What is known of these: neither absent nor an empty list. */
function some<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** The rows as the readers take them. A row that lacks what its list needs is left out; none is let in that does. */
export function unflatten(rows: readonly ListedFlat[]): LibraryData & { readonly calibres: readonly CalibreRow[] } {
  const of = <R>(wanted: LibraryList, make: (base: LibraryRow, row: FlatRow) => R | null): readonly R[] =>
    rows.flatMap(({ list, ref, row }) => (list === wanted ? (make(baseOf(ref, row), row) ?? []) : []))
  return {
    producers: of('producers', (base, row): ProducerRow | null =>
      withNames(base, row, { countries: (row.countries ?? []).flatMap((one) => readCountry(one, null) ?? []) }),
    ),
    patterns: of('patterns', (base, row): NamedRow | null => withNames(base, row, {})),
    models: of('models', (base, row): ModelRow | null =>
      row.pattern === undefined || row.class === undefined
        ? null
        : withNames(base, row, {
            pattern: row.pattern,
            class: row.class,
            countries: (row.countries ?? []).flatMap((one) => readCountry(one, null)?.code ?? []),
            ...some({ calibre: row.calibre, first_year: row.first_year }),
          }),
    ),
    headstampCodes: of('headstamp-codes', (base, row): HeadstampCodeRow | null => {
      const { code, position, producer, country, year, means } = row
      if (code === undefined) return null
      return {
        ...base,
        code,
        ...some({ position, producer, country, year }),
        ...(means === undefined ? {} : { sign: both(means, row.means_fr) }),
      }
    }),
    markForms: of('mark-forms', (base, { form }): MarkFormRow | null => {
      const known = markForms.find((one) => one === form)
      return known === undefined ? null : { ...base, form: known, reads: readsOfForm[known] }
    }),
    lotPatterns: of('lot-patterns', (base, { name, name_fr: fr, form, classes }): LotPatternRow | null =>
      name === undefined || form === undefined || classes === undefined
        ? null
        : { ...base, name: both(name, fr), form, classes },
    ),
    colourCodes: of('colour-codes', (base, row): ColourCodeRow | null => {
      const { part, colours, convention, means, means_fr: fr, calibres } = row
      if (part === undefined || colours === undefined || convention === undefined || means === undefined) return null
      return { ...base, part, colours, convention, means: both(means, fr), ...some({ calibres }) }
    }),
    calibres: of('calibres', (_, { name, aliases = [] }): CalibreRow | null =>
      name === undefined ? null : { name, aliases },
    ),
  }
}

const readsOfForm: { readonly [F in MarkFormRow['form']]: MarkFormRow['reads'] } = {
  'two-digits': 'year',
  'four-digits': 'year',
  'zero-and-two-digits': 'year',
  calibre: 'calibre',
  'one-letter': 'lot',
}

const baseOf = (ref: string, { read_in: source, confidence, from, to, note }: FlatRow): LibraryRow => ({
  ref,
  source,
  confidence,
  ...(some({ from, to, note }) as object),
})

const withNames = <R extends object>(base: LibraryRow, { name, aliases = [] }: FlatRow, own: R) =>
  name === undefined ? null : { ...base, name, aliases, ...own }

/** Where nobody gave the French, the words stand as they were typed: a translation is not made up. */
const both = (en: string, fr: string | undefined): Text => ({ en, fr: fr ?? en })
