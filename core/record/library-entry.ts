/** What a row of each list of the library must say; a row that cannot be used is refused, and says what it lacks. */
import { text } from '../lib/text.ts'
import { lotParts } from '../reference/lot-readings.ts'
import { markForms } from '../reference/library-data.ts'
import { refuse, type Refusal } from './doubt.ts'
import type { Value } from './field.ts'
import type { LibraryEntry } from './kinds.ts'
import type { LibraryList } from './library-fields.ts'
import type { Codes } from './parse-value.ts'

type Field = keyof LibraryEntry

/** The fields that each list takes, those first that it must have. */
export const fieldsOfList: {
  readonly [L in LibraryList]: { readonly must: readonly Field[]; readonly may: readonly Field[] }
} = {
  producers: { must: ['name'], may: ['aliases', 'countries', 'from', 'to'] },
  patterns: { must: ['name'], may: ['aliases'] },
  models: { must: ['name', 'pattern', 'class'], may: ['aliases', 'calibre', 'countries', 'first_year'] },
  'headstamp-codes': {
    must: ['code'],
    may: ['position', 'producer', 'country', 'year', 'means', 'means_fr', 'from', 'to'],
  },
  'mark-forms': { must: ['form'], may: [] },
  'lot-patterns': { must: ['name', 'form', 'classes'], may: ['name_fr'] },
  'colour-codes': { must: ['part', 'colours', 'convention', 'means'], may: ['means_fr', 'calibres'] },
  calibres: { must: ['name'], may: ['aliases'] },
}

/** A code stands for one of these; without any it says nothing. */
const meaningsOfCode = ['producer', 'country', 'year', 'means'] as const

export function wrongEntry(record: Readonly<Record<string, Value>>, codes: Codes): readonly Refusal[] {
  // Without its list nothing can be asked of it, and that it lacks it is said already.
  if (record['list'] === undefined) return []
  const entry = record as unknown as LibraryEntry
  const { must } = fieldsOfList[entry.list]
  return [
    ...must.flatMap((field) => (entry[field] === undefined ? [lacking(field)] : [])),
    ...(entry.list === 'headstamp-codes' && meaningsOfCode.every((field) => entry[field] === undefined)
      ? [meansNothing]
      : []),
    ...wrongForm(entry),
    ...(entry.countries ?? []).flatMap((written) => (readCountry(written, codes) === null ? [wrongCountry] : [])),
  ]
}

/** `SUHH`, `SUHH ..1991`, `RU 1992..`: a State, former ones too, and the years in which it holds. */
export function readCountry(
  written: string,
  codes: Codes | null,
): { readonly code: string; readonly from?: string; readonly to?: string } | null {
  const [, code, from = '', to = ''] = /^([A-Z]{2,4})(?: (\d{4})?\.\.(\d{4})?)?$/.exec(written.trim()) ?? []
  if (code === undefined) return null
  if (codes !== null && !codes.isCountry(code) && !codes.isFormerCountry(code)) return null
  return { code, ...(from !== '' && { from }), ...(to !== '' && { to }) }
}

function wrongForm({ list, form }: LibraryEntry): readonly Refusal[] {
  if (form === undefined) return []
  if (list === 'mark-forms') return (markForms as readonly string[]).includes(form) ? [] : [unknownForm(markForms)]
  const parts = form.match(/\{[^{}]*\}|[{}]/g) ?? []
  const known = Object.keys(lotParts).map((part) => `{${part}}`)
  return list !== 'lot-patterns' || (parts.length > 0 && parts.every((part) => known.includes(part)))
    ? []
    : [unknownForm(known)]
}

const lacking = (field: string) =>
  refuse(
    field,
    text('A row of this list needs it.', 'Une ligne de cette liste en a besoin.'),
    text('Fill it.', 'Remplissez ce champ.'),
  )

const meansNothing = refuse(
  'code',
  text('It is not said what the code stands for.', "Il n'est pas dit ce que désigne le code."),
  text(
    'Give a producer, a country, a year or a meaning.',
    'Donnez un fabricant, un pays, une année ou une signification.',
  ),
)

const unknownForm = (known: readonly string[]) =>
  refuse(
    'form',
    text('The form is made of parts that are not known.', 'La forme comporte des éléments inconnus.'),
    text(`Use these: ${known.join(', ')}.`, `Utilisez : ${known.join(', ')}.`),
  )

const wrongCountry = refuse(
  'countries',
  text('It is no country, or its years cannot be read.', "Ce n'est pas un pays, ou ses années sont illisibles."),
  text('Write SUHH, SUHH ..1991 or RU 1992.. for each.', 'Écrivez pour chacun SUHH, SUHH ..1991 ou RU 1992..'),
)
