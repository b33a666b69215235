import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mixOf, type KindOfSite } from './site-mix.ts'

const kind = (n: number, pieces: number, isCommon: boolean | null): KindOfSite => ({
  signature: `ammunition|year|calibre=7.62x39;producer=Works ${n};year=20${10 + n}`,
  pieces,
  isCommon,
})

test('a cache of one fresh lot is one kind', () => {
  const told = mixOf([kind(1, 240, false), kind(2, 20, true)])
  expect(told.mix).toBe('one-kind')
  expect(told.says.en).toBe(
    'One kind makes up 92% of 260 pieces: ammunition 7.62x39, Works 1, 2011. It is not common in general circulation.',
  )
})

test('many kinds that everybody has are the local market', () => {
  const told = mixOf([1, 2, 3, 4, 5, 6, 7].map((n) => kind(n, 4 + n, n < 6)))
  expect(told).toMatchObject({ mix: 'market', pieces: 56, kinds: 7, common: 5 })
})

test('one kind that everybody has is not told apart, and few pieces say nothing', () => {
  expect(mixOf([kind(1, 240, true)]).mix).toBe('mixed')
  expect(mixOf([kind(1, 9, false)]).mix).toBe('too-few')
  expect(mixOf([]).mix).toBe('too-few')
})

test('more pieces of what is not known to be common never make a market', () => {
  const kinds = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.constantFrom(true, false, null)), { maxLength: 12 })
  fc.assert(
    fc.property(kinds, (drawn) => {
      const all = drawn.map(([pieces, isCommon], n) => kind(n, pieces, isCommon))
      const told = mixOf(all)
      if (told.mix === 'market') expect(told.common / told.kinds).toBeGreaterThanOrEqual(0.6)
      if (told.mix === 'one-kind') expect(all.some(({ isCommon }) => isCommon !== true)).toBe(true)
      expect(mixOf(all.toReversed())).toEqual(told)
    }),
  )
})
