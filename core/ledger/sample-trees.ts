/** Trees as RFC 9162 defines them, by recursion: slow, and so plain that they need no test. */
import { leafHashOf, nodeHash, type Hash } from './hash.ts'
import { sha256 } from './sample-sha256.ts'
import { append, emptyFrontier, largestPowerBelow, type ReadHashes, type TreeHead } from './tree.ts'

export const sampleLeaves = (count: number): readonly Hash[] =>
  Array.from({ length: count }, (_, n) => leafHashOf(sha256, `leaf ${n}`))

export function rootByRecursion(leaves: readonly Hash[]): Hash {
  const [first] = leaves
  if (first === undefined) return sha256('')
  if (leaves.length === 1) return first
  const middle = largestPowerBelow(leaves.length)
  return nodeHash(sha256, rootByRecursion(leaves.slice(0, middle)), rootByRecursion(leaves.slice(middle)))
}

export const headByRecursion = (leaves: readonly Hash[]): TreeHead => ({
  size: leaves.length,
  root: rootByRecursion(leaves),
})

/** Reads as a store does: leaves from their rows, the hashes of complete subtrees from tiles. */
export function readFrom(leaves: readonly Hash[]): ReadHashes {
  const levels = Map.groupBy(append(sha256, emptyFrontier, leaves).tiles, ({ level }) => level)
  return async (level, index, count) =>
    level === 0
      ? leaves.slice(index, index + count)
      : (levels.get(level) ?? []).slice(index, index + count).map((tile) => tile.hash)
}
