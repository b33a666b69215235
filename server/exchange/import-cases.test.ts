import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import { workOff } from '../analysis/judge.ts'
import { rebuild } from '../analysis/rebuild.ts'
import { showRecord } from '../reading/show.ts'
import { sampleBase, sampleCodes, type SampleBase } from '../sample-base.ts'
import { importFiles, type ImportOptions } from './import-files.ts'
import type { ImportedFile } from './imported.ts'

let base: SampleBase
let folder: string
beforeAll(async () => {
  base = await sampleBase()
  folder = await mkdtemp(join(tmpdir(), 'headstamp-vintages-'))
})
afterAll(() => base.close())

async function take(text: string, options: ImportOptions = {}): Promise<ImportedFile> {
  const path = join(folder, 'table.csv')
  await writeFile(path, text)
  const importing = { intake: base.intake, analysis: base.analysis, codes: sampleCodes, mappings: [] }
  const [file] = (await importFiles(importing, [path], { judge: false, ...options })).files
  return file as ImportedFile
}

async function takeBytes(bytes: string | Uint8Array, language?: 'en' | 'fr'): Promise<ImportedFile> {
  const path = join(folder, 'bad.csv')
  await writeFile(path, bytes)
  const importing = { intake: base.intake, analysis: base.analysis, codes: sampleCodes, mappings: [] }
  const [file] = (await importFiles(importing, [path], { judge: false, language, source: 'bad' })).files
  return file as ImportedFile
}
async function mappingOf(mapping: object): Promise<string> {
  const path = join(folder, 'mapping.json')
  await writeFile(path, JSON.stringify(mapping))
  return path
}

const count = async (table: string) =>
  (await rowsOf<{ n: number }>(base.store.intake, `select count(*)::int as n from ${table}`))[0]?.n
const doubtsOf = async (ref: string) =>
  (await showRecord(base.analysis, operator, ref)).doubts.map(({ doubt }) => doubt)

const incidents = (...rows: string[]) => ['incident_ref,kind,date,country', ...rows, ''].join('\n')

test('an incident whose items came in a file after it waits once', async () => {
  await take(incidents('V,attack,2015,QM'), { source: 'once' })
  const before = await count('pending_incidents')
  await take('item_ref,incident_ref,class\nV-1,V,arm\n', { source: 'once' })
  expect(await count('pending_incidents')).toBe(before)
  await rowsOf(base.store.intake, 'delete from pending_incidents')
  await take('item_ref,incident_ref,class\nV-2,V,arm\n', { source: 'once' })
  expect(await count('pending_incidents')).toBe(1)
})

test('a list of stock of many batches makes what it concerns wait once', async () => {
  await take(incidents('W,attack,2015,ML'), { source: 'waiting' })
  await take('item_ref,incident_ref,class\nW-1,W,arm\n', { source: 'waiting' })
  const rows = Array.from({ length: 2500 }, (_, i) => `K${i},Army,ML,army,list,partial,arm,M1,2012`)
  const header = 'stock_ref,holder,holder_country,services,basis,coverage,class,model,covers_to'
  await rowsOf(base.store.intake, 'delete from pending_incidents')
  expect(await take([header, ...rows, ''].join('\n'))).toMatchObject({ added: 2500 })
  expect(await count('pending_incidents')).toBe(1)
})

