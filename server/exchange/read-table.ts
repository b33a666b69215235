/**
 * Reads a table file row by row, in constant memory: CSV or TSV in UTF-8. What is wrong with the whole file is thrown
 * as a TableFault that says where and what to do; what is wrong with one row travels with the row.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { text, type Text } from '#core/lib/text.ts'
import { doubtful, refuse, type Doubt, type Refusal } from '#core/record/doubt.ts'

export class TableFault extends Error {
  readonly file: string
  readonly row: number | null
  readonly problem: Text
  readonly remedy: Text
  constructor(file: string, row: number | null, problem: Text, remedy: Text) {
    super(`${file}${row === null ? '' : `, row ${row}`}: ${problem.en} ${remedy.en}`)
    this.file = file
    this.row = row
    this.problem = problem
    this.remedy = remedy
  }
}

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
}

/** A row longer than this is no row of a table. */
const longestRow = 8 * 1024 * 1024

export async function openTable(file: string): Promise<OpenTable> {
  const digest = createHash('sha256')
  const delimiter = await sniffDelimiter(file)
  let at = 0
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
  })
  void feed(file, parser, digest, () => at).catch((error: unknown) => parser.destroy(error as Error))
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const next = async (): Promise<string[] | null> => {
    try {
      const { value, done } = await records.next()
      if (done === true) return null
      at++
      return value
    } catch (error) {
      throw faultOf(file, at + 1, error)
    }
  }
  const first = await next()
  if (first === null || first.every((cell) => cell.trim() === '')) {
    throw new TableFault(
      file,
      null,
      text('The file is empty.', 'Le fichier est vide.'),
      text(
        'Give a file whose first row holds the column names.',
        'Donnez un fichier dont la première ligne porte les noms des colonnes.',
      ),
    )
  }
  const header = withoutNamelessEnd(first.map((name) => name.trim()))
  checkHeader(file, header)
  return { header, rows: rowsOf(next, header, () => at), sha256: () => digest.digest('hex') }
}

async function* rowsOf(
  next: () => Promise<string[] | null>,
  header: readonly string[],
  at: () => number,
): AsyncGenerator<TableRow> {
  for (let cells = await next(); cells !== null; cells = await next()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const extra = cells.slice(header.length).findIndex((cell) => cell.trim() !== '')
    const short = cells.length < header.length
    yield {
      row: at(),
      cells,
      doubts: short ? [doubtful(header[cells.length] ?? '', 'short-row')] : [],
      refused:
        extra < 0
          ? null
          : refuse(
              `column ${header.length + extra + 1}`,
              text(
                'The row has more filled cells than there are columns.',
                'La ligne a plus de cellules remplies que de colonnes.',
              ),
              text('Look for a comma that is not in quotes.', 'Cherchez une virgule hors guillemets.'),
            ),
    }
  }
}

/** Decodes strictly: a byte that is no UTF-8 would become a character that nobody wrote. */
async function feed(
  file: string,
  parser: {
    write(text: string): boolean
    end(): void
    once(event: 'drain', done: () => void): unknown
    destroyed: boolean
  },
  digest: { update(bytes: Uint8Array): unknown },
  at: () => number,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = true
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      digest.update(chunk)
      if (start && (chunk[0] === 0xff || chunk[0] === 0xfe) && (chunk[1] === 0xfe || chunk[1] === 0xff))
        throw notUtf8(file, null, 'UTF-16')
      start = false
      const decoded = decoder.decode(chunk, { stream: true })
      if (decoded.includes('\u0000')) throw notUtf8(file, at() + 1, 'UTF-16')
      if (parser.destroyed) return
      if (!parser.write(decoded)) await new Promise<void>((resolve) => parser.once('drain', resolve))
    }
    const rest = decoder.decode()
    if (rest !== '') parser.write(rest)
    parser.end()
  } catch (error) {
    if (error instanceof TypeError) throw notUtf8(file, at() + 1, 'Latin-1')
    throw error
  }
}

