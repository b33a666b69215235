/** What an import answers: the counts of the exchange format. */
import type { Doubt } from '#core/record/doubt.ts'
import type { Table } from '#core/record/kinds.ts'
import type { Encoding } from './read/table.ts'

export interface RowDoubt {
  readonly row: number
  readonly column: string
  readonly doubt: string
}

export interface Rejected {
  readonly row: number
  readonly column: string
  readonly problem: string
  readonly remedy: string
}

export interface ImportedFile {
  readonly file: string
  /** Of a workbook, which of its sheets. */
  readonly sheet: string | null
  /** Of a text file, how it was read. */
  readonly encoding: Encoding | null
  readonly kind: Table | null
  readonly source: string
  rows: number
  added: number
  updated: number
  unchanged: number
  merged: number
  refused: number
  missing: number
  doubted: number
  readonly records: { [table: string]: number }
  readonly unknown_columns: readonly string[]
  readonly doubts: RowDoubt[]
  readonly rejected: Rejected[]
  /** What stopped the file as a whole. */
  fault?: { readonly row: number | null; readonly problem: string; readonly remedy: string }
}

export interface Imported {
  readonly files: readonly ImportedFile[]
  readonly ms: number
  readonly judged_ms: number
}

export const emptyResult = (
  of: Pick<ImportedFile, 'file' | 'sheet' | 'encoding' | 'source'>,
  layout?: { readonly table: Table; readonly unknown: readonly string[] },
): ImportedFile => ({
  ...of,
  kind: layout?.table ?? null,
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  refused: 0,
  missing: 0,
  doubted: 0,
  records: {},
  unknown_columns: layout?.unknown ?? [],
  doubts: [],
  rejected: [],
})

/** The first so many doubts and refusals are listed; the counts always hold. */
const mostListed = 1000

const room = (list: readonly unknown[]): number => Math.max(0, mostListed - list.length)

export function noteDoubts(result: ImportedFile, row: number, doubts: readonly Doubt[]): void {
  if (doubts.length === 0) return
  result.doubted++
  const distinct = new Map(doubts.map(({ column, doubt }) => [`${column} ${doubt}`, { row, column, doubt }]))
  result.doubts.push(...[...distinct.values()].slice(0, room(result.doubts)))
}

export function noteRejected(result: ImportedFile, reasons: readonly Rejected[]): void {
  result.refused++
  result.rejected.push(...reasons.slice(0, room(result.rejected)))
}
