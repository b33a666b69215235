/** Prints answers: JSON for machines, aligned columns and sentences for people. */
import type { Terminal } from './terminal.ts'

interface Forms {
  readonly json?: boolean | undefined
  readonly ndjson?: boolean | undefined
}

/** One value. `inWords` is called only where a person reads. */
export function printOne<T>(
  terminal: Terminal,
  forms: Forms,
  value: T,
  inWords: (value: T) => readonly string[],
): void {
  if (forms.json === true || forms.ndjson === true) terminal.out(JSON.stringify(value))
  else for (const line of inWords(value)) terminal.out(line)
}

/** A list: one JSON array, one value a line, or words. */
export function printList<T>(
  terminal: Terminal,
  forms: Forms,
  list: readonly T[],
  inWords: (list: readonly T[]) => readonly string[],
): void {
  if (forms.ndjson === true) for (const value of list) terminal.out(JSON.stringify(value))
  else printOne(terminal, forms, list, inWords)
}

/** Columns as wide as their widest cell, parted by two spaces; the last is not padded. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (known, row) => row.map((cell, i) => Math.max(known[i] ?? 0, widthOf(cell))),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  )
}

/** Characters as they are seen: a letter and its accents are one. */
const widthOf = (cell: string): number => [...segmenter.segment(cell)].length
const segmenter = new Intl.Segmenter()

/** A text that others wrote, without characters that would steer the terminal. */
// oxlint-disable-next-line no-control-regex -- exactly these are meant
export const plain = (written: string): string => written.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
