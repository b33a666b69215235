/** Takes rows in that no file holds, as if each table came as a file: written, noted in the ledger and judged alike. */
import { createHash } from 'node:crypto'
import { tables, type Table } from '#core/record/kinds.ts'
import { refFields } from '#core/record/parse-row.ts'
import { importedRefs } from '#store/import-refs.ts'
import { workOff } from '../analysis/judge.ts'
import { csvLine } from './csv.ts'
import { emptyResult, type ImportedFile } from './imported.ts'
import { layoutOf } from './layout.ts'
import type { OpenTable, TableRow } from './read/table.ts'
import { operatorImports } from './import-files.ts'
import { takeRows, type Importing, type Progress } from './take-rows.ts'

export interface RowsOfTable {
  readonly table: Table
  readonly source: string
  /** Texts by column name; a column that is not there is an empty cell. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** `name` stands for the file's in the ledger. */
export async function importRows(
  importing: Importing,
  name: string,
  given: readonly RowsOfTable[],
  progress: Progress = () => undefined,
): Promise<readonly ImportedFile[]> {
  const done: ImportedFile[] = []
  for (const { table, source, rows } of given) {
    const file = `${name}: ${table}`
    const open = tableOfRows(rows)
    const sha256 = () => Promise.resolve(digestOf(open.header, rows))
    const layout = await layoutOf(importing.mappings, file, open.header, { kind: table })
    const result = emptyResult({ file, sheet: null, encoding: null, source }, layout)
    await takeRows(importing, open, {
      layout,
      result,
      rejects: null,
      progress,
      language: 'en',
      complete: false,
      by: operatorImports,
      sha256,
    })
    done.push(result)
  }
  await workOff(importing.analysis, { progress: (judging) => progress({ judging }) })
  return done
}

/** Whether this table is there already, as the last of several is only when those before it are. */
export async function holdsRows({ intake }: Importing, { table, source, rows }: RowsOfTable): Promise<boolean> {
  const kind = tables[table]
  const there = new Set(await importedRefs(intake.store, kind, source))
  return rows.every((row) => there.has(row[refFields[kind] ?? ''] ?? ''))
}

function tableOfRows(rows: RowsOfTable['rows']): OpenTable {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    header,
    rows: (async function* () {
      for (const [i, row] of rows.entries()) {
        yield { row: i + 2, cells: cellsOf(header, row), doubts: [], refused: null } satisfies TableRow
      }
    })(),
    close: () => Promise.resolve(),
  }
}

const cellsOf = (header: readonly string[], row: RowsOfTable['rows'][number]) =>
  header.map((column) => row[column] ?? '')

/** As of the file that they would be. */
const digestOf = (header: readonly string[], rows: RowsOfTable['rows']): string =>
  createHash('sha256')
    .update([header, ...rows.map((row) => cellsOf(header, row))].map(csvLine).join(''))
    .digest('hex')
