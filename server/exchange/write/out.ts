/** A file of rows that is being written, whatever its form. */
import type { FileHandle } from 'node:fs/promises'

export interface RowsOut {
  /** Cells in the order of the header. */
  row(cells: readonly string[]): Promise<void>
  /** Resolves when the file is whole. */
  end(): Promise<void>
}

/** `title`: what the rows are, for forms that have a place for it. */
export type MakeRowsOut = (file: FileHandle, header: readonly string[], title: string) => Promise<RowsOut>
