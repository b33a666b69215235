/**
 * Finds the column names of a sheet as people make them: titles above the header, a header of two rows under merged
 * cells, columns without a name or with the same one.
 */
import { text } from '#core/lib/text.ts'
import { doubtful, refuse, type Doubt, type Refusal } from '#core/record/doubt.ts'
import type { Merge, RawRow, TableRow } from './table.ts'

/** How many rows are looked at to find the header. */
const lookedAt = 20

export interface Headed {
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<TableRow>
}

export interface HeaderOptions {
  readonly merges?: readonly Merge[]
  /** Whether a row with fewer cells than the header was cut; a workbook leaves empty cells out. */
  readonly shortRowsAreDoubtful?: boolean
}

/** Null where nothing stands in the table. */
export async function withHeader(
  rows: AsyncGenerator<RawRow>,
  { merges = [], shortRowsAreDoubtful = false }: HeaderOptions = {},
): Promise<Headed | null> {
  const first: RawRow[] = []
  let fault: unknown = null
  try {
    while (first.length < lookedAt) {
      const { value, done } = await rows.next()
      if (done === true) break
      if (!isBlank(value)) first.push(value)
    }
  } catch (error) {
    // Where the table breaks off early, the rows before that are good.
    if (first.length < 2) throw error
    fault = error
  }
  const width = Math.max(0, ...first.map(filled))
  const at = first.findIndex((row) => filled(row) > 1 || width === 1)
  const top = first[at < 0 ? 0 : firstFull(first, at, width)]
  if (top === undefined) return null
  const place = first.indexOf(top)
  const below = first[place + 1]
  const isTwoRows = below !== undefined && spans(merges, top).length > 0 && below.row === top.row + 1
  const header = distinct(isTwoRows ? joined(top, below, merges) : top.cells)
  return {
    header,
    rows: tableRows(chained(first.slice(place + (isTwoRows ? 2 : 1)), rows, fault), header, shortRowsAreDoubtful),
  }
}

/** Titles and notes above a table fill few of its columns: its header fills half of them at least. */
function firstFull(rows: readonly RawRow[], from: number, width: number): number {
  const at = rows.findIndex((row, i) => i >= from && filled(row) * 2 >= width)
  return at < 0 ? from : at
}

const isBlank = ({ cells }: RawRow) => cells.every((cell) => cell.trim() === '')
const filled = ({ cells }: RawRow) => cells.filter((cell) => cell.trim() !== '').length

/** Cells of the row that stand over several columns, which then have names of their own below. */
const spans = (merges: readonly Merge[], { row }: RawRow): readonly Merge[] =>
  merges.filter((merge) => merge.row === row - 1 && merge.lastRow === merge.row && merge.lastColumn > merge.column)

function joined(top: RawRow, below: RawRow, merges: readonly Merge[]): readonly string[] {
  const names = Array.from({ length: Math.max(top.cells.length, below.cells.length) }, (_, i) => {
    const over = spans(merges, top).find(({ column, lastColumn }) => column <= i && i <= lastColumn)
    return [(over === undefined ? top.cells[i] : top.cells[over.column]) ?? '', below.cells[i] ?? '']
  })
  return names.map((parts) =>
    parts
      .map((part) => part.trim())
      .filter((part, i, all) => part !== '' && all.indexOf(part) === i)
      .join(' '),
  )
}

/** A name for each column up to the last that has one; the same name twice is numbered. */
function distinct(cells: readonly string[]): readonly string[] {
  const names = cells.map((name) => name.trim().replace(/\s+/g, ' '))
  while (names.at(-1) === '') names.pop()
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((name, i) => {
    const wanted = name === '' ? `column ${i + 1}` : name
    let own = wanted
    for (let n = 2; seen.has(own) || (own !== name && taken.has(own)); n++) own = `${wanted} (${n})`
    seen.add(own)
    return own
  })
}

async function* chained(
  first: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
  fault: unknown,
): AsyncGenerator<RawRow> {
  try {
    yield* first
    if (fault !== null) throw fault
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

async function* tableRows(
  rows: AsyncGenerator<RawRow>,
  header: readonly string[],
  shortRowsAreDoubtful: boolean,
): AsyncGenerator<TableRow> {
  for await (const raw of rows) {
    if (isBlank(raw)) continue
    const { row, cells, doubts = [] } = raw
    const own: Doubt[] = doubts.flatMap(([at, doubt]) => {
      const name = header[at]
      return name === undefined ? [] : [doubtful(name, doubt)]
    })
    if (shortRowsAreDoubtful && cells.length < header.length)
      own.push(doubtful(header[cells.length] ?? '', 'short-row'))
    yield { row, cells, doubts: own, refused: tooManyCells(cells, header) }
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
    text(
      'Give the column a name, or look for a separator that is not in quotes.',
      'Nommez la colonne, ou cherchez un séparateur hors guillemets.',
    ),
  )
}
