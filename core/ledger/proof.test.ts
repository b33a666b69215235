import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isConsistent, isIncluded } from './check-proof.ts'
import type { Hash } from './hash.ts'
import { consistencyProof, inclusionProof } from './proof.ts'
import { headByRecursion, readFrom, sampleLeaves } from './sample-trees.ts'
import { sha256 } from './sample-sha256.ts'
import type { TreeHead } from './tree.ts'

const leaves = sampleLeaves(1200)
const read = readFrom(leaves)
const heads = new Map<number, TreeHead>()

function headOf(size: number): TreeHead {
  const head = heads.get(size) ?? headByRecursion(leaves.slice(0, size))
  heads.set(size, head)
  return head
}

const sizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: leaves.length }))

/** One thing that somebody could do to a path. */
const forgery = fc.oneof(
  fc.record({ does: fc.constant('flip' as const), at: fc.nat(), digit: fc.nat(63) }),
  fc.record({ does: fc.constantFrom('drop' as const, 'double' as const, 'swap' as const), at: fc.nat() }),
)

function forge(path: readonly Hash[], how: { does: string; at: number; digit?: number }): readonly Hash[] {
  const at = how.at % path.length
  const hash = path[at]!
  const digit = how.digit ?? 0
  if (how.does === 'flip') {
    return path.with(at, hash.slice(0, digit) + (hash[digit] === '0' ? '1' : '0') + hash.slice(digit + 1))
  }
  if (how.does === 'drop') return path.toSpliced(at, 1)
  if (how.does === 'double') return path.toSpliced(at, 0, hash)
  return path.with(at, path[(at + 1) % path.length]!).with((at + 1) % path.length, hash)
}

describe('a proof of inclusion', () => {
  test('leads from every leaf of every small tree to its root, and from no other leaf', async () => {
    for (let size = 1; size <= 34; size++) {
      for (let index = 0; index < size; index++) {
        const path = await inclusionProof(sha256, read, index, size)
        expect(isIncluded(sha256, { index, leafHash: leaves[index]!, path }, headOf(size))).toBe(true)
        expect(isIncluded(sha256, { index, leafHash: leaves[index + 1]!, path }, headOf(size))).toBe(false)
        for (const other of [index - 1, index + 1, size]) {
          expect(isIncluded(sha256, { index: other, leafHash: leaves[index]!, path }, headOf(size))).toBe(false)
        }
      }
    }
  })

  test('holds in a large tree, read from tiles, and with anything changed no longer', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), forgery, async (size, place, how) => {
        const index = place % size
        const path = await inclusionProof(sha256, read, index, size)
        const inclusion = { index, leafHash: leaves[index]!, path }
        expect(isIncluded(sha256, inclusion, headOf(size))).toBe(true)
        if (path.length === 0) return
        const forged = forge(path, how)
        if (forged.join() === path.join()) return
        expect(isIncluded(sha256, { ...inclusion, path: forged }, headOf(size))).toBe(false)
      }),
    )
  })

  test('of what is not there is not made', async () => {
    await expect(inclusionProof(sha256, read, 7, 7)).rejects.toThrow('not among')
    await expect(inclusionProof(sha256, read, -1, 7)).rejects.toThrow('not among')
  })

  test('is not made from tiles that lack hashes', async () => {
    await expect(inclusionProof(sha256, async () => [], 3, 7)).rejects.toThrow('lacks hashes')
  })

  test('that is no proof at all is refused, not thrown at', () => {
    const head = headOf(7)
    for (const index of [Number.NaN, 0.5, -1, 2 ** 60]) {
      expect(isIncluded(sha256, { index, leafHash: leaves[0]!, path: [] }, head)).toBe(false)
    }
    expect(isIncluded(sha256, { index: 0, leafHash: 'x', path: [] }, { size: 1, root: 'x' })).toBe(false)
  })
})

describe('a proof of consistency', () => {
  test('leads from every small tree to every larger one', async () => {
    for (let second = 1; second <= 34; second++) {
      for (let first = 1; first <= second; first++) {
        const path = await consistencyProof(sha256, read, first, second)
        expect(isConsistent(sha256, path, headOf(first), headOf(second))).toBe(true)
        if (first === second) continue
        expect(isConsistent(sha256, path, headOf(second), headOf(first))).toBe(false)
        expect(isConsistent(sha256, path, { size: first, root: headOf(second).root }, headOf(second))).toBe(false)
        expect(isConsistent(sha256, path, headOf(first), { size: second, root: headOf(first).root })).toBe(false)
      }
    }
  })

  test('holds between large trees, read from tiles, and with anything changed no longer', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, forgery, async (one, other, how) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        const path = await consistencyProof(sha256, read, first, second)
        expect(isConsistent(sha256, path, headOf(first), headOf(second))).toBe(true)
        if (path.length === 0) return
        const forged = forge(path, how)
        if (forged.join() === path.join()) return
        expect(isConsistent(sha256, forged, headOf(first), headOf(second))).toBe(false)
      }),
    )
  })

  test('is not made from the empty tree, nor backwards', async () => {
    await expect(consistencyProof(sha256, read, 0, 7)).rejects.toThrow('no proof')
    await expect(consistencyProof(sha256, read, 8, 7)).rejects.toThrow('no proof')
    expect(isConsistent(sha256, [], headOf(0), headOf(7))).toBe(false)
  })
})
