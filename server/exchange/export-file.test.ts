import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Table } from '#core/record/kinds.ts'
import { operator } from '#store/reader.ts'
import { rowsOf } from '#store/database.ts'
import { sampleBase, sampleCodes, type SampleBase } from '../sample-base.ts'
import { verifyBase } from '../analysis/verify.ts'
import { exportRecords } from './export-file.ts'
import { importFiles } from './import-files.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

const incidents = [
  {
    incident_ref: 'A;1',
    kind: 'attack',
    date: '2015-11',
    country: 'XA',
    presumed_actor: 'G "one"',
    actor_basis: 'claim',
    reported_by: 'Source 7',
    summary: '=1+1\nsecond line',
    lat: '-14.500',
    lon: '3.0',
    colour: 'red, blue',
  },
  { incident_ref: 'A2', kind: 'cache', date: '', country: 'XA', handling: 'strictly-confidential' },
]
const items = [
  {
    item_ref: 'A;1-1',
    incident_ref: 'A;1',
    class: 'ammunition',
    marks: '12:10; 6:15; 3:a\\;b\\:c',
    calibre: '7.62x39',
    year: '2015',
    features: 'case:steel',
    used_by: 'attacker',
    serials: 'bolt:1\\;2',
  },
]

test('an exported file imports back to equal records', async () => {
  await base.put('incidents', incidents)
  await base.put('items', items)
  const folder = await mkdtemp(join(tmpdir(), 'headstamp-export-'))
  for (const kind of ['incidents', 'items'] as Table[]) {
    const out = join(folder, `${kind}.csv`)
    const { rows } = await exportRecords(base.analysis, operator, { kind, out })
    expect(rows).toBe(kind === 'incidents' ? 2 : 1)
    const importing = { intake: base.intake, analysis: base.analysis, codes: sampleCodes, mappings: [] }
    const [again] = (await importFiles(importing, [out], {})).files
    expect(again).toMatchObject({ rejected: [], rows, unchanged: rows, refused: 0 })
    await importFiles(importing, [out], { source: 'copy' })
  }
  const differences = await rowsOf(
    base.store.intake,
    `select a.ref from incidents a join incidents b on b.ref = a.ref and b.source = 'copy' and a.source = 'default' where a.digest <> b.digest
     union all select a.ref from items a join items b on b.ref = a.ref and b.source = 'copy' and a.source = 'default' where a.digest <> b.digest`,
  )
  expect(differences).toEqual([])
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
