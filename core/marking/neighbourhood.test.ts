import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskings, neighbours, readings, skeletonAlphabet } from './neighbourhood.ts'
import { slippedSerial } from './sample-serials.ts'
import { classOf } from './characters.ts'
import { skeletonOf } from './serial.ts'

test('every slip of a serial has the key of the serial or of a neighbour', () => {
  fc.assert(
    fc.property(slippedSerial, ({ serial, slipped }) => {
      const key = skeletonOf(slipped)
      expect([key, ...neighbours(key)]).toContain(skeletonOf(serial))
    }),
    { numRuns: 2000 },
  )
})

test('neighbours are mutual, come once, and leave the key itself out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...skeletonAlphabet), maxLength: 5 }), fc.nat(), (text, pick) => {
      const key = skeletonOf(text)
      const around = neighbours(key)
      expect(new Set(around).size).toBe(around.length)
      expect(around).not.toContain(key)
      expect(neighbours(skeletonOf(around[pick % around.length] ?? ''))).toContain(key)
    }),
  )
})

test('the number of neighbours keeps its bound', () => {
  const others = skeletonAlphabet.length - 1
  for (let n = 1; n <= 24; n++) {
    const key = skeletonOf('A1C2D3E4F5G6H7J8K9M0N1P2'.slice(0, n))
    expect(neighbours(key).length).toBeLessThanOrEqual((2 * n + 1) * others + 2 * n + 1)
  }
  expect(neighbours(skeletonOf('KO4361759')).length).toBe(569)
})

test('the alphabet holds one character for each class', () => {
  expect(skeletonAlphabet.length).toBe(30)
  expect(Array.from(skeletonAlphabet, classOf).join('')).toBe(skeletonAlphabet)
})

test('an Arabic letter is changed for another', () => {
  expect(neighbours(skeletonOf('ب12345'))).toContain(skeletonOf('ت12345'))
  expect(neighbours(skeletonOf('ب12345'))).toContain(skeletonOf('ب12346'))
})

test('a key is masked in one place, two, or a run that leaves enough to compare', () => {
  expect(maskings(skeletonOf('A3C467'))).toHaveLength(21)
  expect(maskings(skeletonOf('KO4311779'))).toHaveLength(58)
  expect(maskings(skeletonOf('KO4311779'))).toContain('K0????779')
  expect(maskings(skeletonOf('1234'))).toEqual([])
})

test('an unreadable place is read as every character', () => {
  expect(readings(skeletonOf('A?1'))).toHaveLength(30)
  expect(readings(skeletonOf('A??'))).toHaveLength(900)
  expect(readings(skeletonOf('A?1'))).toContain('A81')
})
