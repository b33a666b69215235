import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FindingAnswer } from '#api/routes.ts'
import { operator, type Reader } from '#store/reader.ts'
import { rebuild } from '../analysis/rebuild.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { getFinding, listFindings } from './findings.ts'
import { showRecord } from './show.ts'

let base: SampleBase
afterEach(() => base.close())

const stock = {
  holder: 'State of XA',
  holder_country: 'XA',
  services: 'all',
  basis: 'inspection',
  coverage: 'whole',
  class: 'arm',
  covers_from: '1990',
  covers_to: '2026',
  handling: 'unclassified',
}
const rifle = { class: 'arm', model: 'M1', producer: 'P', year: '2011', used_by: 'attacker', handling: 'unclassified' }

beforeEach(async () => {
  base = await sampleBase()
  base.setNow('2026-01-02T00:00:00.000Z')
  await base.put('settings', [
    { setting: 'actor_floor', value: '1' },
    { setting: 'rare_share', value: '0.99' },
  ])
  await base.put('stock', [{ ...stock, stock_ref: 'K1', model: 'M2', year: '2011' }])
  for (const ref of ['I1', 'I2']) {
    await base.put('incidents', [
      { incident_ref: ref, kind: 'attack', date: '2015-02-03', country: 'XA', handling: 'unclassified' },
    ])
    await base.put('items', [{ ...rifle, item_ref: `${ref}-1`, incident_ref: ref }])
  }
  base.setNow('2026-02-03T00:00:00.000Z')
})

const named = (list: readonly FindingAnswer[]) => list.map(({ rule, subject }) => `${rule} ${subject.ref}`).toSorted()
const closed = (reader: Reader = operator) => listFindings(base.analysis, reader, { closed: true })
const held = (reader: Reader = operator) => listFindings(base.analysis, reader, {})

test('a finding that holds no more says since when, by which record, and what the rule answers now', async () => {
  expect(await closed()).toEqual([])
  const [before] = await listFindings(base.analysis, operator, { rule: 'not-in-stock', item: 'I1-1' })
  await base.put('stock', [{ ...stock, stock_ref: 'K2', model: 'M1', producer: 'P', year: '2011' }])
  const found = await closed()
  expect(named(found)).toEqual(['not-in-stock I1-1', 'not-in-stock I2-1'])
  expect(found[0]).toMatchObject({
    answer: 'yes',
    closed: {
      at: '2026-02-03T00:00:00.000Z',
      because: { en: 'Recorded or changed then: K2.' },
      by: [{ kind: 'stock', ref: 'K2' }],
      now: { answer: 'no' },
    },
  })
  expect((await getFinding(base.analysis, operator, before?.id ?? '')).closed?.at).toBe('2026-02-03T00:00:00.000Z')
  for (const ref of ['I1', 'I1-1']) {
    expect(named((await showRecord(base.analysis, operator, ref)).closed)).toEqual(['not-in-stock I1-1'])
  }
})

test('what was closed outlives a rebuild', async () => {
  await base.put('stock', [{ ...stock, stock_ref: 'K2', model: 'M1', producer: 'P', year: '2011' }])
  const before = await closed()
  base.setNow('2026-03-01T00:00:00.000Z')
  expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true })
  expect(await closed()).toEqual(before)
})

test('one that is raised again is closed no more', async () => {
  await base.put('stock', [{ ...stock, stock_ref: 'K2', model: 'M1', producer: 'P', year: '2011' }])
  base.setNow('2026-02-04T00:00:00.000Z')
  await base.put('stock', [{ ...stock, stock_ref: 'K2', model: 'M3', producer: 'P', year: '2011' }])
  expect(await closed()).toEqual([])
  expect(named(await held())).toContain('not-in-stock I1-1')
})

test('a setting closes the findings of its rules, and is named', async () => {
  expect(named(await held())).toContain('same-signature arm|year|model=M1;producer=P;year=2011')
  await base.put('settings', [{ setting: 'rare_share', value: '0.001' }], { source: 'desk' })
  await base.put('settings', [{ setting: 'rare_share', value: '0.001', from: '2026-02-03' }], { source: 'desk' })
  const [same] = await closed()
  expect(same).toMatchObject({ rule: 'same-signature', says: { en: 'arm M1, P, 2011.' }, grade: 'possible' })
  expect(same?.closed).toMatchObject({ by: [{ kind: 'setting' }], now: { answer: 'no', grade: 'common' } })
})

test('a signature that nothing carries any more is still named, also after a rebuild', async () => {
  await base.put('items', [{ ...rifle, item_ref: 'I1-1', incident_ref: 'I1', model: 'M7' }])
  await base.put('items', [{ ...rifle, item_ref: 'I2-1', incident_ref: 'I2', model: 'M8' }])
  const before = await closed()
  expect(before).toMatchObject([{ rule: 'same-signature', closed: { now: { answer: 'no' } } }])
  await rebuild(base.intake, base.analysis)
  expect(await closed()).toEqual(before)
})

test('what a confidential row closes holds on for those who may not see it', async () => {
  const below: Reader = { account: 'a', clearance: 0, teams: [] }
  const before = named(await held(below))
  const secret = { ...stock, handling: 'confidential', stock_ref: 'K2', model: 'M1', producer: 'P', year: '2011' }
  await base.put('stock', [secret])
  expect(named(await closed())).toEqual(['not-in-stock I1-1', 'not-in-stock I2-1'])
  expect(await closed(below)).toEqual([])
  expect(named(await held(below))).toEqual(before)
  expect(named(await held())).not.toContain('not-in-stock I1-1')
})
