import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { NotOneRecord } from './reading.ts'
import { showRecord } from './show.ts'
import { showSignature } from './signature.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('settings', [{ setting: 'zone', value: 'ML' }])
  const incident = { kind: 'attack', country: 'ML', actor_basis: 'claim' }
  await base.put('incidents', [
    { ...incident, incident_ref: 'A', date: '2015-08-07', presumed_actor: 'G1', lat: '14.5', lon: '-4.2' },
    { ...incident, incident_ref: 'B', date: '2016-01-02', presumed_actor: 'G1', handling: 'strictly-confidential' },
    { ...incident, incident_ref: 'C', date: '2016-03-04', presumed_actor: 'G2' },
    { ...incident, incident_ref: 'D', date: '2016-04-05', presumed_actor: 'G2' },
  ])
  const rifle = {
    class: 'arm',
    model: 'AKMS',
    producer: 'P',
    year: '2011',
    used_by: 'attacker',
    mark_condition: 'intact',
  }
  await base.put('items', [
    { ...rifle, item_ref: 'A-1', incident_ref: 'A', serial: '1' },
    { ...rifle, item_ref: 'B-1', incident_ref: 'B', serial: '2', handling: 'strictly-confidential' },
    { ...rifle, item_ref: 'C-1', incident_ref: 'C', serial: '3', used_by: 'defender' },
    { ...rifle, item_ref: 'D-1', incident_ref: 'D', serial: '4', model: 'M16', producer: 'Q' },
  ])
})
afterAll(() => base.close())

const rifles = 'arm|year|model=AKMS;producer=P;year=2011'
const colleague = { account: 'a', clearance: 1, teams: [] } as const

test('a signature is carried by so many of those read finely enough, told by side and actor', async () => {
  const { sides, incidents, more } = await showSignature(base.analysis, operator, rifles)
  expect(sides).toMatchObject([
    { side: 'attack', carried: 2, read: 4, actors: [{ actor: 'G1', carried: 2, read: 2 }] },
    { side: 'defence', carried: 1, read: 4 },
  ])
  expect(incidents.map(({ ref, sides: on, at }) => ({ ref, on, at }))).toEqual([
    { ref: 'C', on: ['defence'], at: null },
    { ref: 'B', on: ['attack'], at: null },
    { ref: 'A', on: ['attack'], at: [-4.2, 14.5] },
  ])
  expect(more).toBe(false)
})

test('its reader is told of nothing else than what that reader may see', async () => {
  const { sides, incidents } = await showSignature(base.analysis, colleague, rifles)
  expect(sides[0]).toMatchObject({ carried: 1, read: 3 })
  expect(incidents.map(({ ref }) => ref)).toEqual(['C', 'A'])
})

test('the coarser and the finer ones are one step away', async () => {
  const { coarser, finer } = await showSignature(base.analysis, operator, 'arm|producer|model=AKMS;producer=P')
  expect({ coarser, finer }).toEqual({ coarser: ['arm|model|model=AKMS'], finer: [rifles] })
})

test('case makes no other signature, and one that nobody carries is not there', async () => {
  expect(
    await showSignature(base.analysis, operator, rifles.toUpperCase().replace('ARM|YEAR', 'arm|year')),
  ).toMatchObject({
    signature: rifles,
  })
  await expect(showSignature(base.analysis, operator, 'arm|model|model=X')).rejects.toThrow(NotOneRecord)
})

test('an item names all that it carries, each to be asked for', async () => {
  const { signatures = [] } = await showRecord(base.analysis, operator, 'A-1')
  expect(signatures).toContain(rifles)
  for (const one of signatures) {
    expect((await showSignature(base.analysis, operator, one)).incidents.map(({ ref }) => ref)).toContain('A')
  }
})
