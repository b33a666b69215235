import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfNumber, daysOf, type Interval, type PartialDate } from '../record/day.ts'
import { joinAdjoining, lieOf, type Period } from './period.ts'

const days = (date: string) => daysOf(date as PartialDate)
const period = (from: string, to: string | null = null): Period => ({
  start: days(from),
  end: to === null ? null : days(to),
})

test('periods that leave no day between them are one', () => {
  expect(joinAdjoining([period('2013-06-01'), period('2010-03-15', '2013-05-31')])).toEqual([period('2010-03-15')])
})

test('a day between them keeps them apart', () => {
  const apart = [period('2010-03-15', '2013-05-30'), period('2013-06-01')]
  expect(joinAdjoining(apart)).toEqual(apart)
})

test('an unsure start that may leave days between keeps them apart', () => {
  const apart = [period('2010', '2013-05-31'), period('2013')]
  expect(joinAdjoining(apart)).toEqual(apart)
})

test.each([
  ['2011', '2012-05-01', 'yes', 'inside'],
  ['2010-03-15', '2012-12-31', 'yes', 'inside'],
  ['2010-03-14', '2012-12-31', 'unknown', 'opens-before'],
  ['2010', '2012', 'possible', 'may-open-before'],
  ['2011', '2013-01-01', 'possible', 'may-close-after'],
  ['2012', '2012', 'yes', 'inside'],
  ['2008', '2010-03-14', 'outside', 'closes-before'],
  ['2008', '2010-03', 'unknown', 'opens-before'],
  ['2013', '2014', 'outside', 'opens-after'],
  ['2015', '2014', 'unknown', 'dates-contradict'],
])('made %s and found %s, against 15 Mar 2010 to 31 Dec 2012: %s', (opens, closes, outcome, why) => {
  expect(lieOf({ opens: days(opens), closes: days(closes) }, period('2010-03-15', '2012-12-31'))).toEqual({
    outcome,
    why,
  })
})

test('without an opening or a close, only what lies surely beyond is outside', () => {
  const ran = period('2010-03-15', '2012-12-31')
  expect(lieOf({ opens: null, closes: days('2009') }, ran).outcome).toBe('outside')
  expect(lieOf({ opens: null, closes: days('2011') }, ran).outcome).toBe('unknown')
  expect(lieOf({ opens: days('2013'), closes: null }, ran).outcome).toBe('outside')
  expect(lieOf({ opens: days('2011'), closes: null }, ran).outcome).toBe('unknown')
})

const interval = fc
  .tuple(fc.integer({ min: 10_000, max: 10_060 }), fc.integer({ min: 0, max: 20 }))
  .map(([first, length]): Interval => ({ first: dayOfNumber(first), last: dayOfNumber(first + length) }))
const anyPeriod = fc
  .tuple(interval, fc.option(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))))
  .map(([start, end]): Period => {
    if (end === null) return { start, end }
    const first = 10_000 + 60 + end[0]
    return { start, end: { first: dayOfNumber(first), last: dayOfNumber(first + end[1]) } }
  })

/** Some days that an interval can mean: its ends and its middle. */
const meant = ({ first, last }: Interval) => [first, last]

test('a yes is inside and an outside is outside whichever days were meant', () => {
  fc.assert(
    fc.property(interval, interval, anyPeriod, (opens, closes, ran) => {
      const { outcome } = lieOf({ opens, closes }, ran)
      const exact = meant(opens).flatMap((open) =>
        meant(closes).flatMap((close) =>
          meant(ran.start).flatMap((start) =>
            (ran.end === null ? [null] : meant(ran.end)).map((end) => {
              // No item was found before it was made.
              if (close < open) return outcome
              if (close < start || (end !== null && open > end)) return 'outside'
              return open >= start && (end === null || close <= end) ? 'yes' : 'other'
            }),
          ),
        ),
      )
      const agrees = outcome === 'yes' || outcome === 'outside' ? exact.every((one) => one === outcome) : true
      expect(agrees).toBe(true)
    }),
  )
})

test('joining does not depend on the order, and joins nothing twice', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod, { maxLength: 8 }), (periods) => {
      const joined = joinAdjoining(periods)
      expect(joinAdjoining(periods.toReversed())).toEqual(joined)
      expect(joinAdjoining(joined)).toEqual(joined)
    }),
  )
})
