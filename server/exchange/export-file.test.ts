import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tables, type Table } from '#core/record/kinds.ts'
import { columns } from '#core/record/parse-row.ts'
import { sampleRows } from '#core/record/sample-rows.ts'
import { tableOf } from '#store/projection.ts'
import { operator } from '#store/reader.ts'
import { rowsOf } from '#store/database.ts'
import { sampleBase, sampleCodes, type SampleBase } from '../sample-base.ts'
import { verifyBase } from '../analysis/verify.ts'
import { csvLine } from './csv.ts'
import { exportRecords } from './export-file.ts'
import { importFiles } from './import-files.ts'

let base: SampleBase
let other: SampleBase
let folder: string
beforeAll(async () => {
  ;[base, other] = await Promise.all([sampleBase(), sampleBase()])
  folder = await mkdtemp(join(tmpdir(), 'headstamp-export-'))
})
afterAll(() => Promise.all([base.close(), other.close()]))

async function take(to: SampleBase, file: string, kind: Table, source: string) {
  const importing = { intake: to.intake, analysis: to.analysis, codes: sampleCodes, mappings: [] }
  const [result] = (await importFiles(importing, [file], { kind, source, judge: false })).files
  return result
}

/** What the source says, in 64 bits a record and opinion. */
const digests = (of: SampleBase, table: Table, source: string) =>
  rowsOf(
    of.store.intake,
    `select t.ref, t.digest, o.digest as opinion from ${tableOf[tables[table]]} t
       left join opinions o on o.record = t.id where t.source = $1 order by t.ref`,
    [source],
  )

test.each(Object.keys(tables) as Table[])(
  'law: exported %s import into another base as equal records',
  async (table) => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(sampleRows(table), async (rows) => {
        const source = `${table}-${round++}`
        const [first, out, again] = ['first', 'out', 'again'].map((name) => join(folder, `${name}.csv`)) as [
          string,
          string,
          string,
        ]
        const header = [
          ...new Set([...columns[table].map(({ name }) => name), ...rows.flatMap((row) => Object.keys(row))]),
        ]
        await writeFile(
          first,
          [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))].map(csvLine).join(''),
        )
        if (rows.length === 0) return
        expect(await take(base, first, table, source)).toMatchObject({ added: rows.length, rejected: [] })
        expect(await exportRecords(base.analysis, operator, { kind: table, source, out })).toEqual({
          file: out,
          rows: rows.length,
        })
        expect(await take(base, out, table, source)).toMatchObject({ unchanged: rows.length, rejected: [] })
        const book = join(folder, 'out.xlsx')
        await exportRecords(base.analysis, operator, { kind: table, source, format: 'xlsx', out: book })
        expect(await take(base, book, table, source)).toMatchObject({
          sheet: table,
          unchanged: rows.length,
          rejected: [],
        })
        expect(await take(other, out, table, source)).toMatchObject({ added: rows.length, rejected: [] })
        expect(await digests(other, table, source)).toEqual(await digests(base, table, source))
        await exportRecords(other.analysis, operator, { kind: table, source, out: again })
        expect(await readFile(again, 'utf8')).toBe(await readFile(out, 'utf8'))
      }),
      { numRuns: 8 },
    )
  },
)

test('an export holds what its reader may see, and only its owner can open it', async () => {
  await base.put(
    'incidents',
    [
      { incident_ref: 'open', kind: 'attack', date: '2015', handling: 'unclassified', reported_by: 'Source 7' },
      { incident_ref: 'closed', kind: 'attack', date: '2015', handling: 'strictly-confidential' },
    ],
    { source: 'mixed' },
  )
  const out = join(folder, 'seen.csv')
  const reader = { account: 'a', clearance: 0, teams: [] }
  expect(await exportRecords(base.analysis, reader, { kind: 'incidents', source: 'mixed', out })).toMatchObject({
    rows: 1,
  })
  const text = await readFile(out, 'utf8')
  expect(text).toContain('open')
  expect(text).not.toMatch(/closed|Source 7/)
  expect((await stat(out)).mode & 0o777).toBe(0o600)
})

test('incidents as GeoJSON stand at their points, and those without one stand nowhere', async () => {
  await base.put(
    'incidents',
    [
      { incident_ref: 'here', kind: 'attack', date: '2015', lat: '12.5', lon: '-8', place: '=HYPERLINK("x")' },
      { incident_ref: 'somewhere', kind: 'attack', date: '2015' },
    ],
    { source: 'placed' },
  )
  const out = join(folder, 'placed.geojson')
  await exportRecords(base.analysis, operator, { kind: 'incidents', source: 'placed', format: 'geojson', out })
  const { features } = JSON.parse(await readFile(out, 'utf8')) as { features: readonly { geometry: unknown }[] }
  expect(features).toMatchObject([
    { geometry: { type: 'Point', coordinates: [-8, 12.5] }, properties: { incident_ref: 'here' } },
    { geometry: null, properties: { incident_ref: 'somewhere' } },
  ])
})

test('the ledger of what was written verifies', async () => {
  const report = await verifyBase(base.store, base.intake.sha256)
  expect(report).toMatchObject({ ok: true, problems: [] })
  expect(report.leaves).toBeGreaterThan(6)
})

test('a text that was changed behind the back of the ledger is found and named', async () => {
  const owner = base.store.intake
  await expect(owner.query(`update bodies set texts[1] = '{}' where leaf = 0`)).rejects.toThrow()
})
