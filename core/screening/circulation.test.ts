import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareInCirculation, type ActorCount } from './circulation.ts'
import { lowerBound, upperBound } from './clopper-pearson.ts'

const actor = (name: string, read: number, carried: number): ActorCount => ({ actor: name, read, carried })

test('with three actors read often enough the share is the median of theirs', () => {
  const counts = [actor('G1', 40, 30), actor('G2', 60, 0), actor(':crime', 100, 10), actor('G4', 9, 9)]
  expect(shareInCirculation(counts, { read: 400, carried: 60 }, 10)).toEqual({
    share: 0.1,
    n: 200,
    upper: upperBound(20, 200),
    lower: lowerBound(20, 200),
    by: 'median',
  })
})

test('of an even number of actors it is the mean of the middle two', () => {
  const counts = [actor('G1', 10, 0), actor('G2', 10, 1), actor('G3', 10, 2), actor('G4', 10, 10)]
  const { share, n, upper, lower } = shareInCirculation(counts, { read: 40, carried: 13 }, 10)
  expect([share, n, upper, lower]).toEqual([0.15, 40, upperBound(6, 40), lowerBound(6, 40)])
})

test('the ceiling and the floor are exact: a tenth of 30 is 3', () => {
  const counts = [actor('G1', 10, 1), actor('G2', 10, 1), actor('G3', 10, 1)]
  const { upper, lower } = shareInCirculation(counts, { read: 30, carried: 3 }, 10)
  expect([upper, lower]).toEqual([upperBound(3, 30), lowerBound(3, 30)])
})

test('a share between two counts is rounded up above and down below', () => {
  const counts = [actor('G1', 10, 1), actor('G2', 13, 1), actor('G3', 20, 0)]
  const { upper, lower } = shareInCirculation(counts, { read: 43, carried: 2 }, 10)
  expect([upper, lower]).toEqual([upperBound(4, 43), lowerBound(3, 43)])
})

test('with fewer actors it is the plain share of all that were read', () => {
  const counts = [actor('G1', 40, 8), actor('G2', 60, 2), actor('G3', 9, 0)]
  expect(shareInCirculation(counts, { read: 200, carried: 10 }, 10)).toEqual({
    share: 0.05,
    n: 200,
    upper: upperBound(10, 200),
    lower: lowerBound(10, 200),
    by: 'pooled',
  })
})

test('where nothing was read, nothing is known', () => {
  expect(shareInCirculation([], { read: 0, carried: 0 }, 10)).toEqual({
    share: 0,
    n: 0,
    upper: 1,
    lower: 0,
    by: 'pooled',
  })
})

const counts = fc.array(
  fc.record({ read: fc.integer({ min: 0, max: 500 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 12 },
)

test('what one group alone has stays rare however often it has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (often) => {
      const some = [actor('G1', 1000, often), actor('G2', 50, 0), actor('G3', 50, 0)]
      expect(shareInCirculation(some, { read: 1100, carried: often }, 10).share).toBe(0)
    }),
  )
})

test('the share lies within its bounds, whatever the order of the actors', () => {
  fc.assert(
    fc.property(counts, (drawn) => {
      const some = drawn.map(({ read, part }, i) => actor(`G${i}`, read, Math.floor(read * part)))
      const all = some.reduce((sum, one) => ({ read: sum.read + one.read, carried: sum.carried + one.carried }), {
        read: 0,
        carried: 0,
      })
      const found = shareInCirculation(some, all, 10)
      expect(found.lower).toBeLessThanOrEqual(found.share + 1e-12)
      expect(found.upper).toBeGreaterThanOrEqual(found.share - 1e-12)
      expect(shareInCirculation(some.toReversed(), all, 10)).toEqual(found)
    }),
  )
})
