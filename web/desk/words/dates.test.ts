import { expect, test } from 'vitest'
import { sayBetween, sayDate, sayInstant, saySpan } from './dates.ts'

test('a date is said with the precision that it has', () => {
  expect(sayDate('2015-08-07')).toEqual({ en: '7 Aug 2015', fr: '7 août 2015' })
  expect(sayDate('2015-08')).toEqual({ en: 'Aug 2015', fr: 'août 2015' })
  expect(sayDate('2015')).toEqual({ en: '2015', fr: '2015' })
})

test('what is no date stands as it was written', () => {
  expect(sayDate('around Easter').en).toBe('around Easter')
})

test('an interval names both ends, or the unit that it fills', () => {
  expect(saySpan('2015-08-07', '2015-08-09').en).toBe('7 Aug 2015 to 9 Aug 2015')
  expect(saySpan('2015-08-01', '2015-08-31').fr).toBe('août 2015')
})

test('French gives days their article, and months and years none', () => {
  expect(saySpan('2015-08-07', '2015-09-01').fr).toBe('du 7 août 2015 au 1er septembre 2015')
  expect(saySpan('2016', '2023').fr).toBe('2016 à 2023')
  expect(sayBetween('2015-08-01', null).fr).toBe('depuis le 1er août 2015')
  expect(sayBetween('2015-08', null).fr).toBe('depuis août 2015')
  expect(sayBetween(null, '2021-12-02').fr).toBe('jusqu’au 2 décembre 2021')
  expect(sayBetween(null, '2020').fr).toBe('jusqu’en 2020')
})

test('an instant names its minute and its clock', () => {
  expect(sayInstant('2026-01-01T04:05:59.123Z')).toEqual({
    en: '1 Jan 2026, 04:05 UTC',
    fr: '1er janvier 2026, 04 h 05 UTC',
  })
})
