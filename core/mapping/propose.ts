/**
 * Proposes how a table of a layout never seen becomes records: from the names of its columns and from their cells. A
 * column is proposed for a field only where its name says so and its cells do not gainsay it; everything else is left
 * to the person who knows the table. Rules of the table's own are no guess: what it lacks gets a plain default.
 */
import { headerKey } from './header-key.ts'
import { datedBy, headings, type Heading } from './headings.ts'
import { sourceFor, type Lookups, type ProposedSource } from './source-for.ts'

export interface ProposedRecord {
  readonly kind: Heading['table']
  readonly one_per?: string[]
  readonly fields: Record<string, ProposedSource | ProposedSource[]>
}

export interface Proposal {
  readonly records: readonly ProposedRecord[]
  /** Which column feeds which field, in the order of the columns. */
  readonly fed: readonly { readonly column: string; readonly table: Heading['table']; readonly field: string }[]
  /** Columns that nothing is proposed for. */
  readonly left: readonly string[]
}

interface Column {
  readonly name: string
  readonly key: string
  /** Cells that are not empty. */
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
}

interface Candidate {
  readonly column: Column
  readonly heading: Heading
  /** How plainly the name says it: 0 most. */
  readonly rank: number
  readonly source: ProposedSource
}

/** What a person chose for columns: `table.field`, or null to leave one out. */
export type Choices = Readonly<Record<string, string | null>>

/**
 * Null where the table does not say plainly that it tells of incidents or finds: what it is then, its owner must say.
 * A choice is followed whatever the cells hold; what cannot be kept then shows when the rows are read.
 */
export function propose(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  lookups: Lookups,
  choices: Choices = {},
): Proposal | null {
  const columns = header.map((name, i): Column => {
    const values = rows.map((cells) => cells[i]?.trim() ?? '').filter((value) => value !== '')
    return { name, key: headerKey(name), values, distinct: new Set(values) }
  })
  const candidates = columns.flatMap((column) => candidatesFor(column, lookups, choices))
  const isStock = isOfStock(candidates, choices)
  const chosen = choose(candidates.filter(({ heading: { table } }) => (table === 'stock') === isStock))
  const byField = new Map(chosen.map((one) => [`${one.heading.table}.${one.heading.field}`, one]))
  const has = (...fields: readonly string[]) => fields.some((field) => byField.has(field))
  if (!has('incidents.lat') || !has('incidents.lon'))
    ['lat', 'lon'].forEach((one) => byField.delete(`incidents.${one}`))
  const holdsItems =
    Object.values(choices).some((field) => field?.startsWith('items.') === true) ||
    has('items.serial', 'items.lot', 'items.calibre', 'items.model', 'items.producer', 'items.class')
  const isChosen = Object.values(choices).some((field) => field !== null)
  const isPlain = (has('incidents.date') && isOfIncidents(byField, columns)) || isOfArms(byField)
  if (isStock ? !tellsOfStock.every((field) => has(field)) : !isChosen && !isPlain) return null
  if (!holdsItems) for (const key of byField.keys()) if (key.startsWith('items.')) byField.delete(key)
  const found = incidents(byField, rows.length)
  const records = isStock ? [stock(byField)] : [found, ...(holdsItems ? [items(byField, columns, found)] : [])]
  const fed = columns.flatMap(({ name }) =>
    [...byField.values()]
      .filter(({ column }) => column.name === name)
      .map(({ heading: { table, field } }) => ({ column: name, table, field })),
  )
  const names = new Set(fed.map(({ column }) => column))
  return { records, fed, left: header.filter((name) => !names.has(name)) }
}

/** A holder and the day of the list: together no table of finds has them. A choice outweighs what the names say. */
function isOfStock(candidates: readonly Candidate[], choices: Choices): boolean {
  const chosen = Object.values(choices).flatMap((field) => field?.split('.')[0] ?? [])
  if (chosen.length > 0) return chosen.every((table) => table === 'stock')
  return tellsOfStock.every((field) => candidates.some(({ heading }) => `${heading.table}.${heading.field}` === field))
}

/** Without them a row of stock cannot be kept. */
const tellsOfStock = ['stock.holder', 'stock.covers_to']

type ByField = ReadonlyMap<string, Candidate>

/** A day and a place are in every payroll: something must say that the rows tell of incidents, or of what was found. */
function isOfIncidents(byField: ByField, columns: readonly Column[]): boolean {
  return (
    columns.some(({ key }) => /\b(incident|evenement|event|attack|attaque|attentat|saisie|seizure)s?\b/.test(key)) ||
    dateWords(byField).length > 0 ||
    tellsOfFinds.some((field) => byField.has(field))
  )
}

/** A calibre with two more of what is read off arms is no table of anything else. */
const isOfArms = (byField: ByField): boolean =>
  byField.has('items.calibre') &&
  ['class', 'producer', 'model', 'serial', 'lot', 'marks'].filter((field) => byField.has(`items.${field}`)).length > 1

