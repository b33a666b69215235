/** The rows of one sheet of a workbook, as they stream by, and the cells that are shown as one (ECMA-376, 18.3.1). */
import type { Readable } from 'node:stream'
import type { DoubtWord } from '#core/record/doubt.ts'
import { numberText, shownBy, type CellText, type Shown } from './cell-text.ts'
import type { Merge, RawRow } from './table.ts'
import { attribute, readXml, type XmlReader } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface Parts {
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly shown: readonly Shown[]
  readonly from1904: boolean
}

/** The format's own limit: what claims to stand further out is no cell. */
const mostColumns = 16_384
/** A cell holds no more than 32,767 signs; some writers forget. */
const longestCell = 1_000_000

export const sheetRows = (bytes: Readable, parts: Parts): AsyncGenerator<RawRow> => readXml(bytes, new Sheet(parts))

class Sheet implements XmlReader<RawRow> {
  readonly #parts: Parts
  #rows: RawRow[] = []
  #row = 0
  #cells: string[] = []
  #doubts: (readonly [number, DoubtWord])[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #value: string | null = null
  #isFormula = false
  /** Whether the text at hand belongs to the cell's value. */
  #reading = false
  /** Readings of East Asian signs stand beside the text and are none of it. */
  #phonetic = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#row = Number(attributes['r'] ?? this.#row + 1)
      this.#cells = []
      this.#doubts = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column + 1
      this.#type = attributes['t'] ?? 'n'
      this.#style = Number(attributes['s'] ?? 0)
      this.#value = null
      this.#isFormula = false
    } else if (name === 'f') this.#isFormula = true
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 'v' || name === 't') this.#reading = !this.#phonetic
  }

  text(text: string): void {
    if (this.#reading) this.#value = ((this.#value ?? '') + text).slice(0, longestCell)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') {
      this.#rows.push({ row: this.#row, cells: this.#cells, doubts: this.#doubts })
    }
  }

  take(): readonly RawRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #endCell(): void {
    if (this.#column >= mostColumns) return
    const { text, doubt } = this.#cell()
    if (text === '' && doubt === null) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
    if (doubt !== null) this.#doubts.push([this.#column, doubt])
  }

  #cell(): CellText {
    const value = this.#value
    if (value === null || value === '') return { text: '', doubt: this.#isFormula ? 'formula-unread' : null }
    const { strings, shown, from1904 } = this.#parts
    switch (this.#type) {
      case 's':
        return { text: strings[Number(value)] ?? '', doubt: null }
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE', doubt: null }
      case 'e':
        return { text: '', doubt: 'formula-error' }
      case 'd':
        return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''), doubt: null }
      case 'n':
        return numberText(value, shown[this.#style] ?? { as: 'number' }, from1904)
      default:
        return { text: unescaped(value), doubt: null }
    }
  }
}

/** Signs that XML does not have are written as `_x001B_` (ECMA-376, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The place of the column of a reference like `AB12`, from 0; null where it is none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const mostMerges = 10_000

/** Merged cells are told below the rows, so they are looked for in a pass of its own, by their text alone. */
export async function mergesOf(bytes: Readable): Promise<readonly Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    rest += chunk.toString('latin1')
    for (const [, ref = ''] of rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"/g)) {
      const merge = mergeOf(ref)
      if (merge !== null) merges.push(merge)
    }
    if (merges.length > mostMerges) break
    // What may go on in the next piece: an element that is not closed yet.
    const open = rest.lastIndexOf('<')
    rest = open < 0 || rest.indexOf('>', open) >= 0 ? '' : rest.slice(open)
  }
  bytes.destroy()
  return merges.slice(0, mostMerges)
}

function mergeOf(ref: string): Merge | null {
  const [first = '', last = first] = ref.split(':')
  const [column, lastColumn] = [columnOf(first), columnOf(last)]
  const [row, lastRow] = [first, last].map((one) => Number(/\d+$/.exec(one)?.[0]) - 1)
  if (column === null || lastColumn === null || row === undefined || lastRow === undefined) return null
  return { row, column, lastRow, lastColumn }
}

/** The texts that cells refer to by number. */
export async function sharedStrings(bytes: Readable): Promise<readonly string[]> {
  const strings: string[] = []
  let [text, reading, phonetic] = ['', false, false]
  let done: string[] = []
  const reader: XmlReader<string> = {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reading = !phonetic
    },
    text(piece) {
      if (reading) text = (text + piece).slice(0, longestCell)
    },
    close(name) {
      if (name === 't') reading = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') done.push(unescaped(text))
    },
    take() {
      const ready = done
      done = []
      return ready
    },
  }
  for await (const one of readXml(bytes, reader)) strings.push(one)
  return strings
}

/** How each style shows a number, by its place among the cell formats (ECMA-376, 18.8). */
export async function stylesOf(bytes: Readable): Promise<readonly Shown[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  const reader: XmlReader<never> = {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    take: () => [],
  }
  for await (const _ of readXml(bytes, reader));
  return ids.map((id) => shownBy(id, codes.get(id)))
}
