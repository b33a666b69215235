/** The row of an enquiry, and of the stock that answers it, as this desk writes them. */
import { readSignature } from '#core/linking/signature.ts'
import { kinds } from '#core/record/kinds.ts'
import type { RecordAnswer } from '#api/routes.ts'

export type Row = { readonly [field: string]: unknown }

/** What is asked about, as the fields of both tables name it. */
export const identification = ['pattern', 'model', 'producer', 'calibre', 'year', 'year_to', 'lot', 'serial'] as const

/** What an item or a signature says of itself, for the question that it raises; null: neither. */
export function askedOf(about: string, record: RecordAnswer | null): Row {
  if (record !== null) return { ...identifiedBy(record), ...pick(record.fields, ['class', 'lot', 'serial', 'holder']) }
  if (!about.includes('|')) return {}
  const { class: cls, parts } = readSignature(about)
  return { class: cls, ...pick(Object.fromEntries(parts), identification) }
}

/** Of each part what the latest opinion that has it says: a person looks it over before it is kept. */
const identifiedBy = ({ opinions }: RecordAnswer): Row =>
  Object.assign(
    {},
    ...opinions
      .toSorted((a, b) => (String(a['date'] ?? '') < String(b['date'] ?? '') ? -1 : 1))
      .map((opinion) => pick(opinion, identification)),
  ) as Row

const pick = (from: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))

/** What a form was filled with. */
export const rowOf = (form: FormData): Row => ({
  ...Object.fromEntries(
    [...form].filter(([name]) => name !== 'services').map(([name, value]) => [name, String(value).trim()]),
  ),
  services: form.getAll('services').map(String),
})

/** Drawn by chance: two desks never give one reference to two enquiries. */
export const newRef = (today: string): string =>
  `ENQ-${today.replaceAll('-', '')}-${crypto.randomUUID().slice(0, 6).toUpperCase()}`

/** The enquiry as it stands, with what changes: a record is kept whole, without what the writer sets by itself. */
export const changedRow = (enquiry: Row, change: Row): Row => ({
  ...pick(
    enquiry,
    Object.keys(kinds.enquiry).filter((name) => !['source', 'other', 'doubts'].includes(name)),
  ),
  ...change,
})

/** The stock that an answer tells of, as far as the answer goes: of a whole type, or of the one piece asked about. */
export const answerRow = (enquiry: Row, given: Row): Row => ({
  ...pick(enquiry, ['holder', 'holder_country', 'class']),
  stock_ref: `${String(enquiry['enquiry_ref'])}-answer`,
  basis: 'statement',
  ...pick(given, [
    ...identification,
    'services',
    'coverage',
    'covers_from',
    'covers_to',
    'status',
    'grade',
    'list',
    'handling',
  ]),
})
