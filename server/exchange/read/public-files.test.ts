/** Real public files, read as tables. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openFile } from './open-file.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/tables')
const folder = mkdtempSync(join(tmpdir(), 'headstamp-public-'))
afterAll(() => rmSync(folder, { recursive: true }))

function unpacked(name: string): string {
  const file = join(folder, name)
  writeFileSync(file, gunzipSync(readFileSync(join(fixtures, `${name}.gz`))))
  return file
}

async function readTable(file: string) {
  const { tables, close } = await openFile(file)
  const table = await tables[0]!.open()
  const rows = await Array.fromAsync(table.rows)
  await table.close()
  await close()
  const at = (name: string) => table.header.indexOf(name)
  return { header: table.header, rows, cell: (row: number, name: string) => rows[row]?.cells[at(name)] }
}

test('each UCDP event of the Central African Republic is a row, with its point as latitude and longitude', async () => {
  const { rows, cell, header } = await readTable(unpacked('ucdp-ged-car.geojson'))
  expect(rows).toHaveLength(1848)
  expect(header.slice(-2)).toEqual(['latitude', 'longitude'])
  expect([cell(0, 'id'), cell(0, 'latitude'), cell(0, 'longitude')]).toEqual(['36210', '5.399784', '26.486881'])
})

test('features that follow each other are rows too, and a shape is well-known text', async () => {
  const file = join(folder, 'lines.geojson')
  const polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  }
  writeFileSync(
    file,
    [
      { type: 'Feature', properties: { a: 1 }, geometry: polygon },
      { type: 'Feature', properties: { b: null, c: ['x'] }, geometry: null },
    ]
      .map((feature) => JSON.stringify(feature))
      .join('\n'),
  )
  const { header, rows } = await readTable(file)
  expect(header).toEqual(['a', 'b', 'c', 'geometry'])
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1', '', '', 'POLYGON ((0 0, 1 0, 1 1, 0 0))'],
    ['', '', '["x"]', ''],
  ])
})

test('features that break off give what stood before, and say where', async () => {
  const file = join(folder, 'cut.geojson')
  writeFileSync(
    file,
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null},{"ty',
  )
  await expect(readTable(file)).rejects.toThrow(/breaks off/)
})

test('the UN Consolidated List is read into actors with their aliases in every script and their days of listing', async () => {
  const { rows, header, cell } = await readTable(unpacked('un-consolidated-list.xml'))
  expect(header).toContain('aliases')
  const by = (ref: string) => rows.findIndex(({ cells }) => cells[0] === ref)
  expect(rows).toHaveLength(1018)
  expect(cell(by('QDe.135'), 'name')).toBe('ANSAR EDDINE')
  expect(cell(by('QDe.135'), 'kind')).toBe('unidentified')
  expect(cell(by('QDe.014'), 'aliases')).toContain('AQIM')
  expect(cell(by('QDe.014'), 'aliases')).toMatch(/[\u0600-\u06ff]/)
  expect(cell(by('KPi.033'), 'kind')).toBe('person')
  expect(cell(by('KPi.033'), 'listed_on')).toBe('2016-11-30')
  // Of persons nothing is taken that no question needs.
  expect(JSON.stringify(rows)).not.toContain('381310014')
})
