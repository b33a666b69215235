import { expect, test } from 'vitest'
import { daysOf, type Day, type PartialDate } from '../record/day.ts'
import { fromTo, onDays, sayDays, sinceDays } from './say-date.ts'

const days = (first: string, last = first) => ({
  first: daysOf(first as PartialDate).first,
  last: daysOf(last as PartialDate).last,
})

test.each([
  [days('2015-08-07'), '7 Aug 2015', '7 août 2015', 'on 7 Aug 2015', 'le 7 août 2015', 'le 7 août 2015'],
  [days('2015-08-01'), '1 Aug 2015', '1er août 2015', 'on 1 Aug 2015', 'le 1er août 2015', 'le 1er août 2015'],
  [days('2015-08'), 'Aug 2015', 'août 2015', 'in Aug 2015', 'en août 2015', 'août 2015'],
  [days('2015'), '2015', '2015', 'in 2015', 'en 2015', '2015'],
  [
    days('2008', '2010'),
    '2008 to 2010',
    '2008 à 2010',
    'between 2008 and 2010',
    'entre 2008 et 2010',
    'le 1er janvier 2008',
  ],
  [
    days('2015-08-07', '2015-09-02'),
    '7 Aug 2015 to 2 Sep 2015',
    '7 août 2015 à 2 septembre 2015',
    'between 7 Aug 2015 and 2 Sep 2015',
    'entre le 7 août 2015 et le 2 septembre 2015',
    'le 7 août 2015',
  ],
])('days are said as the field writes them', (interval, ...said) => {
  const [plain, on, since] = [sayDays(interval), onDays(interval), sinceDays(interval)]
  expect([plain.en, plain.fr, on.en, on.fr, since.fr]).toEqual(said)
})

test('a period of cover is said by its ends', () => {
  expect(fromTo('2015-01-01' as Day, '2015-12-31' as Day)).toEqual({
    en: 'from 1 Jan 2015 to 31 Dec 2015',
    fr: 'du 1er janvier 2015 au 31 décembre 2015',
  })
})