const notUtf8 = (file: string, row: number | null, guess: string) =>
  new TableFault(
    file,
    row,
    text(
      `The file is not UTF-8; it looks like ${guess}.`,
      `Le fichier n'est pas en UTF-8 ; il semble être en ${guess}.`,
    ),
    text(
      'Save it as "CSV UTF-8" and import it again. Nothing after the last batch was kept.',
      'Enregistrez-le en « CSV UTF-8 » et importez-le de nouveau. Rien après le dernier lot n’a été conservé.',
    ),
  )

function faultOf(file: string, row: number, error: unknown): Error {
  if (error instanceof TableFault) return error
  const code = (error as { code?: string }).code ?? ''
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new TableFault(
      file,
      row,
      text(
        'The file ends inside a quoted cell: it is cut off, or a quote is missing.',
        'Le fichier se termine dans une cellule entre guillemets : il est tronqué, ou un guillemet manque.',
      ),
      text(
        'Copy the whole file again, or close the quote, and import it again.',
        'Recopiez le fichier entier, ou fermez le guillemet, et importez-le de nouveau.',
      ),
    )
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new TableFault(
      file,
      row,
      text('The row is larger than 8 MB.', 'La ligne dépasse 8 Mo.'),
      text(
        'Look for a quote that is never closed, or shorten the cell.',
        'Cherchez un guillemet jamais fermé, ou raccourcissez la cellule.',
      ),
    )
  }
  if (code.startsWith('CSV_')) {
    return new TableFault(
      file,
      row,
      text('The row cannot be read as a table row.', 'La ligne est illisible.'),
      text('Check its quotes and import the file again.', 'Vérifiez ses guillemets et importez le fichier de nouveau.'),
    )
  }
  return unreadable(file, error)
}

function unreadable(file: string, error: unknown): Error {
  const code = (error as { code?: string }).code
  if (code === undefined) return error instanceof Error ? error : new Error(String(error))
  const words: { readonly [code: string]: Text } = {
    ENOENT: text('There is no such file.', "Ce fichier n'existe pas."),
    EACCES: text('The file may not be read.', 'Le fichier ne peut être lu.'),
    EISDIR: text('It is a folder.', "C'est un dossier."),
  }
  return new TableFault(
    file,
    null,
    words[code] ?? text(`The file cannot be read (${code}).`, `Le fichier est illisible (${code}).`),
    text('Check the path and its rights.', 'Vérifiez le chemin et ses droits.'),
  )
}

/** Tab for TSV; else whichever of comma, tab and semicolon parts the first line most often outside quotes. */
async function sniffDelimiter(file: string): Promise<string> {
  if (/\.tsv$/i.test(file)) return '\t'
  let head = ''
  try {
    for await (const chunk of createReadStream(file, { end: 64 * 1024 }) as AsyncIterable<Buffer>)
      head += chunk.toString('latin1')
  } catch (error) {
    throw unreadable(file, error)
  }
  const [line = ''] = head.replace(/"[^"]*"/g, '').split(/\r?\n/)
  const counts = [',', '\t', ';'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Some files end each line with a comma: a last column with no name and nothing in it is none. */
const withoutNamelessEnd = (header: readonly string[]): readonly string[] => {
  const bare = header.map((name, i) => (i === 0 ? name.replace(/^\uFEFF/, '') : name))
  let end = bare.length
  while (end > 0 && bare[end - 1] === '') end--
  return bare.slice(0, end)
}

function checkHeader(file: string, header: readonly string[]): void {
  const twice = header.find((name, i) => name === '' || header.indexOf(name) !== i)
  if (twice === undefined) return
  throw new TableFault(
    file,
    1,
    twice === ''
      ? text('A column has no name.', "Une colonne n'a pas de nom.")
      : text(`Two columns are named ${twice}.`, `Deux colonnes s'appellent ${twice}.`),
    text('Give every column a name of its own.', 'Donnez à chaque colonne un nom distinct.'),
  )
}
