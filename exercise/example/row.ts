/** Rows as a table file has them: texts by column name, and a column that is not there is not known. */
import type { Table } from '#core/record/kinds.ts'

export type Row = Readonly<Record<string, string>>

export interface ExampleTable {
  readonly table: Table
  /** The file source that the rows belong to. */
  readonly source: string
  readonly rows: readonly Row[]
}

/** Gives each row all of these cells; its own go before. */
export const each = (common: Row, rows: readonly Row[]): readonly Row[] => rows.map((row) => ({ ...common, ...row }))

export const without = (row: Row, ...columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
