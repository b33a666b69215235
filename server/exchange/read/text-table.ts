/** Reads CSV or TSV row by row, in constant memory: any encoding, any usual separator. */
import { createReadStream } from 'node:fs'
import { decodedText } from './decode-text.ts'
import { encodingOf, knownEncoding, markLength } from './encoding.ts'
import { emptyFile, faultOf, notText, openQuote, rowTooLarge, unknownEncoding } from './fault.ts'
import { withHeader } from './header.ts'
import { CsvFault, parseCsv } from './parse-csv.ts'
import { sha256OfFile } from './sha256-of-file.ts'
import type { Encoding, OpenFile, OpenTable, RawRow } from './table.ts'

/** `head`: the first bytes of the file. `said`: the encoding that a person named. */
export async function openText(file: string, head: Buffer, said?: string): Promise<OpenFile> {
  const encoding = said === undefined ? await encodingOf(head, bytesOf(file)) : named(file, said)
  const start = await textOf(head, encoding)
  if (start.includes('\u0000') && !encoding.name.startsWith('utf-16') && isBinary(head)) throw notText(file)
  const delimiter = /\.tsv$/i.test(file) ? '\t' : await delimiterOf(start)
  return {
    tables: [
      {
        sheet: null,
        encoding,
        source: null,
        open: () => openTable(file, { mark: markLength(head), encoding, delimiter }),
      },
    ],
    sha256: () => sha256OfFile(file),
    close: async () => undefined,
  }
}

function named(file: string, said: string): Encoding {
  const name = knownEncoding(said)
  if (name === null) throw unknownEncoding(file, said)
  return { name, guessed: false }
}

interface How {
  /** Bytes before the text. */
  readonly mark: number
  readonly encoding: Encoding
  readonly delimiter: string
}

async function openTable(file: string, { mark, encoding, delimiter }: How): Promise<OpenTable> {
  const lines = rawRows(file, parseCsv(decodedText(bytesOf(file, mark), encoding.name), delimiter))
  try {
    const headed = await withHeader(lines, { shortRowsAreDoubtful: true })
    if (headed === null) throw emptyFile(file)
    return {
      ...headed,
      close: async () => {
        await headed.rows.return(undefined)
        await lines.return(undefined)
      },
    }
  } catch (error) {
    await lines.return(undefined)
    throw error
  }
}

async function* rawRows(file: string, lines: AsyncGenerator<readonly string[]>): AsyncGenerator<RawRow> {
  let row = 0
  try {
    for await (const cells of lines) yield { row: ++row, cells }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw faultOf(file, error)
    throw error.kind === 'open-quote' ? openQuote(file, error.row) : rowTooLarge(file, error.row)
  }
}

async function* bytesOf(file: string, mark = 0): AsyncGenerator<Buffer> {
  let skip = mark
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      yield skip > 0 ? chunk.subarray(skip) : chunk
      skip = 0
    }
  } catch (error) {
    throw faultOf(file, error)
  }
}

/** A text may hold a NUL by mistake; a program holds them by the hundred. */
const isBinary = (head: Buffer): boolean => head.filter((byte) => byte === 0).length > head.length / 100

async function textOf(head: Buffer, { name }: Encoding): Promise<string> {
  let text = ''
  const pieces = async function* () {
    yield head.subarray(markLength(head))
  }
  for await (const piece of decodedText(pieces(), name)) text += piece
  return text
}

const delimiters = [',', ';', '\t', '|'] as const

/**
 * The separator that parts the first lines most evenly, the commonest count of columns being more than one; of equals
 * the one that makes more columns. A comma where nothing parts them.
 */
async function delimiterOf(start: string): Promise<string> {
  let best = { delimiter: ',', share: 0, columns: 1 }
  for (const delimiter of delimiters) {
    const counts = await columnCounts(start, delimiter)
    const tally = Map.groupBy(counts, (count) => count)
    for (const [columns, rows] of tally) {
      if (columns < 2) continue
      const share = rows.length / counts.length
      if (share > best.share + 0.2 || (share > best.share - 0.2 && columns > best.columns)) {
        best = { delimiter, share, columns }
      }
    }
  }
  return best.delimiter
}

/** How many columns each of the first rows has; the last one read may be cut, unless it is the only one. */
async function columnCounts(start: string, delimiter: string): Promise<readonly number[]> {
  const counts: number[] = []
  const pieces = async function* () {
    yield start
  }
  try {
    for await (const cells of parseCsv(pieces(), delimiter)) {
      if (cells.some((cell) => cell.trim() !== '')) counts.push(cells.length)
      if (counts.length === 50) return counts
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    return counts
  }
  return counts.length > 1 && start.length >= 60_000 ? counts.slice(0, -1) : counts
}