describe('vintages of one source', () => {
  test('a row that changed is updated and keeps what it was; the others stay', async () => {
    await take(incidents('A,attack,2015,ML', 'B,attack,2015,ML'), { source: 'press' })
    const again = await take(incidents('A,clash,2015,ML', 'B,attack,2015,ML', 'C,attack,2016,ML'), { source: 'press' })
    expect(again).toMatchObject({ rows: 3, added: 1, updated: 1, unchanged: 1, missing: 0, records: { incidents: 3 } })
    const { fields, history } = await showRecord(base.analysis, operator, 'press:A')
    expect(fields).toMatchObject({ kind: 'clash' })
    expect(history.map(({ act }) => act)).toEqual(['make', 'revise'])
  })

  test('what a complete file no longer holds is kept with a doubt, until it comes back', async () => {
    const all = incidents('D,attack,2015,ML', 'E,attack,2015,ML')
    const fewer = incidents('D,attack,2015,ML')
    await take(all, { source: 'whole', complete: true })
    expect(await take(fewer, { source: 'whole' })).toMatchObject({ missing: 0 })
    expect(await doubtsOf('whole:E')).toEqual([])
    expect(await take(fewer, { source: 'whole', complete: true })).toMatchObject({ unchanged: 1, missing: 1 })
    expect(await doubtsOf('whole:E')).toEqual(['gone-from-source'])
    expect(await doubtsOf('whole:D')).toEqual([])
    const before = await count('ledger')
    expect(await take(fewer, { source: 'whole', complete: true })).toMatchObject({ unchanged: 1, missing: 1 })
    expect(await count('ledger')).toBe(before)
    expect(await take(incidents('F,attack,2015,ML'), { source: 'whole' })).toMatchObject({ added: 1 })
    expect(await doubtsOf('whole:E')).toEqual(['gone-from-source'])
    expect(await take(all, { source: 'whole' })).toMatchObject({ unchanged: 2, missing: 0 })
    expect(await doubtsOf('whole:E')).toEqual([])
  })

  test('a row that is refused is not missing: its source still speaks of it', async () => {
    await take(incidents('G,attack,2015,ML'), { source: 'faulty' })
    expect(await take(incidents('G,atack,2015,ML'), { source: 'faulty', complete: true })).toMatchObject({
      refused: 1,
      missing: 0,
    })
  })

  test('a complete file with no rows says that the source holds nothing', async () => {
    await take(incidents('H,attack,2015,ML'), { source: 'emptied' })
    expect(await take(incidents(), { source: 'emptied', complete: true })).toMatchObject({ rows: 0, missing: 1 })
    expect(await doubtsOf('emptied:H')).toEqual(['gone-from-source'])
  })

  test('doubts are counted on the same file again as on the first', async () => {
    const items = ['item_ref,incident_ref,class,year', 'A-1,A,arm,2019', 'X-1,nowhere,arm,2019', ''].join('\n')
    const doubts = [
      { row: 2, column: 'year', doubt: 'year-after-find' },
      { row: 3, column: 'incident_ref', doubt: 'incident-unknown' },
    ]
    expect(await take(items, { source: 'press' })).toMatchObject({ added: 2, doubted: 2, doubts })
    expect(await take(items, { source: 'press' })).toMatchObject({ unchanged: 2, doubted: 2, doubts })
    expect(await doubtsOf('press:A-1')).toEqual(['year-after-find'])
  })
})

describe('several records from one row, several rows for one record', () => {
  const mapping = {
    name: 'finds',
    columns: ['event', 'weapon'],
    keep: ['kind', 'note'],
    records: [
      {
        kind: 'incidents',
        one_per: ['event'],
        fields: {
          incident_ref: { template: 'E-{event}' },
          kind: [
            { const: 'cache', when: { type: ['hidden', 'buried'] } },
            { column: 'type', values: { fire: 'clash' }, else: 'drop' },
            { const: 'other' },
          ],
          date: { column: 'day', form: ['DD/MM/YYYY', 'MM/DD/YYYY', 'D-MMM-YYYY', 'YYYY'] },
        },
      },
      {
        kind: 'items',
        when: { seen: ['yes'] },
        fields: {
          item_ref: { template: 'E-{event}-{weapon}' },
          incident_ref: { template: 'E-{event}' },
          class: { const: 'arm' },
          serial: { column: 'weapon' },
        },
      },
    ],
  }
  const header = 'event,weapon,type,day,seen,kind,note'

  test('a mapping says all this, and each row counts once', async () => {
    const text = [
      header,
      '1,AA1,hidden,20/11/2015,yes,k,n',
      '1,AA2,fire,20/11/2015,yes,,',
      '1,AA3,fire,20/11/2015,no,,',
      '2,BB1,fire,5-févr.-2015,yes,,',
      '3,CC1,raid,03/04/2015,yes,,',
      '3,CC1,raid,03/04/2015,yes,,',
      '4,DD1,raid,31/31/2015,yes,,',
      '',
    ].join('\n')
    const options = { mapping: await mappingOf(mapping) }
    const first = await take(text, options)
    expect(first).toMatchObject({
      kind: 'incidents',
      source: 'finds',
      rows: 7,
      added: 4,
      merged: 2,
      refused: 1,
      records: { incidents: 3, items: 4 },
      unknown_columns: [],
      doubts: [
        { row: 6, column: 'date', doubt: 'day-month' },
        { row: 7, column: 'date', doubt: 'day-month' },
      ],
      rejected: [{ row: 8, column: 'date' }],
    })
    expect((await showRecord(base.analysis, operator, 'finds:E-1')).fields).toMatchObject({
      kind: 'cache',
      date: '2015-11-20',
      other: [
        ['other.kind', 'k'],
        ['other.note', 'n'],
      ],
    })
    expect((await showRecord(base.analysis, operator, 'finds:E-2')).fields).toMatchObject({
      kind: 'clash',
      date: '2015-02-05',
    })
    expect((await showRecord(base.analysis, operator, 'finds:E-3')).fields).toMatchObject({ kind: 'other' })
    expect(await take(text, options)).toMatchObject({ added: 0, updated: 0, merged: 3, unchanged: 3, refused: 1 })
  })

  test('an incident whose rows reach over a batch keeps all its items', async () => {
    const rows = Array.from({ length: 2100 }, (_, i) => `9,S${i},fire,2015,yes,,`)
    const result = await take([header, ...rows].join('\n'), { mapping: await mappingOf(mapping), source: 'long' })
    expect(result).toMatchObject({ rows: 2100, added: 2100, doubted: 0, records: { incidents: 1, items: 2100 } })
    expect(await rowsOf(base.store.intake, `select ref from items where source = 'long' and incident is null`)).toEqual(
      [],
    )
  })

  test('a row that is refused makes nothing, so that a later one makes its incident', async () => {
    const text = [header, '8,A1,fire,2015,yes,,', '7,A1,fire,2015,yes,,', '7,A1,fire,2015,no,,', ''].join('\n')
    const named = { ...mapping, name: 'later' }
    const [incident, item] = mapping.records
    const clash = { ...item, fields: { ...item?.fields, item_ref: { column: 'weapon' } } }
    const path = await mappingOf({ ...named, records: [incident, clash] })
    expect(await take(text, { mapping: path })).toMatchObject({
      added: 2,
      refused: 1,
      records: { incidents: 2, items: 1 },
    })
  })

  test('a mapping that names no field, needs one, or writes a date twice is refused with its place', async () => {
    const [record] = mapping.records
    const wrong = async (fields: object) =>
      (await take(`${header}\n`, { mapping: await mappingOf({ ...mapping, records: [{ ...record, fields }] }) })).fault
        ?.problem
    expect(await wrong({ ...record?.fields, serial: { const: 'x' } })).toContain('incidents have no field serial')
    expect(await wrong({ kind: { const: 'other' } })).toContain('incidents need the field incident_ref')
    expect(await wrong({ ...record?.fields, date: { column: 'day', form: 'MM/MM/YYYY' } })).toContain('at most one')
  })
})

