/** Tables as they stand in the files of others, before anything is made of them. */
import type { Doubt, DoubtWord, Refusal } from '#core/record/doubt.ts'

export interface TableRow {
  /** As a spreadsheet counts: the first row of the sheet is 1. */
  readonly row: number
  readonly cells: readonly string[]
  readonly doubts: readonly Doubt[]
  /** Why the row as a whole cannot be kept. */
  readonly refused: Refusal | null
}

export interface OpenTable {
  /** A name for each column, no two alike. */
  readonly header: readonly string[]
  /** Every row below the header that is not blank. */
  readonly rows: AsyncIterable<TableRow>
  /** Lets go of it, wherever its reading stands. */
  close(): Promise<void>
}

export interface Encoding {
  /** As WHATWG names it. */
  readonly name: string
  /** Worked out from the bytes, which cannot tell for sure. */
  readonly guessed: boolean
}

/** One table of a file: a workbook has one a sheet. */
export interface TableIn {
  /** The sheet's name; null where the file is one table. */
  readonly sheet: string | null
  /** Null where the form of the file says it. */
  readonly encoding: Encoding | null
  /** Whose it is, where the form of the file says that. */
  readonly source: string | null
  open(): Promise<OpenTable>
}

export interface OpenFile {
  readonly tables: readonly TableIn[]
  /** SHA-256 of the file's bytes, in hex. */
  sha256(): Promise<string>
  close(): Promise<void>
}

/** A row before its columns have names. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly string[]
  /** By the column's place, from 0. */
  readonly doubts?: readonly (readonly [at: number, doubt: DoubtWord])[]
}

/** Cells that are shown as one: rows and columns from 0, both ends included. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
}
