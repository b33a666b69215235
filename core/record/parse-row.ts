/**
 * Reads a row of a table file, or a record of a JSON body with the same field names, into a record, the opinion that
 * came with it, and their doubts. Doubtful rows are kept; only what cannot be kept at all is refused.
 */
import { text } from '../lib/text.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { doubtful, refuse, type Doubt, type Refusal } from './doubt.ts'
import type { Field, Fields, Pair, Value } from './field.ts'
import { isHandling, handlings, type Handling } from './handling.ts'
import { aspectsOf, kinds, tables, type Aspect, type Content, type Kind, type Table, type TableKind } from './kinds.ts'
import { isText, parseValue, type Codes } from './parse-value.ts'
import { wrongEntry } from './library-entry.ts'
import { wrongSetting } from './settings.ts'
import { moreSeen } from './more-seen.ts'

/** A row as it can be kept. Doubts that only the row shows travel in the content's `doubts`. */
export interface Parsed<K extends TableKind = TableKind> {
  readonly kind: K
  readonly content: Content<K>
  /** The aspects of an opinion that the row brought, if it filled any. */
  readonly opinion: OpinionPart | null
  readonly handling: Handling | null
  readonly doubts: readonly Doubt[]
}

export type OpinionPart = Omit<Content<'opinion'>, 'record' | 'source' | 'author' | 'basis' | 'date' | 'note'>

export interface Column {
  readonly name: string
  readonly field: Field
  readonly of: 'record' | 'opinion'
}

/** What the writer sets and no table carries. */
const written = new Set(['source', 'incident', 'other', 'doubts'])

function columnsOfTable(table: Table): readonly Column[] {
  const kind = tables[table]
  const own = entriesOf(kinds[kind]).map(([name, field]): Column => ({ name, field, of: 'record' }))
  const aspects: readonly Aspect[] = kind === 'item' || kind === 'incident' ? aspectsOf[kind] : []
  const theirs = entriesOf(kinds.opinion)
    .filter(([, field]) => (aspects as readonly string[]).includes(field.group))
    .map(([name, field]): Column => ({ name, field, of: 'opinion' }))
  return [...own, ...theirs].filter(({ name }) => !written.has(name) || (kind === 'affiliation' && name === 'author'))
}

const entriesOf = (fields: Fields) => Object.entries(fields)

/** The columns of every table file, in the order in which exports write them. `handling` is every table's last. */
export const columns = Object.fromEntries(
  (Object.keys(tables) as Table[]).map((table) => [table, columnsOfTable(table)]),
) as unknown as { readonly [T in Table]: readonly Column[] }

const columnsByName = Object.fromEntries(
  Object.entries(columns).map(([table, list]) => [table, new Map(list.map((column) => [column.name, column]))]),
) as unknown as { readonly [T in Table]: ReadonlyMap<string, Column> }

/** The columns that the exchange format does not name for this table. */
export const unknownColumns = (table: Table, header: readonly string[]): readonly string[] =>
  header.filter((name) => name !== 'handling' && !columnsByName[table].has(name))

/** The columns that must be in the header and are not. */
export const missingColumns = (table: Table, header: readonly string[]): readonly string[] =>
  columns[table].filter(({ name, field }) => field.need !== undefined && !header.includes(name)).map(({ name }) => name)

/**
 * Reads one row. `row` holds raw values by column name: texts from a table file, typed values from JSON; empty and
 * absent mean not known. Columns that the format does not name are kept under `other`.
 */
