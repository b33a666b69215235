/**
 * The tree over the leaves, as RFC 9162 section 2.1 has it, appended to and summed up.
 *
 * A *complete subtree* of height h has 2^h leaves; the `index`th of that height stands over the leaves from index × 2^h
 * on. Kept are those whose height is a multiple of eight: level L has height 8 × L, so that one hash of a level stands
 * over 256 of the level below. Level 0 is the leaves themselves, the ledger's rows. From level 1 on, tile i of level L
 * holds the hashes with index 256 × i to 256 × i + 255, one after another, as many of them as there are yet.
 */
import { nodeHash, type Hash, type Sha256 } from './hash.ts'

/** The complete subtrees that a tree of `size` leaves is made of, largest first: one for each bit of the size. */
export interface Frontier {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** What one says of a ledger to hold it to it later: its number of leaves, and the root over them. */
export interface TreeHead {
  readonly size: number
  readonly root: Hash
}

/** The hash of a complete subtree of height 8 × level: the `index`th of that height. */
export interface TileHash {
  readonly level: number
  readonly index: number
  readonly hash: Hash
}

/** How many hashes a tile holds, and how many of a level stand under one of the next. */
export const tileWidth = 256

/** Appends leaves; answers the new frontier and the hashes of the levels from 1 on that they completed, in order. */
export function append(
  sha256: Sha256,
  frontier: Frontier,
  leaves: readonly Hash[],
): { readonly frontier: Frontier; readonly tiles: readonly TileHash[] } {
  const hashes = [...frontier.hashes]
  const tiles: TileHash[] = []
  let { size } = frontier
  for (const leaf of leaves) {
    let hash = leaf
    let height = 0
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = hashes.pop()
      if (left === undefined) throw new Error(`a frontier of ${size} leaves has more hashes than these`)
      hash = nodeHash(sha256, left, hash)
      height++
      if (height % 8 === 0) tiles.push({ level: height / 8, index: Math.floor(size / 2 ** height), hash })
    }
    hashes.push(hash)
    size++
  }
  return { frontier: { size, hashes }, tiles }
}

/** The root: of no leaves the SHA-256 of nothing. */
export function rootOf(sha256: Sha256, { hashes }: Frontier): Hash {
  if (hashes.length === 0) return sha256('')
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** Reads the `count` hashes of a level from `index` on, all of one tile: of level 0 the leaves, of others the tiles. */
export type ReadHashes = (level: number, index: number, count: number) => Promise<readonly Hash[]>

/** Whether something is a size or a place in a tree. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** The largest power of two below the number, where RFC 9162 parts a tree of so many leaves. */
export function largestPowerBelow(number: number): number {
  let power = 1
  while (power * 2 < number) power *= 2
  return power
}
