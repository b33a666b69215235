import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { sampleBase, sampleCodes, type SampleBase } from '../sample-base.ts'
import { importFiles, type ImportOptions } from './import-files.ts'
import { UnknownLayout } from './layout.ts'
import { textSheet, writeWorkbook } from './read/sample-workbook.ts'
import { shippedMappings } from './shipped-mappings.ts'

let base: SampleBase
let folder: string
beforeAll(async () => {
  base = await sampleBase()
  folder = await mkdtemp(join(tmpdir(), 'headstamp-import-'))
})
afterAll(() => base.close())

const fixtures = join(import.meta.dirname, '../../fixtures/tables')

async function take(files: readonly string[], options: ImportOptions = {}) {
  const importing = {
    intake: base.intake,
    analysis: base.analysis,
    codes: sampleCodes,
    mappings: shippedMappings(),
  }
  return (await importFiles(importing, files, options)).files
}

async function file(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

const header = 'incident_ref,kind,date,country\r\n'

describe('real files', () => {
  test('the crime guns: 635 rows, 635 incidents and items, 184 without a date, kept with a doubt', async () => {
    const [result] = await take([join(fixtures, 'crime-gun-traces.csv')], { mapping: 'crime-gun-traces' })
    expect(result).toMatchObject({
      source: 'crime-gun-traces',
      rows: 635,
      added: 635,
      refused: 0,
      doubted: 188,
      records: { incidents: 635, items: 635 },
    })
    const doubts = Map.groupBy(result?.doubts ?? [], ({ column, doubt }) => `${column} ${doubt}`)
    // Four dates lie after the day on which this test receives them.
    expect([...doubts].map(([doubt, rows]) => [doubt, rows.length])).toEqual(
      expect.arrayContaining([
        ['date missing', 184],
        ['date in-future', 4],
      ]),
    )
  })

  test('the same file again changes nothing', async () => {
    const [{ n } = { n: '' }] = await rowsOf<{ n: string }>(base.store.intake, 'select count(*) as n from ledger')
    const [result] = await take([join(fixtures, 'crime-gun-traces.csv')], { mapping: 'crime-gun-traces' })
    expect(result).toMatchObject({ rows: 635, unchanged: 635, added: 0, updated: 0 })
    expect(await rowsOf(base.store.intake, 'select count(*) as n from ledger')).toEqual([{ n }])
  })

  test('Burkina: 1,504 incidents, an actor only for one-sided violence', async () => {
    const [result] = await take([join(fixtures, 'ucdp-ged-burkina.csv')], { mapping: 'ucdp-ged' })
    expect(result).toMatchObject({ rows: 1504, added: 1504, refused: 0, records: { incidents: 1504 } })
    const rows = await rowsOf<{ kind: string; n: string }>(
      base.store.intake,
      `select kind, count(*) as n from incidents where source = 'ucdp-ged' and presumed_actor is not null group by kind`,
    )
    expect(rows).toEqual([{ kind: 'attack', n: '518' }])
  })

  test('the Central African Republic as GeoJSON: 1,848 incidents at their points, by the mapping of the CSV', async () => {
    const path = await file('car.geojson', gunzipSync(await readFile(join(fixtures, 'ucdp-ged-car.geojson.gz'))))
    const [result] = await take([path], { mapping: 'ucdp-ged' })
    expect(result).toMatchObject({ rows: 1848, added: 1848, refused: 0 })
    expect(
      await rowsOf(
        base.store.intake,
        `select ref, date, country, lat, lon from incidents where source = 'ucdp-ged' and ref = '36210'`,
      ),
    ).toMatchObject([{ date: '2009-02-20', country: 'CF', lat: '5.399784', lon: '26.486881' }])
  })

  test('the Consolidated List makes an actor of each entry, in a source of its own', async () => {
    const path = await file('list.xml', gunzipSync(await readFile(join(fixtures, 'un-consolidated-list.xml.gz'))))
    const [result] = await take([path])
    expect(result).toMatchObject({ source: 'un-consolidated-list', rows: 1018, refused: 0, kind: 'actors' })
    expect((await take([path]))[0]).toMatchObject({ added: 0, updated: 0 })
  })

  test('a workbook of two sheets is two tables; a sheet of notes is left out and named', async () => {
    const path = await writeWorkbook(join(folder, 'two.xlsx'), {
      sheets: {
        Incidents: textSheet(['incident_ref', 'kind', 'date', 'country'], ['X1', 'attack', '2015', 'ML']),
        Objets: textSheet(['item_ref', 'incident_ref', 'class'], ['X1-1', 'X1', 'arm'], ['X1-2', 'X1', 'arm']),
        Notes: textSheet(['to', 'do'], ['ask', 'again']),
      },
    })
    expect(await take([path])).toMatchObject([
      { sheet: 'Incidents', kind: 'incidents', added: 1 },
      { sheet: 'Objets', kind: 'items', added: 2, doubted: 0 },
      { sheet: 'Notes', kind: null, rows: 0, fault: { problem: expect.stringContaining('Notes') } },
    ])
  })

  test('a layout that nobody knows is never taken by guess', async () => {
    await expect(take([await file('foreign.csv', 'a,b\r\n1,2\r\n')])).rejects.toThrow(UnknownLayout)
  })
})

describe('doubtful and refused rows', () => {
  test('the good rows go in, the others come back as they were with their reasons', async () => {
    const rejects = join(folder, 'rejects.csv')
    const path = await file(
      'mixed.csv',
      `${header}M1,attack,2015-11-20,ML\r\nM2,atack,2015-11-20,ML\r\n\r\nM3,attack,2015-13-40,ML\r\nM4,attack,,ML\r\nM5,attack\r\nM6,attack,2015,ML,,,x\r\n`,
    )
    const [result] = await take([path], { rejects })
    expect(result).toMatchObject({ rows: 6, added: 3, refused: 3, doubted: 2 })
    expect(result?.rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, 'kind'],
      [5, 'date'],
      [8, 'column 7'],
    ])
    expect(result?.doubts).toEqual([
      { row: 6, column: 'date', doubt: 'missing' },
      { row: 7, column: 'date', doubt: 'short-row' },
      { row: 7, column: 'date', doubt: 'missing' },
    ])
    expect((await readFile(rejects, 'utf8')).split('\r\n')[1]).toMatch(/^M2,atack,2015-11-20,ML,3,kind,/)
  })

  test('a second row of one reference that differs is refused and names the first', async () => {
    const path = await file('twice.csv', `${header}T1,attack,2015,ML\r\nT1,attack,2015,ML\r\nT1,clash,2015,ML\r\n`)
    const [result] = await take([path])
    expect(result).toMatchObject({ rows: 3, added: 1, merged: 1, refused: 1 })
    expect(result?.rejected[0]?.problem).toContain('Row 2')
  })

  test('a newer vintage updates what changed; with --complete what is gone is counted and kept', async () => {
    const first = await file('v1.csv', `${header}V1,attack,2015,ML\r\nV2,attack,2015,ML\r\n`)
    await take([first], { source: 'vintage' })
    const second = await file('v2.csv', `${header}V1,clash,2015,ML\r\n`)
    const [result] = await take([second], { source: 'vintage', complete: true })
    expect(result).toMatchObject({ rows: 1, updated: 1, missing: 1 })
    expect(
      await rowsOf(base.store.intake, `select count(*)::int as n from incidents where source = 'vintage'`),
    ).toEqual([{ n: 2 }])
  })
})

const fault = async (name: string, bytes: string | Uint8Array) => (await take([await file(name, bytes)]))[0]?.fault

describe('files that cannot be read', () => {
  test('each says what is wrong and what to do', async () => {
    expect((await fault('empty.csv', ''))?.problem).toMatch(/empty/)
    expect((await fault('cut.csv', `${header}C1,attack,2015,"ML`))?.problem).toMatch(/cut off/)
    expect((await fault('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))?.remedy).toMatch(/XLSX/)
    expect((await fault('huge.csv', `${header}H1,attack,2015,"${'x'.repeat(9_000_000)}"\r\n`))?.problem).toMatch(/8 MB/)
    expect((await take([join(folder, 'nowhere.csv')]))[0]?.fault?.problem).toMatch(/no such file/)
  })

  test('a byte-order mark and a nameless last column are no fault', async () => {
    const path = await file('bom.csv', `\uFEFF${header.trim()},\r\nB1,attack,2015,ML,\r\n`)
    expect((await take([path]))[0]).toMatchObject({ rows: 1, added: 1, doubted: 0 })
  })
})
