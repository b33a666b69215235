import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regionTest } from './region-borders.ts'
import { data, reference } from './sample-reference.ts'

const { isInRegion } = reference.places

describe('a point and its region', () => {
  test('towns lie in their regions, and not in others', () => {
    const towns = [
      ['ML-5', 14.5, -4.2, 'Mopti'],
      ['ML-6', 16.77, -3.0, 'Tombouctou'],
      ['ML-BKO', 12.63, -7.99, 'Bamako'],
      ['BF-12', 14.04, -0.03, 'Dori'],
      ['BF-08', 12.06, 0.36, "Fada N'Gourma"],
      ['NE-6', 14.21, 1.45, 'Tillabéri'],
      ['CI-VB', 7.69, -5.03, 'Bouaké'],
    ] as const
    for (const [region, lat, lon, town] of towns) {
      expect([town, isInRegion(region, lat, lon)]).toEqual([town, true])
      expect([town, isInRegion('ML-1', lat, lon)]).toEqual([town, false])
    }
  })

  test('swapped coordinates lie outside', () => {
    expect(isInRegion('ML-5', -4.2, 14.5)).toBe(false)
  })

  test('near a border nothing is said', () => {
    // Sikasso's border with Kénédougou in Burkina Faso, a few kilometres to the east of it.
    const along = Array.from({ length: 200 }, (_, i) => isInRegion('ML-3', 11.3, -6 + i * 0.01))
    const [inside, near, outside] = [true, null, false].map((answer) => along.indexOf(answer))
    expect(along.slice(inside, near).every((answer) => answer === true)).toBe(true)
    expect(along.slice(near, outside).every((answer) => answer === null)).toBe(true)
    expect(along.slice(outside).every((answer) => answer === false)).toBe(true)
    expect((outside ?? 0) - (near ?? 0)).toBeGreaterThan(5)
  })

  test('where the map is older than the region nothing is said', () => {
    for (const region of ['ML-9', 'ML-10', 'CI-CM', 'CI-LG', 'TD-EO', 'CD-IT', 'KE-30', 'LY-TB', 'MA-01'])
      expect(isInRegion(region, 0, 0)).toBeNull()
  })

  test('where no map is at hand nothing is said', () => {
    expect(isInRegion('FR-75C', 0, 0)).toBeNull()
    expect(isInRegion('North', 0, 0)).toBeNull()
  })

  test('every region with a border is one of the list, closed, and contains some point', () => {
    const codes = new Set(data.regions.map(({ code }) => code))
    for (const row of data.regionBorders) {
      for (const [region, lines] of Object.entries(row.regions)) {
        expect(codes).toContain(region)
        const ends = new Map<string, number>()
        for (const i of lines) {
          const line = row.lines[i] ?? []
          const start = line.slice(0, 2)
          const steps = line.length / 2
          const end = [0, 1].map((axis) =>
            Array.from({ length: steps }, (_, k) => line[2 * k + axis] ?? 0).reduce((a, b) => a + b, 0),
          )
          for (const point of [start, end]) ends.set(String(point), (ends.get(String(point)) ?? 0) + 1)
        }
        expect([region, [...ends.values()].every((n) => n % 2 === 0)]).toEqual([region, true])
      }
    }
  })

  test('never throws, and a square is what it is', () => {
    const square = regionTest([
      {
        country: 'XA',
        scale: [1, 1],
        translate: [0, 0],
        lines: [
          [0, 0, 2, 0, 0, 2],
          [2, 2, -2, 0, 0, -2],
        ],
        regions: { 'XA-1': [0, 1] },
      },
    ])
    fc.assert(
      fc.property(fc.double({ min: -90, max: 90 }), fc.double({ min: -180, max: 180 }), (lat, lon) => {
        const answer = square('XA-1', lat, lon)
        const isIn = lat > 0 && lat < 2 && lon > 0 && lon < 2
        if (isIn) expect(answer).not.toBe(false)
        else if (Math.min(Math.abs(lat), Math.abs(lon), Math.abs(lat - 2), Math.abs(lon - 2)) > 0.2)
          expect(answer).toBe(false)
        for (const { regions } of data.regionBorders)
          for (const region of Object.keys(regions).slice(0, 1)) isInRegion(region, lat, lon)
      }),
    )
  })
})
