import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../fixtures/marking/read-vectors.ts'
import { foldLot, foldSerial, indexKeysOf, reverseFold, skeletonOf } from './serial.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
const vectors = readVectors('serial-keys.tsv', 'text', 'exact', 'skeleton', 'note')

test.each(vectors)('$text is $exact and $skeleton: $note', ({ text, exact, skeleton }) => {
  expect([foldSerial(text), skeletonOf(text)]).toEqual([exact, skeleton])
})

test('a lone half of a character is read as unreadable', () => {
  expect(foldSerial('12\uD800')).toBe('12?')
})

test('a lot is folded as a serial is', () => {
  expect(foldLot('а12-85-17')).toBe('A128517')
})

test('a text that holds nothing of a number has no keys in the index', () => {
  expect(indexKeysOf(' -/- ')).toBeNull()
  expect(indexKeysOf('AB-12')).toEqual({ exact: 'AB12', key: 'A812', reversed: '218A' })
})

test('the index keeps the first and the last hundred characters of a long text', () => {
  const keys = indexKeysOf('A1'.repeat(500) + 'Z')
  expect([keys?.exact.length, keys?.key.length, keys?.reversed.length]).toEqual([100, 100, 100])
  expect(keys?.reversed.startsWith('21A')).toBe(true)
})

describe('for any text', () => {
  test('both folds are idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldSerial(foldSerial(text))).toBe(foldSerial(text))
        expect(skeletonOf(skeletonOf(text))).toBe(skeletonOf(text))
      }),
    )
  })

  test('the skeleton is that of the exact fold and as long', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(skeletonOf(foldSerial(text))).toBe(skeletonOf(text))
        expect(Array.from(skeletonOf(text)).length).toBe(Array.from(foldSerial(text)).length)
      }),
    )
  })

  test('the reversed skeleton turned round is the skeleton', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Array.from(reverseFold(text)).toReversed().join('')).toBe(skeletonOf(text))
      }),
    )
  })

  test('plain and full-width typing have one fold', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ABKO019? -/.') })
    fc.assert(
      fc.property(plain, (text) => {
        const wide = text.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))
        expect(foldSerial(wide)).toBe(foldSerial(text))
      }),
    )
  })
})

test('serials typed with Latin, Cyrillic and Greek twins have one exact fold', () => {
  const twins = [...'AАΑ', ...'EЕΕ', ...'KКΚ', ...'MМΜ', ...'OОΟ', ...'PРΡ', ...'TТΤ', ...'XХΧ']
  const letter = fc.nat({ max: twins.length / 3 - 1 })
  fc.assert(
    fc.property(fc.array(letter), fc.array(fc.nat({ max: 2 })), (letters, keyboards) => {
      const typed = letters.map((i, at) => twins[i * 3 + (keyboards[at] ?? 0)]).join('')
      const latin = letters.map((i) => twins[i * 3]).join('')
      expect(foldSerial(typed)).toBe(latin)
    }),
  )
})
