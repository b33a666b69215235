import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { listFindings } from './findings.ts'

const rounds = { class: 'ammunition', calibre: '7.62x39', producer: 'Usine 22', year: '2015', lot: '7' }
const lot = 'ammunition|lot|calibre=7.62x39;producer=Usine 22;year=2015;lot=7'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  for (const [ref, used_by] of [
    ['A', 'attacker'],
    ['B', 'attacker'],
    ['B', 'defender'],
  ] as const) {
    await base.put('incidents', [
      {
        incident_ref: ref,
        kind: 'attack',
        date: '2016-03-10',
        country: 'XA',
        presumed_actor: 'G1',
        actor_basis: 'claim',
      },
    ])
    await base.put('items', [{ item_ref: `${ref}-${used_by}`, incident_ref: ref, used_by, ...rounds }])
  }
})
afterAll(() => base.close())

const answers = async (query: object) =>
  (await listFindings(base.analysis, operator, { ...query, all: true })).map(
    ({ rule, side, answer, subject }) => `${rule} ${side ?? '-'} ${answer} ${subject.kind}`,
  )

test('every question about a signature is answered when it is asked', async () => {
  expect((await answers({ signature: lot })).toSorted()).toEqual([
    'defender-issue - yes signature',
    'exclusive attack cannot-tell signature',
    'same-lot - yes signature',
    'same-signature attack no signature',
  ])
  const year = lot.replace('|lot|', '|year|').replace(';lot=7', '')
  expect(await answers({ signature: year })).toContain('new-here - cannot-tell signature')
})

test('of an item its own questions are answered, and those of what it carries', async () => {
  const told = await answers({ item: 'A-attacker' })
  expect(told).toContain('short-lag - yes item')
  expect(told).toContain('same-lot - yes signature')
})

test('one rule is asked alone', async () => {
  expect(await answers({ signature: lot, rule: 'same-lot' })).toEqual(['same-lot - yes signature'])
})
