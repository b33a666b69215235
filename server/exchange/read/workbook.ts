/** Opens an XLSX workbook (ECMA-376): one table a sheet that holds any, in constant memory but for its shared texts. */
import type { Readable } from 'node:stream'
import { brokenWorkbook, emptyFile, faultOf, otherWorkbook, TableFault } from './fault.ts'
import { withHeader } from './header.ts'
import { mergesOf, sharedStrings, sheetRows, stylesOf, type Parts } from './sheet.ts'
import { sha256OfFile } from './sha256-of-file.ts'
import type { OpenFile, OpenTable, RawRow, TableIn } from './table.ts'
import { attribute, readXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

export async function openWorkbook(file: string): Promise<OpenFile> {
  const zip = await openZip(file)
  try {
    if (!zip.names.has('xl/workbook.xml')) throw otherWorkbook(file)
    const book = await readBook(zip)
    const parts: Parts = {
      strings: await partOf(zip, 'xl/sharedStrings.xml', sharedStrings),
      shown: await partOf(zip, 'xl/styles.xml', stylesOf),
      from1904: book.from1904,
    }
    const tables: TableIn[] = []
    for (const { name, entry } of book.sheets) {
      if (!(await holdsRows(zip, entry, parts))) continue
      tables.push({
        sheet: name,
        encoding: null,
        source: null,
        open: () => openSheet(file, zip, { name, entry }, parts),
      })
    }
    if (tables.length === 0) throw emptyFile(file)
    return { tables, sha256: () => sha256OfFile(file), close: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw faultIn(file, null, error)
  }
}

interface SheetOf {
  readonly name: string
  readonly entry: string
}

interface Book {
  readonly sheets: readonly SheetOf[]
  readonly from1904: boolean
}

async function readBook(zip: Zip): Promise<Book> {
  const targets = new Map<string, string>()
  await each(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship' || !(attributes['Type'] ?? '').endsWith('/worksheet')) return
    const target = attributes['Target'] ?? ''
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  const sheets: SheetOf[] = []
  let from1904 = false
  await each(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const entry = targets.get(attribute(attributes, 'id') ?? '')
    if (entry !== undefined) sheets.push({ name: attributes['name'] ?? entry, entry })
  })
  return { sheets, from1904 }
}

/** Calls for each element of an entry; nothing where there is no such entry. */
async function each(
  zip: Zip,
  entry: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const bytes = await zip.read(entry)
  if (bytes === null) return
  for await (const _ of readXml(bytes, { open, take: () => [] }));
}

async function partOf<T>(
  zip: Zip,
  entry: string,
  read: (bytes: Readable) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const bytes = await zip.read(entry)
  return bytes === null ? [] : read(bytes)
}

/** Whether any row of the sheet is more than blank: charts and empty sheets are no tables. */
async function holdsRows(zip: Zip, entry: string, parts: Parts): Promise<boolean> {
  const bytes = await zip.read(entry)
  if (bytes === null) return false
  for await (const { cells } of sheetRows(bytes, parts)) if (cells.length > 0) return true
  return false
}

async function openSheet(file: string, zip: Zip, { name, entry }: SheetOf, parts: Parts): Promise<OpenTable> {
  try {
    const [first, again] = [await zip.read(entry), await zip.read(entry)]
    if (first === null || again === null) throw brokenWorkbook(file, name)
    const merges = await mergesOf(first)
    const rows = named(file, name, sheetRows(again, parts))
    const headed = await withHeader(rows, { merges })
    if (headed === null) throw emptyFile(file)
    return {
      ...headed,
      close: async () => {
        await headed.rows.return(undefined)
        await rows.return(undefined)
      },
    }
  } catch (error) {
    throw faultIn(file, name, error)
  }
}

async function* named(file: string, sheet: string, rows: AsyncGenerator<RawRow>): AsyncGenerator<RawRow> {
  try {
    yield* rows
  } catch (error) {
    throw faultIn(file, sheet, error)
  }
}

/** What is wrong inside the zip or its XML is a damaged workbook. */
function faultIn(file: string, sheet: string | null, error: unknown): unknown {
  if (error instanceof TableFault) return error
  const known = faultOf(file, error)
  return known instanceof TableFault ? known : brokenWorkbook(file, sheet)
}
