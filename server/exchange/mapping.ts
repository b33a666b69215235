/** Mappings: which column of a foreign layout feeds which field. Parsed once into functions over a row. */
import { z } from 'zod'
import { parseDate } from '#core/record/day.ts'
import { monthOf } from '#core/mapping/month-names.ts'
import { doubtful, type Doubt } from '#core/record/doubt.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { columns, missingColumns, unknownColumns } from '#core/record/parse-row.ts'

const when = z.record(z.string(), z.array(z.string()))
const dateParts = /YYYY|YY|MMM|MM|M|DD|D/g
/** Each part of a date at most once, and a year. */
const dateForm = z.string().refine((written) => {
  const parts = written.match(dateParts)?.map((part) => part[0]) ?? []
  return parts.includes('Y') && new Set(parts).size === parts.length
}, 'A form has YYYY or YY and at most one of MMM, MM, M and of DD, D.')
const one = z.union([
  z.strictObject({ const: z.string(), when: when.optional() }),
  z.strictObject({ template: z.string(), when: when.optional() }),
  z.strictObject({
    column: z.string(),
    form: z.union([dateForm, z.array(dateForm)]).optional(),
    values: z.record(z.string(), z.string()).optional(),
    /** What becomes of a value that `values` does not list: kept as it stands, or dropped. */
    else: z.enum(['keep', 'drop']).optional(),
    when: when.optional(),
  }),
])
type Source = z.infer<typeof one>

/** Whether an empty field of this name is kept with a doubt. */
const hasDoubt = (table: Table, field: string) =>
  columns[table].some(({ name, field: { need } }) => name === field && need === 'column')

export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** A person looked at it and said yes: it is taken without asking again. */
  confirmed: z.boolean().optional(),
  columns: z.array(z.string()).min(1),
  keep: z.array(z.string()).optional(),
  records: z
    .array(
      z
        .strictObject({
          kind: z.enum(Object.keys(tables) as [Table, ...Table[]]),
          one_per: z.array(z.string()).optional(),
          when: when.optional(),
          fields: z.record(z.string(), z.union([one, z.array(one)])),
        })
        .superRefine(({ kind, fields }, check) => {
          const [unknown] = unknownColumns(kind, Object.keys(fields))
          if (unknown !== undefined)
            check.addIssue({ code: 'custom', message: `${kind} have no field ${unknown}.`, path: ['fields', unknown] })
          const [missing] = missingColumns(kind, Object.keys(fields)).filter((name) => !hasDoubt(kind, name))
          if (missing !== undefined)
            check.addIssue({ code: 'custom', message: `${kind} need the field ${missing}.`, path: ['fields'] })
        }),
    )
    .min(1),
})
export type Mapping = z.infer<typeof mappingSchema>

/** One record that a row makes: raw values by field, and the doubts that reading them raised. */
export interface MappedRecord {
  readonly table: Table
  readonly values: Readonly<Record<string, string>>
  readonly doubts: readonly Doubt[]
  /** Rows with one key are one record; null: each row is its own. */
  readonly key: string | null
}

export interface CompiledMapping {
  readonly name: string
  readonly tables: readonly [Table, ...Table[]]
  /** `row`: its number, for which `{#}` stands in a template. */
  records(cells: readonly string[], row: number): readonly MappedRecord[]
  /** Columns that feed no field. */
  readonly unused: readonly string[]
}

/** Whether a header is of the layout that the mapping was made for. */
export const fitsMapping = (mapping: Mapping, header: readonly string[]): boolean =>
  mapping.columns.every((column) => header.includes(column))

