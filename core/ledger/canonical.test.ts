import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, hasLoneSurrogate, isCanonical, orderKeys, type Plain } from './canonical.ts'

const looksLikeNumber = (key: string) => /^(0|[1-9]\d*)$/.test(key)
const words = fc.string({ unit: 'binary' })
const keys = words.filter((key) => !looksLikeNumber(key))

/** What a group may hold, keys in any order. */
const plain = fc.letrec<{ value: Plain; object: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value')),
    tie('object'),
  ),
  object: fc.dictionary(keys, tie('value'), { noNullPrototype: false }),
})).object

describe('the canonical text', () => {
  test('is that of RFC 8785 as others write it', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(canonical(value)).toBe(canonicalize(value))
      }),
    )
  })

  test('is known as such, does not change, and says the same', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonical(value)
        expect(isCanonical(text)).toBe(true)
        expect(canonical(JSON.parse(text) as Plain)).toBe(text)
        expect(canonical(orderKeys(value))).toBe(text)
      }),
    )
  })

  test('is no longer one with a character more, less or other, unless that says something else', () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.constantFrom('', ' ', '0', '\n', '\u00e9'), (value, at, by) => {
        const text = canonical(value)
        const place = at % text.length
        const other = text.slice(0, place) + by + text.slice(place + 1)
        if (other !== text && isCanonical(other)) expect(JSON.parse(other)).not.toEqual(JSON.parse(text))
      }),
    )
  })
})

describe('what a ledger cannot hold is refused', () => {
  test.each([
    ['null', { a: null }],
    ['undefined', { a: undefined }],
    ['a hole in a list', { a: Object.assign([], { length: 1 }) }],
    ['no number', { a: Number.NaN }],
    ['a number past all doubles', { a: [Infinity] }],
    ['half a surrogate pair', { a: 'x\ud800' }],
    ['the other half, in a key', { 'x\udc00': 1 }],
    ['a key that looks like a number', { 10: 1 }],
    ['an object of a class', { a: new Map() }],
    ['a function', { a: () => 1 }],
    ['a big integer', { a: 1n }],
  ])('%s', (_, value) => {
    expect(() => canonical(value as unknown as Plain)).toThrow(TypeError)
  })

  test('wherever a lone surrogate stands', () => {
    const lone = fc.tuple(words, fc.integer({ min: 0xd800, max: 0xdfff }), fc.constantFrom('', 'a', '\n'))
    fc.assert(
      fc.property(lone, plain, ([before, code, after], value) => {
        const half = `${before}${String.fromCharCode(code)}${after}`
        expect(hasLoneSurrogate(half)).toBe(true)
        expect(() => canonical({ ...(value as object), z: [{ k: half }] })).toThrow('no lone surrogate')
        expect(isCanonical(JSON.stringify({ k: half }))).toBe(false)
      }),
    )
  })
})