const tellsOfFinds = ['kind', 'presumed_actor']
  .map((field) => `incidents.${field}`)
  .concat(['class', 'calibre', 'lot', 'marks'].map((field) => `items.${field}`))

/** What the name of the date's column says of the incident. */
const dateWords = (byField: ByField): readonly (typeof datedBy)[string][] =>
  (byField.get('incidents.date')?.column.key ?? '').split(' ').flatMap((word) => datedBy[word] ?? [])

function candidatesFor(column: Column, lookups: Lookups, choices: Choices): readonly Candidate[] {
  const choice = choices[column.name]
  if (choice === null) return []
  if (choice !== undefined) return chosenFor(column, choice, lookups)
  if (column.key === '' || column.values.length === 0) return []
  return headings.flatMap((heading): readonly Candidate[] => {
    const rank = heading.names.indexOf(column.key)
    const own = column.name.trim().toLowerCase() === heading.field
    if (rank < 0 && !own) return []
    const source = sourceFor(heading.field, column, lookups)
    return source === null ? [] : [{ column, heading, rank: own ? -1 : rank, source }]
  })
}

/** Before all that names propose. */
function chosenFor(column: Column, choice: string, lookups: Lookups): readonly Candidate[] {
  const heading = headings.find(({ table, field }) => `${table}.${field}` === choice)
  if (heading === undefined) return []
  return [{ column, heading, rank: -2, source: sourceFor(heading.field, column, lookups) ?? { column: column.name } }]
}

/** The fields that a column can be chosen for, as `table.field`. */
export const choosable: readonly string[] = headings.map(({ table, field }) => `${table}.${field}`)

/** One column a field and one field a column. What two columns could feed goes to the one that says it more plainly. */
function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = []
  const taken = new Set<string>()
  const ordered = candidates.toSorted((a, b) => a.rank - b.rank || certainty(b.heading) - certainty(a.heading))
  for (const one of ordered) {
    const field = `${one.heading.table}.${one.heading.field}`
    if (taken.has(field) || taken.has(`column ${one.column.name}`)) continue
    taken.add(field)
    taken.add(`column ${one.column.name}`)
    chosen.push(one)
  }
  return chosen
}

/** Fields whose cells prove them before those that take any text. */
const certainty = ({ field }: Heading): number => (proven.has(field) ? 1 : 0)
const proven = new Set(['date', 'country', 'lat', 'lon', 'year', 'quantity', 'kind', 'class'])

/** The row's own number: what names a record where the table has no name for it. */
const byRow: ProposedSource = { template: 'row-{#}' }

function incidents(byField: ByField, count: number): ProposedRecord {
  const fields = fieldsFor(byField, 'incidents')
  const ref = byField.get('incidents.incident_ref')
  const isWhole = ref !== undefined && ref.column.values.length === count
  if (!isWhole) fields['incident_ref'] = byRow
  const words = dateWords(byField)
  const dateKind = words.find((word) => word.dateKind !== undefined)?.dateKind
  if (dateKind !== undefined) fields['date_kind'] = { const: dateKind }
  const kind = words.find((word) => word.kind !== undefined)?.kind ?? 'other'
  fields['kind'] = [...[fields['kind'] ?? []].flat(), { const: kind }]
  const isShared = isWhole && ref.column.distinct.size < count
  return { kind: 'incidents', ...(isShared && { one_per: [ref.column.name] }), fields }
}

function items(byField: ByField, columns: readonly Column[], incident: ProposedRecord): ProposedRecord {
  const fields = fieldsFor(byField, 'items')
  // Not the incident's own: a reference typed alone would mean both.
  fields['item_ref'] = [...[fields['item_ref'] ?? []].flat(), { template: 'row-{#}-1' }]
  fields['incident_ref'] = incident.fields['incident_ref'] ?? byRow
  fields['class'] = [...[fields['class'] ?? []].flat(), { const: classByColumns(byField, columns) }]
  return { kind: 'items', fields }
}

/** Part of what the holder has, as its list says: nothing is claimed of what the list leaves out. */
function stock(byField: ByField): ProposedRecord {
  const fields = fieldsFor(byField, 'stock')
  const classes = [...[fields['class'] ?? []].flat(), { const: 'other' }]
  const asListed = { stock_ref: byRow, basis: { const: 'list' }, coverage: { const: 'partial' } }
  return { kind: 'stock', fields: { ...asListed, ...fields, class: classes } }
}

/** What all rows are where no column says it: only where the names of the columns leave no other reading. */
function classByColumns(byField: ByField, columns: readonly Column[]): string {
  const speaksOfArms = columns.some(({ name }) =>
    /\b(fire)?arms?\b|\bweapons?\b|\bguns?\b|\barmes?\b/i.test(name.replace(/_/g, ' ')),
  )
  return speaksOfArms && byField.has('items.serial') ? 'arm' : 'other'
}

function fieldsFor(byField: ByField, table: Heading['table']): Record<string, ProposedSource | ProposedSource[]> {
  return Object.fromEntries(
    [...byField.values()]
      .filter(({ heading }) => heading.table === table)
      .map(({ heading, source }) => [heading.field, source]),
  )
}
