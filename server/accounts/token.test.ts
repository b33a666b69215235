import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken, scopes, signToken } from './token.ts'

const claims = fc.record({
  id: fc.uuid(),
  account: fc.string({ minLength: 1 }),
  scope: fc.constantFrom(...scopes),
  expires: fc.integer({ min: 1, max: 4_000_000_000 }),
})
const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('what was signed is read back until the second in which it runs out', () => {
  fc.assert(
    fc.property(key, claims, (signer, signed) => {
      const token = signToken(signer, signed)
      expect(readToken(signer, token, signed.expires * 1000 - 1)).toEqual(signed)
      expect(readToken(signer, token, signed.expires * 1000)).toBeNull()
    }),
  )
})

test('a token with any one character changed is none', () => {
  fc.assert(
    fc.property(key, claims, fc.nat(), fc.constantFrom('A', 'z', '0', '.', '-'), (signer, signed, at, letter) => {
      const token = signToken(signer, signed)
      const i = at % token.length
      const altered = token.slice(0, i) + letter + token.slice(i + 1)
      fc.pre(altered !== token && !sameBytes(altered, token))
      expect(readToken(signer, altered, 0)).toBeNull()
    }),
  )
})

test('no text at all makes it fail', () => {
  fc.assert(
    fc.property(key, fc.string(), fc.constantFrom('', 'hs1.'), (signer, text, start) => {
      expect(readToken(signer, `${start}${text}`, 0)).toBeNull()
    }),
  )
})

/** The last letter of base64 may carry bits that stand for nothing. */
const sameBytes = (a: string, b: string) =>
  a.slice(0, -1) === b.slice(0, -1) &&
  Buffer.from(a.split('.')[2] ?? '', 'base64url').equals(Buffer.from(b.split('.')[2] ?? '', 'base64url'))
