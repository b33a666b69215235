/** A form of the desk as the row of a table, and a record as the row that it would be with something changed. */
import type { RecordAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'

export type Row = { readonly [field: string]: unknown }

/** What a form was filled with. */
export const rowOf = (form: FormData): Row => ({
  ...Object.fromEntries(
    [...form].filter(([name]) => name !== 'services').map(([name, value]) => [name, String(value).trim()]),
  ),
  services: form.getAll('services').map(String),
})

/** Drawn by chance: two desks never give one reference to two records. */
export const newRef = (kind: 'ENQ' | 'STUDY', today: string): string =>
  `${kind}-${today.replaceAll('-', '')}-${crypto.randomUUID().slice(0, 6).toUpperCase()}`

/** A record as it stands, with what changes: it is kept whole, without what the writer sets by itself. */
export const changedRow = (
  kind: 'enquiry' | 'baseline',
  { fields }: Pick<RecordAnswer, 'fields'>,
  change: Row,
): Row => ({
  ...pick(
    fields,
    Object.keys(kinds[kind]).filter((name) => !['source', 'other', 'doubts'].includes(name)),
  ),
  ...change,
})

export const pick = (from: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))
