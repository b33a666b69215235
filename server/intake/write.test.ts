import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { read } from '#store/reader.ts'
import { readRecord } from '#store/show.ts'
import { rebuild } from '../analysis/rebuild.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

const count = async (table: string) =>
  Number((await rowsOf<{ n: string }>(base.store.intake, `select count(*) as n from ${table}`))[0]?.n)

const incident = {
  incident_ref: 'I1',
  kind: 'attack',
  date: '2015-11-20',
  country: 'XA',
  presumed_actor: 'G1',
  actor_basis: 'claim',
}
const rifle = {
  item_ref: 'I1-1',
  incident_ref: 'I1',
  class: 'arm',
  model: 'AKMS',
  producer: 'P',
  year: '2011',
  serial: 'КО431177',
  used_by: 'attacker',
}

describe('the write path', () => {
  test('a row makes a record and its opinion in one entry, and the same row again makes nothing', async () => {
    const first = await base.put('incidents', [incident])
    expect(first.submissions[0]?.parts[0]?.outcome).toBe('added')
    expect(first.drafts.map(({ head }) => head.kind)).toEqual(['incident', 'opinion'])
    expect(new Set(first.drafts.map(({ head }) => head.entry)).size).toBe(1)
    await base.put('items', [rifle])
    const leaves = await count('ledger')
    const again = await base.put('items', [rifle])
    expect(again.submissions[0]).toMatchObject({ entry: null, parts: [{ outcome: 'unchanged' }] })
    expect(await count('ledger')).toBe(leaves)
  })

  test('a newer row revises the record and keeps what it was', async () => {
    await base.put('items', [{ ...rifle, tag: 'T-7' }])
    const [item] = await rowsOf<{ id: string; tag: string }>(
      base.store.intake,
      `select id, tag from items where ref = 'I1-1'`,
    )
    expect(item?.tag).toBe('T-7')
    const past = await rowsOf(base.store.intake, 'select * from past_revisions where record = $1', [item?.id])
    expect(past).toHaveLength(1)
  })

  test('an item that comes before its incident is attached when the incident arrives', async () => {
    await base.put('items', [{ item_ref: 'I2-1', incident_ref: 'I2', class: 'ammunition', calibre: '7.62x39' }])
    const waiting = await rowsOf<{ incident: string | null }>(
      base.store.intake,
      `select incident from items where ref = 'I2-1'`,
    )
    expect(waiting[0]?.incident).toBeNull()
    await base.put('incidents', [{ ...incident, incident_ref: 'I2', date: '' }])
    const attached = await rowsOf<{ incident: string | null }>(
      base.store.intake,
      `select incident from items where ref = 'I2-1'`,
    )
    expect(attached[0]?.incident).not.toBeNull()
  })

  test('an item is held as closely as its incident, also when the incident is raised later', async () => {
    const level = async () =>
      (await rowsOf<{ handling: number }>(base.store.intake, `select handling from items where ref = 'I1-1'`))[0]
        ?.handling
    expect(await level()).toBe(1)
    await base.put('incidents', [{ ...incident, handling: 'strictly-confidential' }])
    expect(await level()).toBe(2)
    await base.put('incidents', [{ ...incident, handling: 'unclassified', target: 'un' }])
    expect(await level()).toBe(2)
  })

  test('what waited for its incident is then held as closely as it, with its marks and what people hold of it', async () => {
    await base.put('items', [{ ...rifle, item_ref: 'I3-1', incident_ref: 'I3' }])
    await base.put('incidents', [{ ...incident, incident_ref: 'I3', handling: 'strictly-confidential' }])
    const levels = await rowsOf<{ marks: number; opinions: number }>(
      base.store.intake,
      `select (select min(handling) from item_marks where item = i.id) as marks,
              (select min(handling) from opinions where record = i.id) as opinions from items i where ref = 'I3-1'`,
    )
    expect(levels).toEqual([{ marks: 2, opinions: 2 }])
  })

  test('an incident that is held more closely does not make the reference of another ambiguous', async () => {
    await base.put('incidents', [{ ...incident, incident_ref: 'I4' }], { source: 'panel' })
    await base.put('incidents', [{ ...incident, incident_ref: 'I4', handling: 'strictly-confidential' }], {
      source: 'secret',
    })
    const plan = await base.put('items', [{ ...rifle, item_ref: 'I4-1', incident_ref: 'I4' }], { source: 'lab' })
    const [found] = await rowsOf<{ id: string }>(
      base.store.intake,
      `select id from incidents where ref = 'I4' and source = 'panel'`,
    )
    expect(plan.submissions[0]?.parts[0]?.incident).toBe(found?.id)
  })

  test('a setting is held from nobody', async () => {
    await base.put('settings', [{ setting: 'floor', value: '20', handling: 'strictly-confidential' }])
    const rows = await rowsOf(base.store.intake, 'select handling from settings')
    expect(rows).toEqual([{ handling: 0 }])
  })

  test('a reader below the record sees nothing of it', async () => {
    const [row] = await rowsOf<{ id: string }>(base.store.intake, `select id from items where ref = 'I1-1'`)
    const seen = (clearance: number) =>
      read(base.store, { account: 'a', clearance, teams: [] }, (client) =>
        readRecord(client, base.store.nodeId, 'item', row?.id ?? ''),
      )
    expect(await seen(1)).toBeNull()
    expect(await seen(2)).not.toBeNull()
  })

  test('two sources may use one reference for two records', async () => {
    await base.put('items', [{ ...rifle, serial: 'X9' }], { source: 'panel' })
    const rows = await rowsOf(base.store.intake, `select source from items where ref = 'I1-1' order by source`)
    expect(rows).toEqual([{ source: 'default' }, { source: 'panel' }])
  })

  test('rebuilding from the ledger comes out equal', async () => {
    expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true, different: [] })
  })

  test('what is in the ledger cannot be updated, deleted or truncated, even by who writes it', async () => {
    for (const sql of [
      'update ledger set leaf = 9',
      'delete from ledger',
      'truncate ledger',
      'delete from bodies',
      'update bodies set texts = texts',
    ]) {
      await expect(base.store.intake.query(sql)).rejects.toThrow(/permission denied|append only|must be owner/)
    }
  })
})
