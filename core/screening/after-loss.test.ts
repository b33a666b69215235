import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesAsTyped } from '../linking/canonical-names.ts'
import { sampleIncident, sampleItem } from '../linking/sample-item.ts'
import type { PartialDate } from '../record/day.ts'
import { holderStock } from './holder-stock.ts'
import { afterLoss } from './rules/after-loss.ts'
import { sampleRow } from './sample-row.ts'
import type { StockRow } from './stock-row.ts'

const date = fc.constantFrom('2010', '2012-06', '2015-01-01', '2018', '2021-03')
const loss = fc.record({
  status: fc.constantFrom('lost' as const, 'stolen' as const, 'captured' as const),
  status_from: fc.option(date, { nil: undefined }),
})
const year = fc.constantFrom(2008, 2010, 2012, 2014, 2018, undefined)

const judged = (losses: readonly Partial<StockRow>[], made: number | undefined) => {
  const rows = losses.map((row, i) =>
    sampleRow({
      holder: 'Army',
      holder_country: 'QM',
      services: ['army'],
      class: 'arm',
      ref: `S${i}`,
      id: `s${i}`,
      ...row,
    }),
  )
  const incident = sampleIncident({ date: '2020-09-18' as PartialDate, country: 'QM' })
  const item = sampleItem({ used_by: 'attacker', ...(made !== undefined && { year: made }) })
  return afterLoss.judge({ item, incident, stock: holderStock({ country: 'QM' }, rows, namesAsTyped) })
}
const known = (drawn: { status: string; status_from: string | undefined }) =>
  ({
    status: drawn.status,
    ...(drawn.status_from !== undefined && { status_from: drawn.status_from }),
  }) as Partial<StockRow>

test('one more loss never takes a yes away, and never makes one that was none loud', () => {
  fc.assert(
    fc.property(fc.array(loss, { maxLength: 4 }), loss, year, (drawn, another, made) => {
      const losses = drawn.map(known)
      const before = judged(losses, made)
      const after = judged([...losses, known(another)], made)
      if (before.answer === 'yes') expect(after.answer).toBe('yes')
      if (before.answer === 'yes' && !before.raised) expect(after.raised).toBe(false)
    }),
  )
})

test('every loss of the class up to the find is named once, as excluded or as possible', () => {
  fc.assert(
    fc.property(fc.array(loss, { maxLength: 6 }), year, (drawn, made) => {
      const { facts } = judged(drawn.map(known), made)
      const refs = [...facts.excluded, ...facts.possible].map(({ ref }) => ref)
      expect(new Set(refs).size).toBe(refs.length)
      if (made === undefined) expect(facts.excluded).toEqual([])
    }),
  )
})
