import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { search } from './search.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('actors', [{ actor_ref: 'G1', name: 'Northern Dawn', kind: 'armed-group' }])
  await base.put('incidents', [
    { incident_ref: 'INN-1', kind: 'attack', place: 'Kelibo' },
    { incident_ref: 'INN-2', kind: 'attack', place: 'Kelibo Bridge' },
    { incident_ref: 'CACHE-1', kind: 'cache', place: 'Kelibo', handling: 'strictly-confidential' },
  ])
  await base.put('items', [{ item_ref: 'INN-1-1', incident_ref: 'INN-1', class: 'arm', serial: 'INN1204417' }])
})
afterAll(() => base.close())

const refs = async (asked: string, reader = operator) =>
  (await search(base.analysis, reader, asked)).map(({ ref }) => ref)

test('a reference is found by its beginning, in small letters too, the whole one first', async () => {
  expect(await refs('INN-')).toEqual(expect.arrayContaining(['INN-1', 'INN-1-1', 'INN-2']))
  expect(await refs('inn-2')).toEqual(['INN-2'])
  expect((await refs('INN-1'))[0]).toBe('INN-1')
  expect(await refs('default:INN-2')).toEqual(['INN-2'])
})

test('a name and a place are found by their beginning, and the answer says which', async () => {
  const [actor] = await search(base.analysis, operator, 'northern')
  expect(actor).toMatchObject({ kind: 'actor', ref: 'G1', why: { en: 'Name: Northern Dawn.' } })
  const places = await search(base.analysis, operator, 'kelibo')
  expect(places.map(({ ref, why }) => [ref, why.en])).toEqual([
    ['CACHE-1', 'Place: Kelibo.'],
    ['INN-1', 'Place: Kelibo.'],
    ['INN-2', 'Place: Kelibo Bridge.'],
  ])
})

test('a place betrays nothing that its reader may not see', async () => {
  expect(await refs('Kelibo', { account: 'a', clearance: 1, teams: [] })).toEqual(['INN-1', 'INN-2'])
})
