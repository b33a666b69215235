import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadsOf, risesOf, type Step } from './leads.ts'
import { anyFindings } from './sample-steps.ts'

const make = { family: 'arm|producer|model=a;producer=p', above: 'arm|model|model=a' }
const model = { family: 'arm|model|model=a', above: '' }
const step = (more: Partial<Step>): Step => ({
  by: 'signature',
  ...make,
  spot: '',
  weight: 50,
  at: '2026-01-05T00:00:00.000Z',
  ...more,
})
const item = (spot: string, more: Partial<Step> = {}) => step({ by: 'item', spot, ...more })

test('items of a make of which a signature is raised stand with it, wherever they were found', () => {
  const [shared, here, there] = [step({}), item('1|arm'), item('2|arm')]
  const leadOf = leadsOf([shared, here, there])
  expect([shared, item(''), here, there].map(leadOf)).toEqual([make.family, make.family, null, null])
})

test('items of which none is raised stand by incident and class', () => {
  const [rifle, round] = [item('1|arm'), item('1|ammunition', { family: '', above: '' })]
  expect([rifle, round].map(leadsOf([rifle, item(''), round]))).toEqual(['1|arm', '1|ammunition'])
})

test('a model of one known maker speaks of that make, and of two of neither', () => {
  const other = { family: 'arm|producer|model=a;producer=q', above: model.family }
  const coarse = step(model)
  expect(leadsOf([coarse, step({})])(coarse)).toBe(make.family)
  const leadOf = leadsOf([coarse, step({}), item('1|arm', other)])
  expect(leadOf(coarse)).toBe(model.family)
  // An item of the other maker carries the model that is raised.
  expect(leadOf(item('', other))).toBe(model.family)
  expect(leadOf(step({}))).toBe(make.family)
})

test('every finding is in one alert, and in no other', () => {
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const leadOf = leadsOf(findings.flat())
      for (const steps of findings) expect(steps.filter((one) => leadOf(one) !== null)).toHaveLength(1)
    }),
  )
})

test('the order in which findings came to be known changes no group and no rise', () => {
  fc.assert(
    fc.property(anyFindings, fc.infiniteStream(fc.nat()), (findings, draws) => {
      const steps = findings.flat()
      const shuffled = steps
        .map((one) => ({ one, order: draws.next().value as number }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ one }) => one)
      expect(steps.map(leadsOf(shuffled))).toEqual(steps.map(leadsOf(steps)))
      expect(risesOf(shuffled)).toEqual(risesOf(steps))
    }),
  )
})
