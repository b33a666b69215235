/** Laws of rules about items that ask dates, serials and stock. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesAsTyped } from '../linking/canonical-names.ts'
import { sampleIncident, sampleItem } from '../linking/sample-item.ts'
import { daysOf, monthsLater, type PartialDate } from '../record/day.ts'
import { holderStock } from './holder-stock.ts'
import type { Twin } from './item-input.ts'
import { incoherent } from './rules/incoherent.ts'
import { notInStock } from './rules/not-in-stock.ts'
import { seenBefore } from './rules/seen-before.ts'
import { shortLag } from './rules/short-lag.ts'
import { stockConsistent } from './rules/stock-consistent.ts'
import { sampleRow } from './sample-row.ts'
import { saysHeld } from './stock-row.ts'

const date = fc.constantFrom(
  '2014',
  '2015',
  '2015-06',
  '2015-06-30',
  '2016',
  '2016-02-29',
  '2018-01-01',
) as fc.Arbitrary<PartialDate>
const year = fc.integer({ min: 2010, max: 2019 })

test('a lag is short only if it is short for every day that its dates allow, and long only if for each it is long', () => {
  fc.assert(
    fc.property(year, date, fc.integer({ min: 0, max: 40 }), (made, found, months) => {
      const item = sampleItem({ year: made, used_by: 'attacker' })
      const settings = { short_lag: { other: months } }
      const { answer } = shortLag.judge({ item, incident: sampleIncident({ date: found }), settings })
      const [start, end] = [daysOf(String(made) as PartialDate), daysOf(found)]
      const least = start.last <= end.first ? ([start.last, end.first] as const) : ([end.first, end.first] as const)
      const lags = end.last < start.first ? [] : [least, [start.first, end.last] as const]
      const isShort = lags.map(([from, to]) => to <= monthsLater(from, months))
      if (answer === 'yes') expect(isShort).not.toContain(false)
      if (answer === 'no') expect(isShort).not.toContain(true)
      if (answer === 'cannot-tell') expect(new Set(isShort).size).not.toBe(1)
    }),
  )
})

test('the same day so many months later is never before it, and a year later is the same day but for 29 February', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 600 }), (from, months) => {
      const { first } = daysOf(from)
      expect(monthsLater(first, months) >= first).toBe(true)
      if (!first.endsWith('-02-29')) expect(monthsLater(first, 12).slice(5)).toBe(first.slice(5))
    }),
  )
})

const row = fc
  .record({
    model: fc.constantFrom('AKM', 'AKMS'),
    year: fc.constantFrom(1978, 1980),
    status: fc.constantFrom('held' as const, 'captured' as const, 'never-held' as const),
    holder_country: fc.constantFrom('QM', 'QB'),
    covers_from: fc.constantFrom('1970', '2010', '2019') as fc.Arbitrary<PartialDate>,
  })
  .map((drawn) => ({ ...drawn, covers_to: '2020' as PartialDate, producer: 'Factory 2', services: ['all' as const] }))

const inStock = (drawn: readonly object[]) => {
  const rows = drawn.map((one, i) => sampleRow({ ref: `S-${i}`, id: `s${i}`, ...one }))
  const item = sampleItem({ model: 'AKM', producer: 'Factory 2', year: 1978, used_by: 'attacker' })
  const incident = sampleIncident({ date: '2018-09-18' as PartialDate, country: 'QM' })
  const stock = holderStock({ country: 'QM' }, rows, namesAsTyped)
  return {
    item,
    incident,
    stock,
    likes: rows.filter(saysHeld),
    names: namesAsTyped,
    settings: { state_services: ['army'] },
  }
}

test('what was never in the stock is not consistent with a loss from it, and the other way round', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (drawn) => {
      const input = inStock(drawn)
      const [never, consistent] = [notInStock.judge(input).answer, stockConsistent.judge(input).answer]
      if (never === 'yes') expect(consistent).toBe('no')
      if (consistent === 'yes') expect(never).toBe('no')
    }),
  )
})

test('one more row never takes away that it is consistent', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), row, (drawn, another) => {
      if (stockConsistent.judge(inStock(drawn)).answer === 'yes')
        expect(stockConsistent.judge(inStock([...drawn, another])).answer).toBe('yes')
    }),
  )
})

test('what a group held or lost is nobody’s stock, unless a row says whose service it was', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), row, (drawn, another) => {
      const group = {
        ...another,
        services: undefined,
        holder_actor: { ref: 'G1', names: [], kind: 'armed-group', under: [] },
      }
      expect(notInStock.judge(inStock([...drawn, group]))).toEqual(notInStock.judge(inStock(drawn)))
    }),
  )
})

const twin = fc
  .record({
    model: fc.option(fc.constantFrom('AKM', 'PKM'), { nil: undefined }),
    producer: fc.option(fc.constantFrom('Factory 2', 'Factory 9'), { nil: undefined }),
    days: fc.option(date),
    incident: fc.constantFrom('own', 'a', 'b'),
  })
  .map(({ model, producer, days, incident }): Twin => ({
    item: { id: 't', ref: 'T-1', class: 'arm', ...(model && { model }), ...(producer && { producer }) },
    incident: { id: incident, ref: incident, source: 'default', days: days && daysOf(days), at: null },
  }))

const seen = (twins: readonly Twin[], found: PartialDate | undefined, serial = 'KO431177') =>
  seenBefore.judge({
    item: sampleItem({ serial, model: 'AKM', producer: 'Factory 2' }),
    incident: sampleIncident({ id: 'own', ...(found && { date: found }) }),
    spot: null,
    rows: [],
    twins,
    names: namesAsTyped,
  })

test('one more record never takes away that a piece was seen before, nor turns what was open into a no', () => {
  fc.assert(
    fc.property(fc.array(twin, { maxLength: 4 }), twin, date, (twins, another, found) => {
      const before = seen(twins, found).answer
      const after = seen([...twins, another], found).answer
      if (before === 'yes') expect(after).toBe('yes')
      if (before === 'cannot-tell') expect(after).not.toBe('no')
    }),
  )
})

const recordOf = (days: PartialDate): Twin => ({
  item: { id: 't', ref: 'T', class: 'arm', model: 'AKM', producer: 'Factory 2' },
  incident: { id: 'x', ref: 'x', source: 'default', days: daysOf(days), at: null },
})

test('of two records of one piece at most one was seen before', () => {
  fc.assert(
    fc.property(date, date, (one, other) => {
      const answers = [seen([recordOf(other)], one).answer, seen([recordOf(one)], other).answer]
      expect(answers.filter((answer) => answer === 'yes').length).toBeLessThan(2)
    }),
  )
})

test('a record in which every mark agrees with its year and days does not contradict itself', () => {
  fc.assert(
    fc.property(year, fc.constantFrom('10', '21', '71', 'A'), (made, factory) => {
      const item = sampleItem({
        class: 'ammunition',
        year: made,
        marks: [
          ['12', factory],
          ['6', String(made).slice(2)],
        ],
      })
      const incident = sampleIncident({ date: '2019-12-31' as PartialDate })
      expect(incoherent.judge({ item, incident, model: null, lots: [], names: namesAsTyped }).answer).toBe('no')
    }),
  )
})
