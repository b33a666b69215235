import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eraseGroups, isBodySalt, ownSalts, type Body } from './erase.ts'
import { emptyText, groupDigest, groupSalt, leafHash } from './leaf.ts'
import type { LedgerRow } from './row.ts'
import { sampleLedgers, sampleRow } from './sample-rows.ts'
import { sha256 } from './sample-sha256.ts'

const bodyOf = ({ salt, texts }: LedgerRow): Body => ({ salt: salt!, texts })
const rows = sampleLedgers.map((ledger) => ledger[0]!)
const some = fc.subarray(['marks', 'note', 'what'])

const row = sampleRow(0, { entry: 'e', groups: { marks: null, note: '{"note":"x"}', what: '{"a":1}' } })

describe('erasing groups', () => {
  test('keeps the leaf: every group that is left still gives its digest', () => {
    fc.assert(
      fc.property(rows, some, (one, erased) => {
        const body = eraseGroups(sha256, bodyOf(one), one.names, erased)
        const salts = ownSalts(sha256, body.salt, one.names)
        const digests = one.names.map((name, i) => {
          const stored = one.digests.slice(i * 64, i * 64 + 64)
          if (erased.includes(name) && one.texts[i] !== null) {
            expect([salts[i], body.texts[i]]).toEqual([null, null])
            return stored
          }
          expect(body.texts[i]).toBe(one.texts[i])
          return groupDigest(sha256, salts[i]!, body.texts[i] ?? emptyText)
        })
        expect(digests.join('')).toBe(one.digests)
        expect(leafHash(sha256, one.names, digests.join(''))).toBe(one.leafHash)
      }),
    )
  })

  test('leaves nothing from which the salt of what is gone could be told', () => {
    fc.assert(
      fc.property(rows, some, (one, erased) => {
        const body = eraseGroups(sha256, bodyOf(one), one.names, erased)
        for (const [i, name] of one.names.entries()) {
          if (!erased.includes(name) || one.texts[i] === null) continue
          expect(body.salt).not.toContain(one.salt)
          expect(body.salt).not.toContain(groupSalt(sha256, one.salt!, name))
        }
      }),
    )
  })

  test('comes out the same all at once and one after the other', () => {
    fc.assert(
      fc.property(rows, some, some, (one, first, second) => {
        const step = eraseGroups(sha256, bodyOf(one), one.names, first)
        const both = eraseGroups(sha256, bodyOf(one), one.names, [...first, ...second])
        expect(eraseGroups(sha256, step, one.names, second)).toEqual(both)
      }),
    )
  })

  test('that are empty takes nothing', () => {
    expect(eraseGroups(sha256, bodyOf(row), row.names, ['marks'])).toEqual(bodyOf(row))
    const { salt } = eraseGroups(sha256, bodyOf(row), row.names, ['marks', 'note'])
    expect(ownSalts(sha256, salt, row.names)).toEqual([
      groupSalt(sha256, row.salt!, 'head'),
      groupSalt(sha256, row.salt!, 'marks'),
      null,
      groupSalt(sha256, row.salt!, 'what'),
    ])
  })

  test.each(['head', 'origin'])('is refused for %s', (name) => {
    expect(() => eraseGroups(sha256, bodyOf(row), row.names, [name])).toThrow(`group ${name} cannot be erased`)
  })
})

test('a salt has one of two lengths', () => {
  const names = ['head', 'note', 'what']
  expect(['0'.repeat(32), '0'.repeat(96)].map((salt) => isBodySalt(salt, names))).toEqual([true, true])
  expect(['', '0'.repeat(30), '0'.repeat(64), 'x'.repeat(32)].map((salt) => isBodySalt(salt, names))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(() => ownSalts(sha256, '00', names)).toThrow('1 bytes for 3 groups')
})
