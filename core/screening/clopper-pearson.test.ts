import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta, isLowerAbove, isUpperWithin, lowerBound, upperBound } from './clopper-pearson.ts'

/** Lower and upper bounds by SciPy (`beta.ppf`); the upper bound of 1 in 10^7 by 50-digit arithmetic. */
const known = [
  [0, 59, 0, 0.04950760988822693],
  [1, 10, 0.005116196891823701, 0.39416330243650466],
  [3, 10, 0.08726443391415033, 0.6066242161054123],
  [5, 100, 0.019905563662171832, 0.1022533776432745],
  [12, 430, 0.016179956594680453, 0.044823732347685226],
  [29, 30, 0.8514039313408869, 0.9982916843555343],
  [50, 1000, 0.039163535925589354, 0.06286340351237973],
  [1, 10_000_000, 5.129329425600043e-9, 4.743863630371368e-7],
  [500_000, 10_000_000, 0.04988668249235622, 0.050113509947660825],
  [5_000_000, 10_000_000, 0.49973987583016577, 0.5002601241698342],
  [9_999_999, 10_000_000, 0.999999525613637, 0.9999999948706706],
] as const

test.each(known)('the bounds of %i in %i are known to nine digits', (k, n, lower, upper) => {
  expect(Math.abs(upperBound(k, n) - upper)).toBeLessThan(1e-9 * upper)
  expect(Math.abs(lowerBound(k, n) - lower)).toBeLessThanOrEqual(1e-9 * lower)
})

const counted = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('none and all have closed forms', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (n) => {
      expect(upperBound(0, n)).toBeCloseTo(1 - 0.05 ** (1 / n), 12)
      expect(lowerBound(n, n)).toBeCloseTo(0.05 ** (1 / n), 12)
      expect([lowerBound(0, n), upperBound(n, n)]).toEqual([0, 1])
    }),
  )
})

test('the share seen lies between its bounds, and the two mirror each other', () => {
  fc.assert(
    fc.property(counted, ([k, n]) => {
      expect(lowerBound(k, n)).toBeLessThanOrEqual(k / n)
      expect(upperBound(k, n)).toBeGreaterThanOrEqual(k / n)
      expect(upperBound(k, n)).toBeCloseTo(1 - lowerBound(n - k, n), 10)
    }),
  )
})

test('which side of a share a bound lies on is told without the bound', () => {
  fc.assert(
    fc.property(counted, fc.double({ min: 0.001, max: 1, noNaN: true }), ([k, n], share) => {
      // So near that rounding decides, either is right.
      if (Math.abs(upperBound(k, n) - share) > 1e-9) expect(isUpperWithin(share, k, n)).toBe(upperBound(k, n) <= share)
      if (Math.abs(lowerBound(k, n) - share) > 1e-9) expect(isLowerAbove(share, k, n)).toBe(lowerBound(k, n) > share)
    }),
  )
})

test('bounds rise with what was seen, and fall as more is read', () => {
  fc.assert(
    fc.property(counted, ([k, n]) => {
      const more = Math.min(k + 1, n)
      expect(upperBound(more, n)).toBeGreaterThanOrEqual(upperBound(k, n))
      expect(lowerBound(more, n)).toBeGreaterThanOrEqual(lowerBound(k, n))
      expect(upperBound(k, n + 1)).toBeLessThanOrEqual(upperBound(k, n))
      expect(lowerBound(k, n + 1)).toBeLessThanOrEqual(lowerBound(k, n))
    }),
  )
})

test('at the upper bound, seeing so few has probability one in twenty', () => {
  fc.assert(
    fc.property(
      counted.filter(([k, n]) => k < n),
      ([k, n]) => {
        expect(incompleteBeta(upperBound(k, n), k + 1, n - k)).toBeCloseTo(0.95, 9)
      },
    ),
  )
})

test('three over n is the rule of thumb for none', () => {
  expect(upperBound(0, 9)).toBeCloseTo(0.28, 2)
  expect(upperBound(0, 1000)).toBeLessThan(3 / 1000)
})

test('nothing read bounds nothing, and no share is of fewer than it counts', () => {
  expect([lowerBound(0, 0), upperBound(0, 0)]).toEqual([0, 1])
  expect(() => upperBound(3, 2)).toThrow('no share')
  expect(() => lowerBound(0.5, 2)).toThrow('no share')
})
