import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActorFacts, Listing, Tie } from '../linking/facts.ts'
import { sampleIncident, sampleItem } from '../linking/sample-item.ts'
import { daysOf, type PartialDate } from '../record/day.ts'
import { listedHolder, type ListedHolderInput } from './rules/listed-holder.ts'

const date = fc
  .constantFrom('2010', '2012-06', '2013-01-01', '2013-12-31', '2015')
  .map((day) => daysOf(day as PartialDate))
const listing = fc
  .record({ from: date, to: fc.option(date, { nil: undefined }) })
  .map(({ from, to }): Listing => ({ from, ...(to && { to }) }))
const tie = fc.record({
  ref: fc.constant('G2'),
  name: fc.constant('River Front'),
  by: fc.constantFrom('part' as const, 'affiliation' as const),
  dated: fc.boolean(),
  listed: fc.array(listing, { maxLength: 2 }),
})
const actor = fc
  .record({ listed: fc.array(listing, { maxLength: 2 }), ties: fc.array(tie, { maxLength: 2 }) })
  .map((drawn): ActorFacts => ({ ref: 'G1', names: ['Northern Dawn'], kind: 'armed-group', under: [], ...drawn }))
const found = fc.constantFrom('2011', '2012-06-15', '2013', '2013-12-31', '2014-02-01', undefined)

const judged = (facts: ActorFacts, day: string | undefined) => {
  const incident = sampleIncident({ kind: 'attack', ...(day !== undefined && { date: day as PartialDate }) })
  const input: ListedHolderInput = { item: sampleItem({ used_by: 'attacker' }), incident, actor: facts }
  return listedHolder.judge(input)
}

test('one more listing or tie never takes a yes away, nor turns what was open into a no', () => {
  fc.assert(
    fc.property(actor, found, listing, tie, (facts, day, another, tied: Tie) => {
      const before = judged(facts, day)
      for (const more of [
        { ...facts, listed: [...facts.listed, another] },
        { ...facts, ties: [...facts.ties, tied] },
      ]) {
        const after = judged(more, day).answer
        if (before.answer === 'yes') expect(after).toBe('yes')
        if (before.answer === 'cannot-tell') expect(after).not.toBe('no')
      }
    }),
  )
})

test('an undated tie, or a find without a day, is never a yes', () => {
  fc.assert(
    fc.property(actor, found, (facts, day) => {
      const undated = { ...facts, listed: [], ties: facts.ties.map((one) => ({ ...one, dated: false })) }
      expect(judged(undated, day).answer).not.toBe('yes')
      expect(judged(facts, undefined).answer).not.toBe('yes')
    }),
  )
})
