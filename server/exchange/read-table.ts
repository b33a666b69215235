/**
 * Reads a table file row by row, in constant memory: CSV or TSV in UTF-8. What is wrong with the whole file is thrown
 * as a TableFault that says where and what to do; what is wrong with one row travels with the row.
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { text } from '#core/lib/text.ts'
import { doubtful, refuse, type Doubt, type Refusal } from '#core/record/doubt.ts'
import { decodedText } from './decode-text.ts'
import { CsvFault, parseCsv } from './parse-csv.ts'
import { badColumnName, emptyFile, faultOf, notText, notUtf8, openQuote, rowTooLarge } from './table-fault.ts'

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  readonly cells: readonly string[]
  readonly doubts: readonly Doubt[]
  /** Why the row as a whole cannot be kept. */
  readonly refused: Refusal | null
}

export interface OpenTable {
  readonly header: readonly string[]
  /** Every row that is not blank. */
  readonly rows: AsyncIterable<TableRow>
  /** SHA-256 of the file's bytes, in hex: known when the rows are read to their end. */
  sha256(): string
  /** Lets go of the file, wherever its reading stands. */
  close(): Promise<void>
}

export async function openTable(file: string): Promise<OpenTable> {
  const head = await readHead(file)
  const digest = createHash('sha256')
  const lines = parseCsv(decodedText(bytesOf(file, digest)), delimiterOf(file, head))
  try {
    const { value: first, done } = await lines.next()
    if (done === true || first.every((cell) => cell.trim() === '')) throw emptyFile(file)
    const header = withoutNamelessEnd(first.map((name) => name.trim()))
    checkHeader(file, header)
    return {
      header,
      rows: rowsOf(file, lines, header),
      sha256: () => digest.digest('hex'),
      close: async () => {
        await lines.return(undefined)
      },
    }
  } catch (error) {
    await lines.return(undefined)
    throw faultIn(file, error)
  }
}

async function* rowsOf(
  file: string,
  lines: AsyncIterable<readonly string[]>,
  header: readonly string[],
): AsyncGenerator<TableRow> {
  let row = 1
  try {
    for await (const cells of lines) {
      row++
      if (cells.every((cell) => cell.trim() === '')) continue
      yield {
        row,
        cells,
        doubts: cells.length < header.length ? [doubtful(header[cells.length] ?? '', 'short-row')] : [],
        refused: tooManyCells(cells, header),
      }
    }
  } catch (error) {
    throw faultIn(file, error)
  }
}

function tooManyCells(cells: readonly string[], header: readonly string[]): Refusal | null {
  const extra = cells.slice(header.length).findIndex((cell) => cell.trim() !== '')
  if (extra < 0) return null
  return refuse(
    `column ${header.length + extra + 1}`,
    text(
      'The row has more filled cells than there are columns.',
      'La ligne a plus de cellules remplies que de colonnes.',
    ),
    text('Look for a comma that is not in quotes.', 'Cherchez une virgule hors guillemets.'),
  )
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

async function* bytesOf(file: string, digest: Hash): AsyncGenerator<Buffer> {
  let start = true
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    yield start && chunk.subarray(0, 3).equals(byteOrderMark) ? chunk.subarray(3) : chunk
    start = false
  }
}

function faultIn(file: string, error: unknown): unknown {
  if (error instanceof CsvFault) {
    return error.kind === 'open-quote' ? openQuote(file, error.row) : rowTooLarge(file, error.row)
  }
  return faultOf(file, error)
}

/** The first 64 kB, looked at before anything is read as a table. */
async function readHead(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file, { end: 64 * 1024 - 1 }) as AsyncIterable<Buffer>)
      chunks.push(chunk)
  } catch (error) {
    throw faultOf(file, error)
  }
  const head = Buffer.concat(chunks)
  const mark = head.toString('latin1', 0, 2)
  if (mark === '\u00ff\u00fe' || mark === '\u00fe\u00ff') throw notUtf8(file, null, 'UTF-16')
  if (mark === 'PK') throw notText(file)
  const [line = ''] = head.toString('latin1').split('\n')
  // In UTF-16 every other byte of a Latin text is a NUL.
  const nul = line.indexOf('\u0000')
  if (nul >= 0) throw nul < 2 ? notUtf8(file, null, 'UTF-16') : notText(file)
  return head
}

/** Tab for TSV; else whichever of comma, tab and semicolon parts the first line most often outside quotes. */
function delimiterOf(file: string, head: Buffer): string {
  if (/\.tsv$/i.test(file)) return '\t'
  const [line = ''] = head
    .toString('latin1')
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
  const counts = [',', '\t', ';'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Some files end each line with a comma: a last column with no name and nothing in it is none. */
function withoutNamelessEnd(header: readonly string[]): readonly string[] {
  let end = header.length
  while (end > 0 && header[end - 1] === '') end--
  return header.slice(0, end)
}

function checkHeader(file: string, header: readonly string[]): void {
  if (header.some((name) => name.includes('\u0000'))) throw notUtf8(file, 1, 'Latin-1')
  const wrong = header.find((name, i) => name === '' || header.indexOf(name) !== i)
  if (wrong !== undefined) throw badColumnName(file, wrong)
}
