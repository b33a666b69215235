/** Whether the cells of a column can be what its name says, and how they then feed the field. */
import type { Codes } from '../record/parse-value.ts'
import { dateForms } from './date-forms.ts'
import { classWords, formerCountryWords, incidentKindWords, meaningOf, stateWords } from './value-words.ts'

/** One source of a field, as mapping files write it. */
export type ProposedSource =
  | { readonly const: string }
  | { readonly template: string }
  | {
      readonly column: string
      readonly form?: string[]
      readonly values?: Record<string, string>
      readonly else?: 'keep' | 'drop'
    }

export interface Lookups {
  readonly codes: Codes
  /** The code of a country by its name in English or French; null where no one country has it. */
  country(name: string): string | null
  /** Whether the text names a calibre. */
  isCalibre(text: string): boolean
}

export interface Cells {
  readonly name: string
  /** Those that are not empty. */
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
}

type Reader = (cells: Cells, lookups: Lookups) => ProposedSource | null

/** Null where the cells gainsay the name, or the field is none that is proposed. */
export const sourceFor = (field: string, cells: Cells, lookups: Lookups): ProposedSource | null =>
  readers.get(field)?.(cells, lookups) ?? null

const nearlyAll = 0.95
/** Where the column's name leaves no doubt, cells that say nothing (`illegible`, `unknown`) may be many. */
const most = 0.5

const shareOf = ({ values }: Cells, test: (value: string) => boolean) => values.filter(test).length / values.length

/** So many of the cells must be such. */
const such =
  (share: number, test: (value: string, lookups: Lookups) => boolean): Reader =>
  (cells, lookups) =>
    shareOf(cells, (value) => test(value, lookups)) >= share ? { column: cells.name } : null

/** The cells are words of a list, or mean one: those that are not are dropped. */
const worded =
  (share: number, meaning: (value: string, lookups: Lookups) => string | null): Reader =>
  (cells, lookups) => {
    if (shareOf(cells, (value) => meaning(value, lookups) !== null) < share) return null
    const pairs = [...cells.distinct].flatMap((value) => {
      const means = meaning(value, lookups)
      return means === null ? [] : [[value, means] as const]
    })
    if (pairs.length === cells.distinct.size && pairs.every(([value, means]) => value === means))
      return { column: cells.name }
    return { column: cells.name, values: Object.fromEntries(pairs), else: 'drop' }
  }

const day: Reader = (cells) => {
  const forms = dateForms(cells.values)
  if (forms === null) return null
  return forms.length === 0 ? { column: cells.name } : { column: cells.name, form: [...forms] }
}

const named = (value: string) => /\p{L}/u.test(value) && value.length <= 120
const coded = (value: string) => /[\p{L}\d]/u.test(value) && value.length <= 60
const degrees = (largest: number) => (value: string) =>
  /^[+-]?\d{1,3}[.,]\d+$/.test(value) && Math.abs(Number(value.replace(',', '.'))) <= largest
const isDayLike = (value: string) => /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/.test(value)

/** Rows counted from one name nothing but themselves. */
const butRowNumbers =
  (reader: Reader): Reader =>
  (cells, lookups) => {
    const isCounted = cells.values.every((value, i) => /^\d+$/.test(value) && Number(value) === i + 1)
    return isCounted ? null : reader(cells, lookups)
  }

/** As one mark that stands at no hour of the clock: what a cell holds does not say where each part stands. */
const headstamps: Reader = ({ name, values }) =>
  /[{}]/.test(name) || values.some((value) => /[;:]/.test(value)) ? null : { template: `headstamp:{${name}}` }

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['date', day],
  ['end_date', day],
  ['country', worded(nearlyAll, (value, { codes, country }) => (codes.isCountry(value) ? value : country(value)))],
  [
    'producer_country',
    worded(nearlyAll, (value, { codes, country }) =>
      codes.isCountry(value) || codes.isFormerCountry(value)
        ? value
        : (country(value) ?? meaningOf(formerCountryWords, value)),
    ),
  ],
  ['kind', worded(most, (value) => meaningOf(incidentKindWords, value))],
  ['class', worded(most, (value) => meaningOf(classWords, value))],
  ['calibre', such(0.7, (value, { isCalibre }) => isCalibre(value))],
  ['serial', butRowNumbers(such(most, (value) => /\d/.test(value) && value.length <= 30 && !isDayLike(value)))],
  ['year', such(nearlyAll, (value) => /^(1[89]|20)\d\d$/.test(value))],
  ['quantity', such(nearlyAll, (value) => /^[1-9](\d{0,8}|\d{0,2}([ \u00a0\u202f,]\d{3}){1,2})$/.test(value))],
  ['lat', such(nearlyAll, degrees(90))],
  ['lon', such(nearlyAll, degrees(180))],
  ['grid', such(nearlyAll, (value) => /^\d{1,2}[C-X][A-Z]{2}[\d ]{2,13}$/i.test(value.replace(/\s/g, '')))],
  ['item_ref', butRowNumbers((cells) => (cells.distinct.size === cells.values.length ? { column: cells.name } : null))],
  ['lot', such(nearlyAll, coded)],
  ['marks', headstamps],
  ['state', worded(most, (value) => meaningOf(stateWords, value))],
  ['exported_on', day],
  ['covers_to', day],
  ['export_to', such(0.9, named)],
  ['holder', such(0.9, named)],
  ['find_spot', such(0.9, named)],
  ['tag', such(nearlyAll, coded)],
  ['incident_ref', such(nearlyAll, (value) => /\d/.test(value) && coded(value) && !isDayLike(value))],
  ['producer', such(0.9, named)],
  ['pattern', such(0.9, named)],
  ['model', such(0.5, named)],
  ['place', such(0.9, named)],
  ['admin1', such(0.9, named)],
  ['presumed_actor', such(0.9, named)],
  ['where_now', such(0.9, named)],
  ['summary', such(0.5, (value) => /\p{L}{2}/u.test(value))],
  ['note', such(0.5, (value) => /\p{L}{2}/u.test(value))],
])
