/** The file of refused rows: as they came, each with what was wrong and what to do. */
import { open, type FileHandle } from 'node:fs/promises'
import type { Text } from '#core/lib/text.ts'
import { csvLine } from './csv.ts'
import type { Rejected } from './imported.ts'
import { cannotWrite } from './read/fault.ts'

const names: { readonly [L in keyof Text]: readonly string[] } = {
  en: ['row', 'column', 'problem', 'remedy'],
  fr: ['ligne', 'colonne', 'problème', 'remède'],
}

export class RejectsFile {
  readonly #file: FileHandle
  /** Of all files: each cell stands under its name, whichever file its row came from. */
  readonly #columns: readonly string[]

  private constructor(file: FileHandle, columns: readonly string[]) {
    this.#file = file
    this.#columns = columns
  }

  /** Made before anything is taken in, so that a path that cannot be written costs nothing. */
  static async make(path: string, headers: readonly (readonly string[])[], language: keyof Text): Promise<RejectsFile> {
    const columns = [...new Set(headers.flat())]
    // The rows hold what the records hold: only their owner reads them.
    const file = await open(path, 'w', 0o600).catch((error: unknown) => {
      throw cannotWrite(path, error)
    })
    await file.write(csvLine([...columns, ...names[language]]))
    return new RejectsFile(file, columns)
  }

  async add(header: readonly string[], cells: readonly string[], reasons: readonly Rejected[]): Promise<void> {
    const byName = new Map(header.map((name, i) => [name, cells[i] ?? '']))
    const [first] = reasons
    const join = (pick: (reason: Rejected) => string) => reasons.map(pick).join(' | ')
    await this.#file.write(
      csvLine([
        ...this.#columns.map((name) => byName.get(name) ?? ''),
        String(first?.row ?? ''),
        join(({ column }) => column),
        join(({ problem }) => problem),
        join(({ remedy }) => remedy),
        // Cells that no column names.
        ...cells.slice(header.length).filter((cell) => cell !== ''),
      ]),
    )
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}
