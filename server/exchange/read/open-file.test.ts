/** Files as other people's programs write them, read as tables. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { rowsOut } from '../write/rows-out.ts'
import { TableFault } from './fault.ts'
import { openFile } from './open-file.ts'
import { textRow, writeWorkbook, writeZip } from './sample-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'headstamp-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0
const path = (ending: string) => join(folder, `${++made}.${ending}`)

async function readAll(file: string, encoding?: string) {
  const opened = await openFile(file, encoding)
  const tables = []
  try {
    for (const one of opened.tables) {
      const { header, rows, close } = await one.open()
      const all = await Array.fromAsync(rows)
      await close()
      tables.push({
        sheet: one.sheet,
        encoding: one.encoding,
        header,
        rows: all.map(({ row, cells }) => [row, ...cells]),
        doubts: all.flatMap(({ row, doubts }) => doubts.map(({ column, doubt }) => [row, column, doubt])),
      })
    }
  } finally {
    await opened.close()
  }
  return tables
}

const textFile = (bytes: Buffer | string, ending = 'csv') => {
  const file = path(ending)
  writeFileSync(file, bytes)
  return file
}

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

const french = 'réf;lieu;pièces\r\nA-1;Éboué;3\r\nA-2;Mopti;1\r\n'

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(french), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${french}`), 'utf-8', false],
    ['Latin-1', Buffer.from(french, 'latin1'), 'windows-1252', true],
    ['UTF-16 with a mark', utf16(`\ufeff${french}`), 'utf-16le', false],
    ['UTF-16 of the other order', utf16(`\ufeff${french}`, true), 'utf-16be', false],
    ['UTF-16 without a mark', utf16(french), 'utf-16le', true],
  ])('in %s is read, and says whether that was guessed', async (_, bytes, name, guessed) => {
    const [table] = await readAll(textFile(bytes))
    expect(table).toMatchObject({
      encoding: { name, guessed },
      header: ['réf', 'lieu', 'pièces'],
      rows: [
        [2, 'A-1', 'Éboué', '3'],
        [3, 'A-2', 'Mopti', '1'],
      ],
    })
  })

  test('of which one line is not UTF-8 stays UTF-8, and that line is unread', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\né,1\nü,2\n'), Buffer.from([0xe9, 0x2c, 0x33, 0x0a])])
    const [table] = await readAll(textFile(bytes))
    expect(table?.encoding).toEqual({ name: 'utf-8', guessed: true })
    expect(table?.rows.at(-1)).toEqual([4, '\u0000', '3'])
  })

  test('is read in the encoding that a person names', async () => {
    const [table] = await readAll(textFile(Buffer.from([0x61, 0x0a, 0x8e, 0x0a])), 'macintosh')
    expect(table?.rows).toEqual([[2, 'é']])
    await expect(readAll(textFile('a\nb\n'), 'klingon')).rejects.toThrow(/No encoding is named klingon/)
  })

  test.each([
    ['commas', 'a,b\n1,"x;y;z"\n'],
    ['semicolons, with commas in its numbers', 'a;b\n1,5;x\n2,5;y\n'],
    ['tabs', 'a\tb\n1\tx\n'],
    ['bars', 'a|b\n1|x\n'],
  ])('is parted by %s', async (_, written) => {
    expect((await readAll(textFile(written)))[0]?.header).toEqual(['a', 'b'])
  })

  test('has its header below its title', async () => {
    const [table] = await readAll(textFile('Saisies 2019;;\n;;\nréf;calibre;nombre\nA;7,62x39;3\n'))
    expect(table).toMatchObject({ header: ['réf', 'calibre', 'nombre'], rows: [[4, 'A', '7,62x39', '3']] })
  })

  test('gives every column a name of its own', async () => {
    const [table] = await readAll(textFile('a,,a,\n1,2,3,\n'))
    expect(table).toMatchObject({ header: ['a', 'column 2', 'a (2)'], rows: [[2, '1', '2', '3', '']] })
  })

  test('law: any table that is written as CSV comes back, cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, (table) => comesBack('csv', table)),
      { numRuns: 60 },
    )
  })
})

describe('a workbook', () => {
  test('shows its days as dates, whichever its base', async () => {
    const days =
      '<row r="2"><c r="A2" s="1"><v>42231</v></c><c r="B2" s="2"><v>42231.5</v></c><c r="C2"><v>42231</v></c></row>'
    const sheet = `<sheetData>${textRow(1, 'a', 'b', 'c')}${days}</sheetData>`
    const formats = [0, 14, 'dd/mm/yyyy\\ hh:mm']
    const from1900 = await writeWorkbook(path('xlsx'), { sheets: { s: sheet }, formats })
    const from1904 = await writeWorkbook(path('xlsx'), { sheets: { s: sheet }, formats, from1904: true })
    expect((await readAll(from1900))[0]?.rows).toEqual([[2, '2015-08-15', '2015-08-15T12:00', '42231']])
    expect((await readAll(from1904))[0]?.rows).toEqual([[2, '2019-08-16', '2019-08-16T12:00', '42231']])
  })

  test('keeps the zeros that a format puts in front, and doubts a number of more than fifteen digits', async () => {
    const row =
      '<row r="2"><c r="A2" s="1"><v>421</v></c><c r="B2"><v>1.2345678901234568E+18</v></c><c r="C2"><v>7.6200000000000001</v></c></row>'
    const file = await writeWorkbook(path('xlsx'), {
      sheets: { s: `<sheetData>${textRow(1, 'serial', 'long', 'calibre')}${row}</sheetData>` },
      formats: [0, '00000'],
    })
    expect((await readAll(file))[0]).toMatchObject({
      rows: [[2, '00421', '1234567890123460000', '7.62']],
      doubts: [[2, 'long', 'digits-lost']],
    })
  })

  test('takes the value that a formula had, and doubts one that was not saved or is an error', async () => {
    const row =
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>HYPERLINK("http://x")</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    const file = await writeWorkbook(path('xlsx'), {
      sheets: { s: `<sheetData>${textRow(1, 'a', 'b', 'c')}${row}</sheetData>` },
    })
    expect((await readAll(file))[0]).toMatchObject({
      rows: [[2, '2', '', '']],
      doubts: [
        [2, 'b', 'formula-unread'],
        [2, 'c', 'formula-error'],
      ],
    })
  })

  test('joins a header of two rows under merged cells, and leaves its title out', async () => {
    const sheet = `<sheetData>${textRow(1, 'Report')}${textRow(3, 'ref', 'Place', '', 'count')}${textRow(4, '', 'town', 'region', '')}${textRow(5, 'A', 'Mopti', 'ML-5', '3')}</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B3:C3"/><mergeCell ref="A3:A4"/></mergeCells>`
    const file = await writeWorkbook(path('xlsx'), { sheets: { s: sheet } })
    expect((await readAll(file))[0]).toMatchObject({
      header: ['ref', 'Place town', 'Place region', 'count'],
      rows: [[5, 'A', 'Mopti', 'ML-5', '3']],
    })
  })

  test('has a table in each sheet that holds any, and shared texts without their phonetic readings', async () => {
    const cell = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    const file = await writeWorkbook(path('xlsx'), {
      sheets: {
        Armes: `<sheetData>${textRow(1, 'a', 'b')}${cell}</sheetData>`,
        Vide: '<sheetData/>',
        Munitions: `<sheetData>${textRow(1, 'c', 'd')}${textRow(2, '1', '2')}</sheetData>`,
      },
      strings: ['<r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh>'],
    })
    expect(await readAll(file)).toMatchObject([
      { sheet: 'Armes', rows: [[2, 'two runs']] },
      { sheet: 'Munitions', rows: [[2, '1', '2']] },
    ])
  })

  test('that unpacks to a thousand times its size is not read', async () => {
    const file = await writeZip(path('xlsx'), {
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/0.xml': Buffer.alloc(80 * 2 ** 20),
    })
    await expect(openFile(file)).rejects.toThrow(/unpacks to far more/)
  })

  test('of an old form, locked, cut off or none at all says so with its remedy', async () => {
    await expect(openFile(textFile(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xls'))).rejects.toThrow(/old form/)
    await expect(openFile(textFile('PK\u0003\u0004 and no more', 'xlsx'))).rejects.toThrow(TableFault)
    await expect(openFile(await writeZip(path('ods'), { mimetype: 'x' }))).rejects.toThrow(/no XLSX workbook/)
    const cut = await writeWorkbook(path('xlsx'), { sheets: { s: `<sheetData>${textRow(1, 'a', 'b')}<row><c` } })
    await expect(readAll(cut)).rejects.toThrow(/damaged/)
  })

  test('law: any table that is written as XLSX comes back, cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, (table) => comesBack('xlsx', table)),
      { numRuns: 60 },
    )
  })
})

const cell = fc.oneof(
  fc.constantFrom('', '=1+1', "=cmd|'/c calc'!A1", '00421', '+1', '<b>&"', 'a,b;c\td|e', 'é\nü', 'КО431177'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff\ufffd]/u.test(text)),
)
/** Two columns at least, each row with something in it. */
const anyTable = fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,5}$/), cell, cell), { minLength: 1, maxLength: 12 })

const filledTo = (row: readonly string[]) => row.slice(0, row.findLastIndex((one) => one !== '') + 1)

async function comesBack(format: 'csv' | 'xlsx', table: readonly (readonly string[])[]): Promise<void> {
  const file = path(format)
  const out = await rowsOut(file, format, { header: ['ref', 'first', 'second'], title: 'items' })
  for (const row of table) await out.row(row)
  await out.end()
  const [read] = await readAll(file)
  expect(read?.header).toEqual(['ref', 'first', 'second'])
  expect(read?.rows.map(([, ...cells]) => filledTo(cells.map(String)))).toEqual(table.map(filledTo))
}
