/** The fields of a row that somebody proposes for the reference library. */
import { countryOrFormer, date, inGroup, list, listOf, pairs, text, whole, word, type Fields } from './field.ts'

const what = inGroup('what')
const informant = inGroup('informant')
const note = inGroup('note')
const year = whole(1500, 2200)

/** The lists of the reference library that a mission may add to; embargo scopes have a table of their own. */
export const libraryLists = [
  'producers',
  'patterns',
  'models',
  'headstamp-codes',
  'mark-forms',
  'lot-patterns',
  'colour-codes',
  'calibres',
] as const
export type LibraryList = (typeof libraryLists)[number]

/**
 * A new row, or one in the place of another. `read_in` is what it rests on, apart from the rest, for it may betray who
 * showed it.
 */
export const libraryFields = <const C extends readonly string[]>(classes: C) =>
  ({
    entry_ref: what(text, 'filled'),
    source: what(text),
    list: what(word(...libraryLists), 'filled'),
    corrects: what(text),
    name: what(text),
    name_fr: what(text),
    aliases: what(list),
    countries: what(list),
    pattern: what(text),
    class: what(word(...classes)),
    calibre: what(text),
    first_year: what(year),
    code: what(text),
    position: what(text),
    producer: what(text),
    country: what(countryOrFormer),
    year: what(year),
    means: what(text),
    means_fr: what(text),
    form: what(text),
    classes: what(listOf(classes)),
    part: what(word('tip', 'case', 'primer')),
    colours: what(list),
    convention: what(text),
    calibres: what(list),
    from: what(date),
    to: what(date),
    confidence: what(word('verified', 'probable', 'unverified'), 'filled'),
    read_in: informant(text, 'filled'),
    note: note(text),
    other: note(pairs),
    doubts: what(pairs),
  }) as const satisfies Fields
