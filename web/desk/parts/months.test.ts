import { expect, test } from 'vitest'
import { monthsOf, ofYear, yearAsked, yearsIn } from './months.ts'

const rows = [{ month: '2015-03' }, { month: null }, { month: '2016' }, { month: '2015' }, { month: '2016-12' }]

test('the years come latest first, and what is of no sure year last', () => {
  expect(yearsIn(rows)).toEqual(['2016', '2015', null])
})

test('a year holds its months and what is of the year alone', () => {
  expect(ofYear(rows, '2015')).toEqual([{ month: '2015-03' }, { month: '2015' }])
  expect(ofYear(rows, null)).toEqual([{ month: null }])
  expect(monthsOf('2015').at(-1)).toBe('2015-12')
})

test('the latest year is shown unless another that is there is asked for', () => {
  expect(yearAsked(['2016', null], undefined)).toBe('2016')
  expect(yearAsked(['2016', null], 'none')).toBeNull()
  expect(yearAsked(['2016', null], '1999')).toBe('2016')
})
