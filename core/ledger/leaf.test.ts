import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupDigest, groupSalt, leafHash, leafInput, sealRevision } from './leaf.ts'
import { sha256 } from './sample-sha256.ts'

/** As the format page says it, byte by byte. */
const sha = (...parts: (Buffer | string)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map(bytes)))
    .digest()
const bytes = (part: Buffer | string) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)

const salts = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((salt) => Buffer.from(salt))
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme', minLength: 1200, maxLength: 1400 }),
  fc.constantFrom('a'.repeat(1360), 'a'.repeat(1361), '中'.repeat(1360), '中'.repeat(1361), '中'.repeat(30_000)),
)
const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,300}$/), { minLength: 1, maxLength: 6 })

describe('a group', () => {
  test('has a salt of its own, from R and its name', () => {
    fc.assert(
      fc.property(salts, names, (salt, [name = '']) => {
        const own = sha(salt, name).subarray(0, 16).toString('hex')
        expect(groupSalt(sha256, salt.toString('hex'), name)).toBe(own)
      }),
    )
  })

  test('has the digest of salt and text, however long the text', () => {
    fc.assert(
      fc.property(salts, texts, (salt, text) => {
        expect(groupDigest(sha256, salt.toString('hex'), text)).toBe(sha(salt, text).toString('hex'))
      }),
    )
  })
})

describe('a leaf', () => {
  test('is the hash over the digests of all its groups, the empty ones too', () => {
    fc.assert(
      fc.property(salts, names, fc.array(fc.option(texts), { minLength: 6, maxLength: 6 }), (salt, some, groups) => {
        const list = some.toSorted()
        const filled = list.map((_, i) => groups[i] ?? null)
        const digests = list.map((name, i) => sha(sha(salt, name).subarray(0, 16), filled[i] ?? '{}').toString('hex'))
        const fields = list.map((name, i) => `"${name}":"${digests[i]}"`)
        const input = `{"format":"headstamp/1","groups":{${fields.join(',')}}}`
        const hash = sha(Buffer.from([0]), input).toString('hex')
        expect(sealRevision(sha256, salt.toString('hex'), list, filled)).toEqual({
          leafHash: hash,
          digests: digests.join(''),
        })
        expect(leafInput(list, digests.join(''))).toBe(input)
        expect(leafHash(sha256, list, digests.join(''))).toBe(hash)
      }),
    )
  })

  test('is not sealed with a salt of another length', () => {
    expect(() => sealRevision(sha256, '00', ['head'], ['{}'])).toThrow('16 bytes')
  })
})
