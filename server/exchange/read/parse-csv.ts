/**
 * Reads CSV or TSV (RFC 4180): any line ending, and leniently a quote inside a bare cell, which stands for itself. The
 * text comes in pieces; what is kept is one row.
 */

/** A row longer than this is no row of a table. */
const longestRow = 8 * 1024 * 1024

/** Why the rows end before the text does. */
export class CsvFault extends Error {
  readonly row: number
  readonly kind: 'open-quote' | 'row-too-large'
  constructor(kind: CsvFault['kind'], row: number) {
    super(`${kind} in row ${row}`)
    this.kind = kind
    this.row = row
  }
}

/** The cells of every row, blank ones too; the first is row 1. */
export async function* parseCsv(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly string[]> {
  let rest = ''
  let row = 1
  for await (const piece of pieces) {
    rest += piece
    let at = 0
    for (let read = readRow(rest, at, delimiter, false); read !== null; read = readRow(rest, at, delimiter, false)) {
      yield read.cells
      at = read.next
      row++
    }
    rest = rest.slice(at)
    if (rest.length > longestRow) throw new CsvFault('row-too-large', row)
  }
  for (let at = 0; at < rest.length; row++) {
    const read = readRow(rest, at, delimiter, true)
    if (read === null) throw new CsvFault('open-quote', row)
    yield read.cells
    at = read.next
  }
}

interface ReadRow {
  readonly cells: readonly string[]
  readonly next: number
}

/** The row that starts here; null where its end has not come, which at the end of the text is an open quote. */
function readRow(text: string, start: number, delimiter: string, ended: boolean): ReadRow | null {
  const newline = text.indexOf('\n', start)
  if (newline >= 0) {
    const line = text.slice(start, text[newline - 1] === '\r' && newline > start ? newline - 1 : newline)
    if (!line.includes('"') && !line.includes('\r')) return { cells: line.split(delimiter), next: newline + 1 }
  }
  const cells: string[] = []
  for (let at = start; ; at++) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, ended) : bareCell(text, at, delimiter, ended)
    if (cell === null) return null
    cells.push(cell.value)
    at = cell.end
    const sign = text[at]
    if (sign === delimiter) continue
    if (sign === '\r' && at + 1 === text.length && !ended) return null
    return { cells, next: at + (sign === undefined ? 0 : sign === '\r' && text[at + 1] === '\n' ? 2 : 1) }
  }
}

interface Cell {
  readonly value: string
  /** Where the sign after it stands. */
  readonly end: number
}

function bareCell(text: string, at: number, delimiter: string, ended: boolean): Cell | null {
  let end = at
  for (let sign = text[end]; sign !== delimiter && sign !== '\n' && sign !== '\r'; sign = text[++end]) {
    if (sign !== undefined) continue
    if (!ended) return null
    break
  }
  return { value: text.slice(at, end), end }
}

function quotedCell(text: string, at: number, delimiter: string, ended: boolean): Cell | null {
  let close = text.indexOf('"', at + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const after = text[close + 1]
  if (after === undefined && !ended) return null
  if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r')
    return bareCell(text, at, delimiter, ended)
  return { value: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 }
}
