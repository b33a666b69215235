import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('actors', [
    { actor_ref: 'JN', name: 'Umbrella', kind: 'armed-group', listed_on: '2018-10-04' },
    { actor_ref: 'KM', name: 'Northern Unit', kind: 'armed-group' },
  ])
  for (const [ref, date] of [
    ['A', '2017-05-01'],
    ['B', '2019-05-01'],
  ] as const) {
    await base.put('incidents', [
      { incident_ref: ref, kind: 'attack', date, country: 'XA', presumed_actor: 'Northern Unit', actor_basis: 'claim' },
    ])
    await base.put('items', [{ item_ref: `${ref}-1`, incident_ref: ref, class: 'arm', used_by: 'attacker' }])
  }
})
afterAll(() => base.close())

const said = async () =>
  (await listFindings(base.analysis, operator, { rule: 'listed-holder', all: true }))
    .filter(({ answer }) => answer === 'yes')
    .map(({ items, grade }) => [items[0], grade])

test('an unlisted unit is nobody’s until a dated opinion says whose it is, and then from the listing on', async () => {
  expect(await said()).toEqual([])
  await base.put('affiliations', [{ affiliation_ref: 'F1', actor: 'Northern Unit', with: 'JN', basis: 'claim' }])
  expect(await said()).toEqual([])
  await base.put('affiliations', [
    { affiliation_ref: 'F2', actor: 'Northern Unit', with: 'JN', basis: 'statement', from: '2017-03', grade: 'B2' },
  ])
  expect(await said()).toEqual([['B-1', 'by-affiliation']])
})

test('a unit that is listed itself is listed by name', async () => {
  await base.put('actors', [{ actor_ref: 'KM', name: 'Northern Unit', kind: 'armed-group', listed_on: '2016-02-01' }])
  expect((await said()).toSorted()).toEqual([
    ['A-1', 'by-name'],
    ['B-1', 'by-name'],
  ])
})