const cells = {
  incident_ref: fc.constantFrom('P1', 'P2', 'P3', 'P4', ''),
  kind: fc.constantFrom('attack', 'clash', 'atack', ''),
  date: fc.constantFrom('2015', '2015-02-30', '', '2015-11-20'),
  country: fc.constantFrom('ML', 'mali', ''),
}

test('law: added, updated, unchanged, merged and refused rows are all rows; the same file again changes nothing', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.record(cells), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      async (files) => {
        const source = `law-${round++}`
        for (const rows of files) {
          const text = incidents(...rows.map((row) => [row.incident_ref, row.kind, row.date, row.country].join(',')))
          for (const again of [false, true]) {
            const before = await count('ledger')
            const { rows: all, added, updated, unchanged, merged, refused, records } = await take(text, { source })
            expect(added + updated + unchanged + merged + refused).toBe(all)
            expect(records['incidents'] ?? 0).toBe(added + updated + unchanged)
            if (again) {
              expect([added, updated]).toEqual([0, 0])
              expect(await count('ledger')).toBe(before)
            }
          }
        }
      },
    ),
    { numRuns: 12 },
  )
})

describe('bad input', () => {
  const header = 'incident_ref,kind,date,country\n'

  test('rows before the place where a file is cut off are kept and counted', async () => {
    const cut = await takeBytes(`${header}K1,attack,2015,ML\nK2,attack,2015,"ML`)
    expect(cut).toMatchObject({ rows: 1, added: 1, fault: { row: 3, problem: expect.stringContaining('cut off') } })
    expect(await takeBytes(`${header}K1,attack,2015,ML\nK2,attack,2015,ML`)).toMatchObject({ added: 1, unchanged: 1 })
  })

  test('a row that is not UTF-8, or holds a NUL, is refused with its column; the others go in', async () => {
    const latin = Buffer.concat([
      Buffer.from(`${header}L1,attack,2015,ML\n`),
      Buffer.from('Lé,attack,2015,ML\n', 'latin1'),
      Buffer.from('L\u0000,attack,2015,ML\nLé,attack,2015,ML\n'),
    ])
    expect(await takeBytes(latin, 'fr')).toMatchObject({
      rows: 4,
      added: 2,
      refused: 2,
      rejected: [
        { row: 3, column: 'incident_ref', remedy: expect.stringContaining('UTF-8') },
        { row: 4, column: 'incident_ref', problem: "Ce n'est pas du texte Unicode." },
      ],
    })
  })

  const text = (ref: string) => `${header.trim()},place\n${ref},attack,2015,ML,Ségou\n`

  test('UTF-16 with and without its mark and Latin-1 go in, and a guess is said', async () => {
    const forms = [
      [Buffer.from(`\uFEFF${text('U1')}`, 'utf16le'), { name: 'utf-16le', guessed: false }],
      [Buffer.from(text('U2'), 'utf16le'), { name: 'utf-16le', guessed: true }],
      [Buffer.from(`\uFEFF${text('U3')}`, 'utf16le').swap16(), { name: 'utf-16be', guessed: false }],
      [Buffer.from(text('U4'), 'utf16le').swap16(), { name: 'utf-16be', guessed: true }],
      [Buffer.from(text('U5'), 'latin1'), { name: 'windows-1252', guessed: true }],
    ] as const
    for (const [bytes, encoding] of forms) expect(await takeBytes(bytes)).toMatchObject({ added: 1, encoding })
    expect(
      await rowsOf(base.store.intake, `select distinct place from incidents where ref like 'U_' and ref <> 'UX'`),
    ).toEqual([{ place: 'Ségou' }])
  })

  test('what is empty or damaged says so; a second column of one name is kept beside its field', async () => {
    const problems = [
      [Buffer.from('PK\u0003\u0004\u0014\u0000'), /damaged/],
      ['', /empty/],
      ['\n\n', /empty/],
    ] as const
    for (const [bytes, problem] of problems) expect((await takeBytes(bytes)).fault?.problem).toMatch(problem)
    expect(await takeBytes(`${header.trim()},date\nW1,attack,2015,ML,2016\n`)).toMatchObject({
      added: 1,
      unknown_columns: ['date (2)'],
    })
  })

  test('a header alone is no fault, a byte-order mark before a quoted name neither', async () => {
    expect(await takeBytes(header)).toMatchObject({ kind: 'incidents', rows: 0, added: 0 })
    expect(await takeBytes('\uFEFF"incident_ref",kind,date\nM1,attack,2015\n')).toMatchObject({ rows: 1, added: 1 })
  })

  test('a formula is kept as the text that it is, a cell of a megabyte is refused with its length', async () => {
    const summary = '=HYPERLINK("http://x";"y")'
    const row = `N1,attack,2015,"${summary.replaceAll('"', '""')}"\nN2,attack,2015,${'x'.repeat(1_000_000)}\n`
    expect(await takeBytes(`incident_ref,kind,date,summary\n${row}`)).toMatchObject({
      added: 1,
      rejected: [{ row: 3, column: 'summary', problem: expect.stringContaining('1000000') }],
    })
    expect((await showRecord(base.analysis, operator, 'bad:N1')).fields).toMatchObject({ summary })
  })

  test('refused rows of several files stand under their own columns, with all their cells', async () => {
    const [one, two, rejects] = ['one.csv', 'two.csv', 'rejects.csv'].map((name) => join(folder, name))
    await writeFile(one as string, `${header}O1,atack,2015,ML\nO2,attack,2015,ML,,more\n`)
    await writeFile(two as string, 'item_ref,incident_ref,class\nO1-1,O1,gun\n')
    const importing = { intake: base.intake, analysis: base.analysis, codes: sampleCodes, mappings: [] }
    const options = { judge: false, rejects, source: 'bad' }
    const { files } = await importFiles(importing, [one, join(folder, 'no.csv'), two] as string[], options)
    expect(files.map(({ refused, fault: stopped }) => [refused, stopped?.problem])).toEqual([
      [2, undefined],
      [0, 'There is no such file.'],
      [1, undefined],
    ])
    const [names, ...rows] = (await readFile(rejects as string, 'utf8')).trim().split('\r\n')
    expect(names).toBe('incident_ref,kind,date,country,item_ref,class,row,column,problem,remedy')
    expect(rows[0]).toMatch(/^O1,atack,2015,ML,,,2,kind,/)
    expect(rows[1]).toMatch(/^O2,attack,2015,ML,,,3,column 6,.*,more$/)
    expect(rows[2]).toMatch(/^O1,,,,O1-1,gun,2,class,/)
  })
})

test('the ledger gives all of it again', async () => {
  await workOff(base.analysis)
  expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
}, 120_000)
