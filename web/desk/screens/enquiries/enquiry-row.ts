/** The row of an enquiry, and of the stock that answers it, as this desk writes them. */
import { readSignature } from '#core/linking/signature.ts'
import type { RecordAnswer } from '#api/routes.ts'
import { pick, type Row } from '../../parts/form-row.ts'

/** What is asked about, as the fields of both tables name it. */
export const identification = ['pattern', 'model', 'producer', 'calibre', 'year', 'year_to', 'lot', 'serial'] as const

export const isSignature = (about: string) => about.includes('|')

/** What an item or a signature says of itself, for the question that it raises; null: neither. */
export function askedOf(about: string, record: RecordAnswer | null): Row {
  if (record !== null) return { ...identifiedBy(record), ...pick(record.fields, ['class', 'lot', 'serial', 'holder']) }
  if (!isSignature(about)) return {}
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
