import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, chanceOfStretch } from './block.ts'

const serials = (...numbers: readonly number[]) => numbers.map((number, i) => ({ number, incident: `I${i}` }))
const spans = (numbers: readonly number[]) => blocksOf(serials(...numbers)).map(({ from, to }) => [from, to])

test('rifles of one crate are a block, wherever the maker began to count', () => {
  expect(spans([204_417, 204_423, 204_431, 204_438, 204_466, 204_502])).toEqual([[204_417, 204_502]])
  expect(spans([30_207, 30_208, 30_211, 30_212, 30_214, 30_219, 30_223])).toEqual([[30_207, 30_223]])
})

test('numbers that a maker may have begun to count a thousand before are no block', () => {
  expect(spans([240_117, 240_682, 240_903, 241_355, 241_940])).toEqual([])
})

test('numbers at even steps are no block, though one far away makes them look close', () => {
  expect(spans([...Array.from({ length: 13 }, (_, i) => 106_669 + 3065 * i), 968_000])).toEqual([])
})

test('one number recorded twice is one serial', () => {
  expect(spans([204_417, 204_417])).toEqual([])
})

const numbers = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 2, maxLength: 60 })

test('what is drawn evenly makes a block once in a thousand times at most', () => {
  let blocks = 0
  fc.assert(
    fc.property(numbers, (drawn) => void (blocks += spans(drawn).length > 0 ? 1 : 0)),
    {
      numRuns: 3000,
      seed: 7,
    },
  )
  // fast-check draws small and repeated values more often than evenly; half a per cent leaves room for that.
  expect(blocks).toBeLessThan(15)
})

test('blocks do not overlap, and the order of the serials does not matter', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 900_000 }), (drawn, at) => {
      const all = [...drawn, ...[3, 9, 11, 20, 26, 31, 40].map((step) => at + step)]
      const found = spans(all)
      expect(found.every(([, to], i) => found[i + 1] === undefined || (to ?? 0) < (found[i + 1]?.[0] ?? 0))).toBe(true)
      expect(blocksOf(serials(...all.toReversed())).map(({ from, to }) => [from, to])).toEqual(found)
    }),
  )
})

const chance = (of: { n: number; width: number }) => chanceOfStretch({ k: 2, of: 100_000, ...of })

test('the chance of a stretch falls with its width and grows with what is known', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 5000 }), (n, width) => {
      expect(chance({ n, width })).toBeLessThanOrEqual(chance({ n, width: width + 1 }))
      expect(chance({ n, width })).toBeLessThanOrEqual(chance({ n: n + 1, width }))
    }),
  )
})
