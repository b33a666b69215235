import { expect, test } from 'vitest'
import { laterMonth, sureMonth } from './sure-month.ts'

test('what lies within one month is of it; what does not is of its year, or of none', () => {
  expect(sureMonth('2015-08', '2015-08')).toBe('2015-08')
  expect(sureMonth('2015-01', '2015-12')).toBe('2015')
  expect(sureMonth('2015-07', '2015-08')).toBe('2015')
  expect(sureMonth('2015-12', '2016-01')).toBeNull()
  expect(sureMonth(null, null)).toBeNull()
})

test('a year stands after its months, and what has no year stands last', () => {
  expect([null, '2015', '2016-01', '2015-02', '2015-11'].toSorted(laterMonth)).toEqual([
    '2016-01',
    '2015-11',
    '2015-02',
    '2015',
    null,
  ])
})