export function parseRow<T extends Table>(
  table: T,
  row: Readonly<Record<string, unknown>>,
  codes: Codes,
  rowDoubts: readonly Doubt[] = [],
): Result<Parsed<(typeof tables)[T]>, readonly Refusal[]> {
  const known = columnsByName[table]
  const record: { [field: string]: Value } = {}
  const opinion: { [field: string]: Value } = {}
  const other: Pair[] = []
  const refusals: Refusal[] = []
  let handling: Handling | null = null
  let opined = false
  const keepOther = (name: string, raw: unknown) => {
    const words = typeof raw === 'string' ? raw.trim() : JSON.stringify(raw)
    if (isText(name) && isText(words)) other.push([name, words])
    else refusals.push(notUnicode(name))
  }

  for (const [name, raw] of Object.entries(row)) {
    if (isEmpty(raw)) continue
    const column = known.get(name)
    if (column === undefined) {
      if (name !== 'handling') keepOther(name, raw)
      else if (typeof raw === 'string' && isHandling(raw.trim())) handling = raw.trim() as Handling
      else refusals.push(wrongHandling)
      continue
    }
    const cell = typeof raw === 'string' ? raw.trim() : raw
    const value = parseValue(column.field.type, cell, codes)
    if (!value.ok) refusals.push({ column: name, ...value.error })
    else if (column.of === 'opinion') {
      opinion[name] = value.value
      opined = true
    } else if (!(Array.isArray(value.value) && value.value.length === 0)) record[name] = value.value
  }
  if (table === 'settings' && refusals.length === 0) refusals.push(...wrongSetting(record, codes))
  if (table === 'library' && refusals.length === 0) refusals.push(...wrongEntry(record, codes))
  if (table === 'baselines') refusals.push(...moreSeen(record))
  const doubts = [...rowDoubts]
  for (const { name, field } of columns[table]) {
    if (field.need === undefined || record[name] !== undefined || refusals.some(({ column }) => column === name))
      continue
    if (field.need === 'filled') refusals.push(empty(name))
    else doubts.push(doubtful(name, 'missing'))
  }
  if (refusals.length > 0) return err(refusals)
  if (other.length > 0) record['other'] = other.toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (rowDoubts.length > 0) record['doubts'] = rowDoubts.map(({ column, doubt }): Pair => [column, doubt])
  return ok({
    kind: tables[table],
    content: record as unknown as Content<(typeof tables)[T]>,
    opinion: opined ? (opinion as OpinionPart) : null,
    handling,
    doubts,
  })
}

/**
 * The reference under which a source knows the record. Actors are told by their states in time and settings by their
 * dates, so these carry their start.
 */
export function refOf(kind: Kind, content: Content): string | null {
  const values = content as unknown as Readonly<Record<string, Value | undefined>>
  const ref = values[refFields[kind] ?? '']
  if (typeof ref !== 'string') return null
  const from = values['from']
  return (kind === 'actor' || kind === 'setting') && typeof from === 'string' ? `${ref}@${from}` : ref
}

/** The field that carries the reference, for the kinds that have one. */
export const refFields: { readonly [K in Kind]?: string } = {
  incident: 'incident_ref',
  item: 'item_ref',
  stock: 'stock_ref',
  enquiry: 'enquiry_ref',
  baseline: 'baseline_ref',
  actor: 'actor_ref',
  affiliation: 'affiliation_ref',
  area: 'area_ref',
  scope: 'scope_ref',
  setting: 'setting',
  'library-entry': 'entry_ref',
  mandate: 'mandate_ref',
}

const isEmpty = (raw: unknown) =>
  raw === undefined || raw === null || raw === '' || (typeof raw === 'string' && raw.trim() === '')

const empty = (column: string) =>
  refuse(
    column,
    text('The cell is empty.', 'La cellule est vide.'),
    text('Fill it; the row cannot be kept without it.', 'Remplissez-la ; la ligne ne peut être conservée sans elle.'),
  )

const wrongHandling = refuse(
  'handling',
  text('It is no handling level.', "Ce n'est pas un niveau de protection."),
  text(`Write one of: ${handlings.join(', ')}.`, `Écrivez l'un de ces mots : ${handlings.join(', ')}.`),
)

const notUnicode = (column: string) =>
  refuse(
    column,
    text('It is not Unicode text.', "Ce n'est pas du texte Unicode."),
    text('Save the file as UTF-8 and import it again.', 'Enregistrez le fichier en UTF-8 et importez-le de nouveau.'),
  )
