// The example mission before anybody takes it in: its rows, its island, its dice.

import { expect, test } from 'vitest'
import { parseRow, refOf, unknownColumns } from '#core/record/parse-row.ts'
import { tables } from '#core/record/kinds.ts'
import { shippedReference } from '#server/reference.ts'
import { spots, states } from './island.ts'
import { makeExample, realSource } from './make-example.ts'

const example = makeExample()
const rowsOf = (table: string, source = 'default') =>
  example.find((one) => one.table === table && one.source === source)?.rows ?? []

const itemsOf = (seed: number) => makeExample(seed).find(({ table }) => table === 'items')?.rows ?? []

test('every row parses, in columns that the format names', () => {
  const { codes } = shippedReference()
  for (const { table, rows } of example) {
    for (const row of rows) {
      expect(parseRow(table, row, codes), JSON.stringify(row)).toMatchObject({ ok: true })
      expect(unknownColumns(table, Object.keys(row))).toEqual([])
    }
  }
})

test('no two rows of a table have one reference', () => {
  const { codes } = shippedReference()
  for (const { table, rows } of example) {
    const refs = rows.flatMap((row) => {
      const parsed = parseRow(table, row, codes)
      return parsed.ok ? [refOf(tables[table], parsed.value.content)] : []
    })
    expect(new Set(refs).size).toBe(rows.length)
  }
})

test('the same seed makes the same rows, another seed another history and the same stories', () => {
  expect(makeExample(7)).toEqual(makeExample(7))
  expect(itemsOf(8)).not.toEqual(itemsOf(7))
  const told = [7, 8].map((seed) => itemsOf(seed).filter(({ incident_ref: ref = '' }) => !ref.startsWith('H-')))
  expect(told[1]).toEqual(told[0])
})

test('it holds a few hundred incidents, of which some were not reached', () => {
  const incidents = rowsOf('incidents')
  const missed = incidents.filter(({ access }) => access !== undefined && access !== 'documented')
  expect(incidents.length).toBeGreaterThan(300)
  expect(incidents.length).toBeLessThan(500)
  expect(missed.length).toBeGreaterThan(20)
  expect(missed.length).toBeLessThan(100)
})

test('every item lies in an incident of the example', () => {
  const refs = new Set(rowsOf('incidents').map(({ incident_ref: ref }) => ref))
  for (const { incident_ref: ref } of rowsOf('items')) expect(refs).toContain(ref)
})

test('the real attacks have no items and are told from all else by their source', () => {
  const real = rowsOf('incidents', realSource)
  expect(real.length).toBe(10)
  const island = new Set<string>(states.map(({ code }) => code))
  for (const row of real) {
    expect(island).not.toContain(row['country'])
    expect(row['summary']).toContain('Real event')
  }
  const invented = rowsOf('incidents').map(({ country = '' }) => country)
  expect([...new Set(invented)].toSorted()).toEqual([...island])
})

/** The rings of a WKT polygon or multipolygon. */
const ringsOf = (wkt: string) =>
  [...wkt.matchAll(/\(([^()]+)\)/g)].map(([, ring = '']) =>
    ring.split(', ').map((point) => point.split(' ').map(Number)),
  )

type Rings = ReturnType<typeof ringsOf>

const edgesOf = (rings: Rings) =>
  rings.flatMap((ring) => ring.slice(1).map(([x2 = 0, y2 = 0], i) => [...(ring[i] ?? []), x2, y2] as number[]))

const surface = (rings: Rings) =>
  rings
    .map(
      (ring) =>
        Math.abs(edgesOf([ring]).reduce((sum, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => sum + x1 * y2 - x2 * y1, 0)) / 2,
    )
    .reduce((sum, one) => sum + one, 0)

const isInside = (rings: Rings, x: number, y: number) =>
  edgesOf(rings).filter(
    ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1),
  ).length %
    2 ===
  1

const areaRows = rowsOf('areas')
const outlineOf = (ref: string) => ringsOf(areaRows.find((row) => row['area_ref'] === ref)?.['geometry'] ?? '')

test.each(states.map(({ code, name }) => [name, code]))('the regions of %s fill it and do not overlap', (_, code) => {
  const regions = areaRows.filter((row) => row['parent_ref'] === code).map((row) => outlineOf(row['area_ref'] ?? ''))
  expect(regions.length).toBeGreaterThan(1)
  const filled = regions.reduce((sum, region) => sum + surface(region), 0)
  expect(filled).toBeCloseTo(surface(outlineOf(code)), 9)
})

test('every incident of the island lies in its region', () => {
  for (const { lat, lon, country, admin1, place } of spots) {
    const region = areaRows.find(
      (row) => row['kind'] === 'admin1' && row['country'] === country && row['name'] === admin1,
    )
    expect(isInside(outlineOf(region?.['area_ref'] ?? ''), Number(lon), Number(lat)), place).toBe(true)
    expect(isInside(outlineOf(country), Number(lon), Number(lat)), place).toBe(true)
  }
})

/** The islands and capes that lie nearest to it. */
const nearestLand = {
  'Tristan da Cunha': [-37.11, -12.28],
  Gough: [-40.32, -9.94],
  'Saint Helena': [-15.97, -5.71],
  Trindade: [-20.51, -29.32],
  'Cabo Frio': [-22.99, -42.0],
  Walvis: [-22.95, 14.5],
} as const

test.each(Object.entries(nearestLand))('the island lies in the open sea, over 600 km from %s', (_, [lat, lon]) => {
  for (const [x = 0, y = 0] of states.flatMap(({ code }) => outlineOf(code).flat())) {
    const kmPerLon = 111 * Math.cos((((y + lat) / 2) * Math.PI) / 180)
    expect(Math.hypot((y - lat) * 111, (x - lon) * kmPerLon)).toBeGreaterThan(600)
  }
})

test('makers and models are invented: the library knows none of them', () => {
  const { library } = shippedReference()
  for (const { producer, model } of [...rowsOf('items'), ...rowsOf('stock')]) {
    if (producer !== undefined) expect(library.producerByName(producer), producer).toEqual([])
    if (model !== undefined) expect(library.modelByName(model), model).toEqual([])
  }
})
