import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWeek, sayWeek, sundayOf, weekOf, weeksLater } from './week.ts'

test.each([
  ['2026-01-01T00:00:00.000Z', '2026-W01', '2025-12-29'],
  ['2027-01-03T23:59:59.999Z', '2026-W53', '2026-12-28'],
  ['2027-01-04T00:00:00.000Z', '2027-W01', '2027-01-04'],
  ['1969-12-31T12:00:00.000Z', '1970-W01', '1969-12-29'],
])('%s lies in %s', (instant, week, monday) => {
  expect([sayWeek(weekOf(instant)), weekOf(instant)]).toEqual([week, monday])
})

test('a week that no year has is none', () => {
  expect(['2025-W53', '2026-W54', '2026-W00', '2026-5', 'next'].map(parseWeek)).toEqual(Array(5).fill(null))
})

test('a week reads back as it is written, and its days are seven', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (weeks) => {
      const week = weeksLater(weekOf('2026-01-05'), weeks)
      expect(parseWeek(sayWeek(week))).toBe(week)
      expect(weekOf(`${sundayOf(week)}T23:59:59Z`)).toBe(week)
    }),
  )
})
