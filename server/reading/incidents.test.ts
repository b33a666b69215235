import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { areaOutlines, incidentPoints, listIncidents, type IncidentsQuery } from './incidents.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('incidents', [
    {
      incident_ref: 'A',
      kind: 'attack',
      date: '2015-08-07',
      country: 'ML',
      presumed_actor: 'G1',
      actor_basis: 'claim',
    },
    { incident_ref: 'B', kind: 'cache', date: '2015-08-07', country: 'ML' },
    {
      incident_ref: 'C',
      kind: 'attack',
      date: '2016',
      country: 'BF',
      lat: '14,05',
      lon: '-1.6',
      geo_precision: 'admin',
    },
    { incident_ref: 'U', kind: 'attack', date: '', country: 'ML' },
    { incident_ref: 'V', kind: 'attack', date: '', country: 'ML', handling: 'strictly-confidential' },
  ])
  await base.put('items', [
    { item_ref: 'A-1', incident_ref: 'A', class: 'arm' },
    { item_ref: 'A-2', incident_ref: 'A', class: 'arm' },
  ])
  const area = { name: 'Sector', kind: 'sector' }
  await base.put('areas', [
    { ...area, area_ref: 'EAST', geometry: 'POLYGON ((0 0, 2 0, 2 1, 0 0))' },
    { ...area, area_ref: 'SECRET', geometry: 'POLYGON ((0 0, 2 0, 2 1, 0 0))', handling: 'strictly-confidential' },
    { ...area, area_ref: 'WEST' },
  ])
})
afterAll(() => base.close())

const refs = async (query: IncidentsQuery = {}, reader = operator) =>
  (await listIncidents(base.analysis, reader, query)).map(({ ref }) => ref)

test('the latest day comes first, those without one last, and each page goes on where the last ended', async () => {
  const all = await refs()
  expect(all).toEqual(['C', 'B', 'A', 'V', 'U'])
  const paged: string[] = []
  for (let page = await refs({ limit: 1 }); page.length > 0; page = await refs({ limit: 1, after: paged.at(-1) }))
    paged.push(...page)
  expect(paged).toEqual(all)
})

test('each says how many items it has, and whether anything of it is doubtful', async () => {
  expect(await listIncidents(base.analysis, operator, { kind: 'attack', country: 'ML' })).toMatchObject([
    { ref: 'A', items: 2, doubted: false, presumed_actor: 'G1' },
    { ref: 'V', items: 0, doubted: true },
    { ref: 'U', items: 0, doubted: true },
  ])
})

test('days that may have been meant count, those without a day do not', async () => {
  expect(await refs({ from: '2016-05-01', to: '2016-05-31' })).toEqual(['C'])
  expect(await refs({ to: '2015-12-31' })).toEqual(['B', 'A'])
  expect(await refs({ actor: 'G1' })).toEqual(['A'])
})

const colleague = { account: 'a', clearance: 1, teams: [] } as const

test('who may not see an incident is not told of it', async () => {
  expect(await refs({}, colleague)).toEqual(['C', 'B', 'A', 'U'])
})

test('the map has each incident at its coordinates, and says how many have none', async () => {
  const points = [{ ref: 'C', kind: 'attack', date: '2016', place: null, precision: 'admin', at: [-1.6, 14.05] }]
  expect(await incidentPoints(base.analysis, operator, {})).toEqual({ points, unplaced: 4, more: false })
  expect(await incidentPoints(base.analysis, colleague, {})).toEqual({ points, unplaced: 3, more: false })
  expect(await incidentPoints(base.analysis, operator, { kind: 'cache' })).toMatchObject({ points: [], unplaced: 1 })
})

test('the map has the outlines of the areas that its reader may see', async () => {
  expect(await areaOutlines(base.analysis, operator)).toMatchObject([{ ref: 'EAST' }, { ref: 'SECRET' }])
  expect(await areaOutlines(base.analysis, colleague)).toMatchObject([{ ref: 'EAST' }])
})