export function compileMapping(mapping: Mapping, header: readonly string[]): CompiledMapping {
  const at = new Map(header.map((name, i) => [name, i]))
  const cell = (cells: readonly string[], column: string) => cells[at.get(column) ?? -1]?.trim() ?? ''
  const holds = (cells: readonly string[], condition: Record<string, string[]> | undefined) =>
    condition === undefined ||
    Object.entries(condition).every(([column, values]) => values.includes(cell(cells, column)))
  const records = mapping.records.map((record) => ({
    ...record,
    fields: Object.entries(record.fields).map(
      ([field, sources]) => [field, Array.isArray(sources) ? sources : [sources]] as const,
    ),
  }))
  const used = new Set([...mapping.columns.filter((column) => isUsed(mapping, column)), ...(mapping.keep ?? [])])
  // A kept column that is named like a field is another thing than the field.
  const kept = (mapping.keep ?? []).map((column) => {
    const isField = mapping.records.some(({ kind }) => unknownColumns(kind, [column]).length === 0)
    return [column, isField ? `other.${column}` : column] as const
  })
  const [first, ...others] = mapping.records.map(({ kind }) => kind)
  return {
    name: mapping.name,
    tables: [first as Table, ...others],
    unused: header.filter((column) => !used.has(column) && !isUsed(mapping, column)),
    records(cells, row) {
      return records
        .filter((record) => holds(cells, record.when))
        .map((record, i): MappedRecord => {
          const values: { [field: string]: string } = {}
          const doubts: Doubt[] = []
          for (const [field, sources] of record.fields) {
            for (const source of sources) {
              if (!holds(cells, source.when)) continue
              const value = valueOf(source, (column) => (column === '#' ? String(row) : cell(cells, column)))
              if (value === null) continue
              values[field] = value.text
              if (value.swapped) doubts.push(doubtful(field, 'day-month'))
              break
            }
          }
          const key =
            record.one_per === undefined ? null : JSON.stringify(record.one_per.map((column) => cell(cells, column)))
          if (i === 0) for (const [column, name] of kept) values[name] = cell(cells, column)
          return { table: record.kind, values, doubts, key }
        })
    },
  }
}

/** Whether the source reads the column. `{#}` is the row's number, whatever a column is called. */
export function readsColumn(source: Source, column: string): boolean {
  if ('column' in source) return source.column === column
  return 'template' in source && column !== '#' && source.template.includes(`{${column}}`)
}

function isUsed(mapping: Mapping, column: string): boolean {
  return mapping.records.some(
    ({ fields, one_per: per, when: condition }) =>
      (per ?? []).includes(column) ||
      column in (condition ?? {}) ||
      Object.values(fields).some((sources) =>
        [sources].flat().some((source) => readsColumn(source, column) || column in (source.when ?? {})),
      ),
  )
}

function valueOf(
  source: Source,
  cell: (column: string) => string,
): { readonly text: string; readonly swapped: boolean } | null {
  if ('const' in source) return { text: source.const, swapped: false }
  if ('template' in source) return filled(source.template, cell)
  const raw = cell(source.column)
  if (raw === '') return null
  const text = source.values === undefined ? raw : (source.values[raw] ?? (source.else === 'drop' ? '' : raw))
  if (text === '') return null
  return source.form === undefined ? { text, swapped: false } : dateOf(text, [source.form].flat())
}

/** A template with nothing in any of its places is empty. */
function filled(template: string, cell: (column: string) => string): { text: string; swapped: boolean } | null {
  let some = false
  const text = template.replace(/\{([^{}]+)\}/g, (_, column: string) => {
    const value = cell(column)
    if (value !== '') some = true
    return value
  })
  return some ? { text: text.trim(), swapped: false } : null
}

/** The first form that fits; a text that fits none is handed on as it stands, and refused as no date. */
function dateOf(raw: string, forms: readonly string[]): { text: string; swapped: boolean } {
  const readings = forms.flatMap((form) => readDate(raw, form) ?? [])
  const [first] = readings
  return { text: first ?? raw, swapped: readings.some((reading) => reading !== first) }
}

const parts: { readonly [token: string]: string } = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MMM: '(?<named>[A-Za-zÀ-ÿ]{3,}\\.?)',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
}

/**
 * A date written in a form of YYYY, YY, MMM (a month's name in English or French), MM, M, DD, D and literal signs, as
 * ISO 8601; null where no such date is.
 */
function readDate(raw: string, form: string): string | null {
  const pattern = form.replace(/YYYY|YY|MMM|MM|M|DD|D|[^A-Za-z0-9]/g, (token) => parts[token] ?? `\\${token}`)
  const found = new RegExp(`^${pattern}$`).exec(raw)?.groups
  if (found === undefined) return null
  const short = found['short']
  // Two digits: from 69 on the last century, as POSIX has it.
  const year =
    found['year'] ?? (short === undefined ? undefined : String(Number(short) + (Number(short) >= 69 ? 1900 : 2000)))
  if (year === undefined) return null
  const named = found['named']
  const month = named === undefined ? found['month'] : monthOf(named)?.toString()
  if (named !== undefined && month === undefined) return null
  const written = [year, month, found['day']]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return parseDate(written)
}
