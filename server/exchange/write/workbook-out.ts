/**
 * Writes rows as an XLSX workbook (ECMA-376). Every cell is a text cell: no spreadsheet takes one for a formula, and no
 * serial loses its zeros. It streams: a million rows take no more memory than ten.
 */
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { MakeRowsOut } from './out.ts'

/** The format's own limits. */
const mostRows = 1_048_576
const longestCell = 32_767

export const workbookOut: MakeRowsOut = async (file, header, title) => {
  const zip = new ZipFile()
  const written = finished(zip.outputStream.pipe(file.createWriteStream()))
  // Whoever ends it hears of a failure; until then it is nobody's.
  written.catch(() => undefined)
  const names: string[] = []
  let sheet = openSheet(zip, names, title)
  let rows = 0
  const add = async (cells: readonly string[]) => {
    if (rows === mostRows) {
      sheet.end(sheetEnd)
      sheet = openSheet(zip, names, title)
      rows = 0
      await add(header)
    }
    rows++
    if (!sheet.write(rowXml(cells))) await Promise.race([once(sheet, 'drain'), written])
  }
  await add(header)
  return {
    row: add,
    async end() {
      sheet.end(sheetEnd)
      zip.addBuffer(Buffer.from(bookXml(names)), 'xl/workbook.xml')
      zip.addBuffer(Buffer.from(relations(names)), 'xl/_rels/workbook.xml.rels')
      zip.addBuffer(Buffer.from(styles), 'xl/styles.xml')
      zip.addBuffer(Buffer.from(rootRelations), '_rels/.rels')
      zip.addBuffer(Buffer.from(contentTypes(names)), '[Content_Types].xml')
      zip.end()
      await written
    },
  }
}

function openSheet(zip: ZipFile, names: string[], title: string): PassThrough {
  const sheet = new PassThrough()
  names.push(names.length === 0 ? title : `${title} ${names.length + 1}`)
  zip.addReadStream(sheet, sheetPath(names.length))
  sheet.write(sheetStart)
  return sheet
}

const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

// The header stays in sight; every column is wide enough for a reference.
const sheetStart = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>`
const sheetEnd = '</sheetData></worksheet>'

function rowXml(cells: readonly string[]): string {
  const written = cells.map((cell) =>
    cell === ''
      ? '<c/>'
      : `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, longestCell))}</t></is></c>`,
  )
  return `<row>${written.join('')}</row>`
}

const signs: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML has no control signs: the format writes them as `_x001B_`, and a text that looks so with its line escaped. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // oxlint-disable-next-line no-control-regex -- these are what is meant
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase()
      return `_x${code.padStart(4, '0')}_`
    })
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const bookXml = (names: readonly string[]) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`

const relations = (names: readonly string[]) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('')}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`

const rootRelations = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = (names: readonly string[]) =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${names
    .map((_, i) => `<Override PartName="/${sheetPath(i + 1)}" ContentType="${sheetType}.worksheet+xml"/>`)
    .join('')}</Types>`

// Style 1: text, and it stays text where somebody types over it.
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`
