/** How a file's rows become records: its own columns are the format's, or a mapping says so. */
import { readFile } from 'node:fs/promises'
import { text } from '#core/lib/text.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { missingColumns, unknownColumns } from '#core/record/parse-row.ts'
import {
  compileMapping,
  fitsMapping,
  mappingSchema,
  type CompiledMapping,
  type MappedRecord,
  type Mapping,
} from './mapping.ts'
import { TableFault } from './read/fault.ts'
import type { TableRow } from './read/table.ts'

/** A foreign layout and nobody to ask. */
export class UnknownLayout extends Error {
  readonly file: string
  readonly header: readonly string[]
  /** A mapping that would do, which nobody has agreed to yet. */
  readonly proposed: Mapping | null
  constructor(file: string, header: readonly string[], proposed: Mapping | null = null) {
    super(`${file}: no table of the exchange format has these columns. Give --mapping FILE, or --kind KIND.`)
    this.file = file
    this.header = header
    this.proposed = proposed
  }
}

export interface Layout {
  /** The table of its first record: a row may make others beside. */
  readonly table: Table
  /** Every table that its rows make records of. */
  readonly tables: readonly Table[]
  readonly name: string | null
  readonly unknown: readonly string[]
  records(row: TableRow): readonly MappedRecord[]
}

export interface LayoutOptions {
  readonly kind?: Table | undefined
  /** A file, or the name of a mapping that comes with the product. */
  readonly mapping?: string | undefined
  /** Take a recognised mapping without asking. */
  readonly yes?: boolean | undefined
}

export async function layoutOf(
  mappings: readonly Mapping[],
  file: string,
  header: readonly string[],
  options: LayoutOptions,
): Promise<Layout> {
  if (options.mapping !== undefined) {
    const mapping = await readMapping(options.mapping, mappings)
    const missing = mapping.columns.filter((column) => !header.includes(column))
    if (missing.length > 0) {
      throw new TableFault(
        file,
        1,
        text(
          `The mapping ${mapping.name} needs the columns ${missing.join(', ')}.`,
          `Le mappage ${mapping.name} exige les colonnes ${missing.join(', ')}.`,
        ),
        text('Use the mapping that was made for this layout.', 'Utilisez le mappage fait pour cette structure.'),
      )
    }
    return layoutBy(mapping, header)
  }
  const fitting = (Object.keys(tables) as Table[]).filter((table) => missingColumns(table, header).length === 0)
  const table = options.kind ?? (fitting.length === 1 ? fitting[0] : undefined)
  if (table !== undefined) return own(file, table, header)
  const known = mappings.find((mapping) => fitsMapping(mapping, header))
  if (known !== undefined && (options.yes === true || known.confirmed === true)) return layoutBy(known, header)
  throw new UnknownLayout(file, header, known ?? null)
}

export const layoutBy = (mapping: Mapping, header: readonly string[]): Layout => mapped(compileMapping(mapping, header))

function own(file: string, table: Table, header: readonly string[]): Layout {
  const missing = missingColumns(table, header)
  if (missing.length > 0) {
    throw new TableFault(
      file,
      1,
      text(`The columns ${missing.join(', ')} are missing.`, `Les colonnes ${missing.join(', ')} manquent.`),
      text('Add them, or give the file with --mapping.', 'Ajoutez-les, ou donnez le fichier avec --mapping.'),
    )
  }
  return {
    table,
    tables: [table],
    name: null,
    unknown: unknownColumns(table, header),
    records: ({ cells }) => [
      {
        table,
        values: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])),
        doubts: [],
        key: null,
      },
    ],
  }
}

const mapped = (mapping: CompiledMapping): Layout => ({
  table: mapping.tables[0],
  tables: mapping.tables,
  name: mapping.name,
  unknown: mapping.unused,
  records: ({ cells, row }) => mapping.records(cells, row),
})

export async function readMapping(nameOrFile: string, shipped: readonly Mapping[]): Promise<Mapping> {
  const known = shipped.find(({ name }) => name === nameOrFile)
  if (known !== undefined) return known
  let raw: unknown
  try {
    raw = JSON.parse(await readFile(nameOrFile, 'utf8'))
  } catch (error) {
    const isJson = error instanceof SyntaxError
    throw new TableFault(
      nameOrFile,
      null,
      isJson
        ? text('The mapping is not JSON.', "Le mappage n'est pas du JSON.")
        : text('There is no mapping of this name and no such file.', 'Ni mappage de ce nom, ni fichier.'),
      text(
        `Give a file, or one of: ${shipped.map(({ name }) => name).join(', ')}.`,
        `Donnez un fichier, ou l'un de : ${shipped.map(({ name }) => name).join(', ')}.`,
      ),
    )
  }
  const parsed = mappingSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new TableFault(
    nameOrFile,
    null,
    text(
      `The mapping is wrong at ${place}: ${issue?.message ?? ''}`,
      `Le mappage est incorrect à ${place} : ${issue?.message ?? ''}`,
    ),
    text(
      'Compare it with docs/format/exchange-format.md, section 2.',
      'Comparez-le à docs/format/exchange-format.md, section 2.',
    ),
  )
}
