import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'

const rifle = { class: 'arm', model: 'AKM', producer: 'Factory 2', used_by: 'attacker' }

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('settings', [{ setting: 'default_handling', value: 'unclassified' }])
  await base.put('incidents', [
    { incident_ref: 'LATE', kind: 'attack', date: '2019-05-01', country: 'XA' },
    { incident_ref: 'EARLY', kind: 'seizure', date: '2017-05-01', country: 'XA' },
  ])
  await base.put('items', [{ item_ref: 'L-1', incident_ref: 'LATE', serial: 'KO431177', ...rifle }])
})
afterAll(() => base.close())

const raised = async (reader = operator) =>
  (await listFindings(base.analysis, reader, { rule: 'seen-before' })).map(({ items, handling }) => [
    items[0],
    handling,
  ])

test('an older record that arrives later makes the later find one that was seen before', async () => {
  expect(await raised()).toEqual([])
  await base.put('items', [{ item_ref: 'E-1', incident_ref: 'EARLY', serial: 'KO 431177', ...rifle }])
  expect(await raised()).toEqual([['L-1', 'confidential']])
})

test('it is told to those alone who may see what implicates a State', async () => {
  const uncleared = { account: 'a', clearance: 0, teams: [] }
  expect(await raised(uncleared)).toEqual([])
  const asked = await listFindings(base.analysis, uncleared, { item: 'L-1', all: true })
  const rules = asked.map(({ rule }) => rule)
  expect(rules).toContain('short-lag')
  expect(rules).not.toContain('seen-before')
  expect(rules).not.toContain('stock-consistent')
})

test('a serial that was corrected takes it back', async () => {
  await base.put('items', [{ item_ref: 'E-1', incident_ref: 'EARLY', serial: 'KO431178', ...rifle }])
  expect(await raised()).toEqual([])
})

test('a date that was corrected turns it round', async () => {
  await base.put('items', [{ item_ref: 'E-1', incident_ref: 'EARLY', serial: 'KO431177', ...rifle }])
  await base.put('incidents', [{ incident_ref: 'EARLY', kind: 'seizure', date: '2020-05-01', country: 'XA' }])
  expect(await raised()).toEqual([['E-1', 'confidential']])
})
