import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prefixRange, suffixRange } from './key-range.ts'

/** Collation C compares UTF-8 bytes, which order as code points do. */
function compareInC(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0)) as [
    number[],
    number[],
  ]
  const at = x.findIndex((point, i) => point !== y[i])
  return at === -1 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1)
}

const key = fc.string({ unit: fc.constantFrom(...'019AZ?', '\uD7FF', '\uE000', '\u{10FFFF}', 'ب') })

test('a text is in the range of a prefix exactly where it begins with it', () => {
  fc.assert(
    fc.property(key, key, (prefix, text) => {
      const { from, to } = prefixRange(prefix)
      const isIn = compareInC(text, from) >= 0 && (to === null || compareInC(text, to) < 0)
      expect(isIn).toBe(text.startsWith(prefix))
    }),
    { numRuns: 1000 },
  )
})

test('ranges are written without surrogates and end nowhere where nothing lies behind', () => {
  expect(prefixRange('KO431')).toEqual({ from: 'KO431', to: 'KO432' })
  expect(prefixRange('A\uD7FF')).toEqual({ from: 'A\uD7FF', to: 'A\uE000' })
  expect(prefixRange('A\u{10FFFF}')).toEqual({ from: 'A\u{10FFFF}', to: 'B' })
  expect(prefixRange('')).toEqual({ from: '', to: null })
  expect(suffixRange('177')).toEqual({ from: '771', to: '772' })
})
