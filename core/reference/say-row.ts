/** A row of the library in words: what it is called, and what it says beside its names. */
import { text, type Text } from '../lib/text.ts'
import type { FlatRow } from './flat-rows.ts'

/** What stands at the head of the row: a name, or what was read off metal. */
export function titleOf(row: FlatRow): string {
  switch (row.list) {
    case 'headstamp-codes':
      return row.code ?? ''
    case 'colour-codes':
      return (row.colours ?? []).join(' + ')
    case 'mark-forms':
    case 'lot-patterns':
      return row.form ?? ''
    default:
      return row.name ?? ''
  }
}

/** `producerName` says whom a reference means, where it is known. */
export function sayRow(row: FlatRow, producerName: (ref: string) => string | null): Text {
  const parts = [
    ...(row.producer === undefined
      ? []
      : [text(producerName(row.producer) ?? row.producer, producerName(row.producer) ?? row.producer)]),
    ...(row.list === 'lot-patterns' && row.name !== undefined ? [text(row.name, row.name_fr ?? row.name)] : []),
    ...(row.means === undefined ? [] : [text(row.means, row.means_fr ?? row.means)]),
    ...(row.year === undefined ? [] : [text(`year ${row.year}`, `année ${row.year}`)]),
    ...(row.country === undefined ? [] : [text(row.country, row.country)]),
    ...same(row.pattern),
    ...same(row.calibre),
    ...same(row.countries?.join(', ')),
    ...(row.first_year === undefined ? [] : [text(`from ${row.first_year}`, `dès ${row.first_year}`)]),
    ...(row.position === undefined ? [] : [text(`at ${row.position} o’clock`, `à ${row.position} h`)]),
    ...same(row.convention),
    ...same(row.calibres?.join(', ')),
  ]
  return text(parts.map(({ en }) => en).join('; '), parts.map(({ fr }) => fr).join(' ; '))
}

const same = (words: string | undefined): readonly Text[] =>
  words === undefined || words === '' ? [] : [text(words, words)]
