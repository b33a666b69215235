import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartialDate } from '#core/record/day.ts'
import type { Content } from '#core/record/kinds.ts'
import { rowsOf } from '#store/database.ts'
import { schema } from '#store/migrate.ts'
import type { Part } from '../intake/plan.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { workOff } from './judge.ts'
import { rebuild } from './rebuild.ts'
import { verifyBase } from './verify.ts'

let base: SampleBase
let item: string

beforeAll(async () => {
  base = await sampleBase()
  await base.put('scopes', [
    { scope_ref: 'E1', regime: 'XA', instrument: 'made up', direction: 'into', area: 'XA', from: '2013-01-01' },
  ])
  await base.put('incidents', [
    { incident_ref: 'I1', kind: 'attack', date: '2015-11-20', country: 'XA', reported_by: 'A', presumed_actor: 'G1' },
    { incident_ref: 'I2', kind: 'cache', date: '2016-01', country: 'XA' },
  ])
  const rifle = { class: 'arm', model: 'AKMS', producer: 'P', year: '2014', used_by: 'attacker' }
  await base.put('items', [
    { ...rifle, item_ref: 'I1-1', incident_ref: 'I1', serial: 'КО431177' },
    { ...rifle, item_ref: 'I2-1', incident_ref: 'I2', serial: 'КО431178' },
  ])
  await base.put('items', [{ ...rifle, item_ref: 'I1-1', incident_ref: 'I1', serial: 'КО431171' }])
  item = (await one<{ id: string }>(`select id from items where ref = 'I1-1'`)).id
})
afterAll(() => base.close())

async function one<R extends object>(sql: string): Promise<R> {
  const [row] = await rowsOf<R>(base.store.intake, sql)
  if (row === undefined) throw new Error(`nothing: ${sql}`)
  return row
}

const currentModel = async () => (await one<{ model: string }>(`select model from items where id = '${item}'`)).model
const all = (table: string) => rowsOf(base.store.intake, `select * from ${table} t order by t::text`)

const kept = (rows: object[]) => rows.filter((row) => 'kept' in row && row.kept === true)

/** What a person adds at the desk; the desk itself comes later. */
async function add(part: Pick<Part, 'kind' | 'content'>): Promise<string> {
  const { plan } = await writeBulk(base.intake, base.analysis, [
    {
      source: 'default',
      author: 'analyst',
      device: 'desk',
      parts: [{ opinion: null, handling: null, doubts: [], ...part }],
    },
  ])
  await workOff(base.analysis)
  return plan.submissions[0]!.parts[0]!.id
}

const decide = (content: Content<'decision'>) => add({ kind: 'decision', content })

describe('rebuilding from the ledger', () => {
  test('keeps what people decided: the opinion that they chose still holds', async () => {
    const byFile = await one<{ id: string }>(`select id from opinions where record = '${item}'`)
    base.setNow('2026-01-03T00:00:00.000Z')
    const date = '2026-01-03' as PartialDate
    const byDesk = await add({
      kind: 'opinion',
      content: { record: item, source: 'desk', date, model: 'Type 56', author: 'B' },
    })
    expect(await currentModel()).toBe('Type 56')
    await decide({ rule: 'current-identification', subject: item, choice: byFile.id })
    expect(await currentModel()).toBe('AKMS')
    expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
    expect(await currentModel()).toBe('AKMS')

    base.setNow('2026-01-04T00:00:00.000Z')
    await decide({ rule: 'current-identification', subject: item, choice: byDesk, reason: 'read again' })
    expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
    expect(await currentModel()).toBe('Type 56')
  })

  test('keeps what people decided on findings, row for row, and the findings with their ids and times', async () => {
    const finding = await one<{ rule: string; subject: string }>('select rule, subject from findings where kept')
    await decide({ ...finding, view: '0', grounds: 'ab'.repeat(32), choice: 'dismissed', reason: 'known stock' })
    const [decisions, findings] = [await all('decisions'), await all('findings')]
    expect(decisions).toHaveLength(3)
    base.setNow('2026-02-01T00:00:00.000Z')
    expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
    expect(await all('decisions')).toEqual(decisions)
    expect(kept(await all('findings'))).toEqual(kept(findings))
  })

  test('changes nothing in the ledger', async () => {
    const before = await verifyBase(base.store, base.intake.sha256)
    await rebuild(base.intake, base.analysis)
    expect(before.ok).toBe(true)
    expect(await verifyBase(base.store, base.intake.sha256)).toEqual(before)
  })

  test('names the table that had come to say something else, and sets it right', async () => {
    const intruder = new Client(base.connection)
    await intruder.connect()
    await intruder.query(`set search_path = ${schema}`)
    const before = await all('items')
    await intruder.query(`update items set serial = 'X' where ref = 'I2-1'`)
    await intruder.query(`delete from decisions where rule <> 'current-identification'`)
    await intruder.end()
    const { equal, different } = await rebuild(base.intake, base.analysis)
    expect(equal).toBe(false)
    expect(different).toEqual(expect.arrayContaining(['items', 'decisions']))
    expect(different).toHaveLength(2)
    expect(await all('items')).toEqual(before)
    expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
  })
})
