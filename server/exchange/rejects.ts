/** The file of refused rows: as they came, each with what was wrong and what to do. */
import { open, type FileHandle } from 'node:fs/promises'
import type { Text } from '#core/lib/text.ts'
import { csvLine } from './csv.ts'
import type { Rejected } from './imported.ts'

const names: { readonly [L in keyof Text]: readonly string[] } = {
  en: ['row', 'column', 'problem', 'remedy'],
  fr: ['ligne', 'colonne', 'problème', 'remède'],
}

export class RejectsFile {
  readonly #path: string
  readonly #language: keyof Text
  #file: FileHandle | null = null

  constructor(path: string, language: keyof Text) {
    this.#path = path
    this.#language = language
  }

  async add(header: readonly string[], cells: readonly string[], reasons: readonly Rejected[]): Promise<void> {
    if (this.#file === null) {
      // The rows hold what the records hold: only their owner reads them.
      this.#file = await open(this.#path, 'w', 0o600)
      await this.#file.write(csvLine([...header, ...names[this.#language]]))
    }
    const padded = header.map((_, i) => cells[i] ?? '')
    const [first] = reasons
    const join = (pick: (reason: Rejected) => string) => reasons.map(pick).join(' | ')
    await this.#file.write(
      csvLine([
        ...padded,
        String(first?.row ?? ''),
        join(({ column }) => column),
        join(({ problem }) => problem),
        join(({ remedy }) => remedy),
      ]),
    )
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }
}
