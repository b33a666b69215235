/** Workbooks for tests, as other programs write them: the parts that a sheet needs, with XML of the test's own. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export interface SampleBook {
  /** The rows and what follows them, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>
  readonly strings?: readonly string[]
  /** The number formats of the styles 0, 1, 2 …: an id, or a code of the workbook's own. */
  readonly formats?: readonly (number | string)[]
  readonly from1904?: boolean
}

export async function writeWorkbook(file: string, book: SampleBook): Promise<string> {
  const names = Object.keys(book.sheets)
  const codes = (book.formats ?? []).filter((format) => typeof format === 'string')
  const ids = (book.formats ?? [0]).map((format) => (typeof format === 'number' ? format : 164 + codes.indexOf(format)))
  return writeZip(file, {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${book.from1904 === true ? ' date1904="1"' : ''}/><sheets>${names.map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/${i}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${(book.strings ?? []).map((one) => `<si>${one}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/${i}.xml`, `<worksheet>${book.sheets[name] ?? ''}</worksheet>`]),
    ),
  })
}

export async function writeZip(file: string, entries: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const zip = new ZipFile()
  const written = finished(zip.outputStream.pipe(createWriteStream(file)))
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await written
  return file
}

/** Cells of texts, as `A1`, `B1` … of one row. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

export const textSheet = (...rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells, i) => textRow(i + 1, ...cells)).join('')}</sheetData>`
