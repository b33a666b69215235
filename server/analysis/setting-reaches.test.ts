import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { workOff } from './judge.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('incidents', [{ incident_ref: 'A', kind: 'seizure', date: '2019-05-01' }])
  await base.put('items', [{ item_ref: 'A-1', incident_ref: 'A', class: 'arm', model: 'M1' }])
})
afterAll(() => base.close())

async function waitingFor(setting: string, value: string): Promise<readonly string[]> {
  await base.put('settings', [{ setting, value }], { judge: false })
  const waiting = await rowsOf<{ what: string }>(
    base.store.intake,
    `select 'incidents' as what from pending_incidents union select 'signatures' from pending_signatures order by 1`,
  )
  await workOff(base.analysis)
  return waiting.map(({ what }) => what)
}

test('a setting that no rule reads makes nothing wait', async () => {
  expect(await waitingFor('alerts_a_week', '3')).toEqual([])
  expect(await waitingFor('default_handling', 'unclassified')).toEqual([])
})

test('a setting that only rules about signatures read makes signatures wait, and no item', async () => {
  for (const [setting, value] of [
    ['floor', '20'],
    ['rare_share', '0.1'],
    ['actor_floor', '5'],
  ] as const) {
    expect(await waitingFor(setting, value)).toEqual(['signatures'])
  }
})

test('a setting that is written with each incident, or that a rule about items reads, makes every incident wait', async () => {
  for (const [setting, value] of [
    ['zone', 'XA'],
    ['crime_kinds', 'crime; seizure'],
    ['host_country', 'XA'],
    ['state_services', 'army'],
  ] as const) {
    expect(await waitingFor(setting, value)).toEqual(['incidents'])
  }
})
