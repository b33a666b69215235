/** What an import answers: the counts of the exchange format. */
import type { Table } from '#core/record/kinds.ts'

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
