/** The tree over the leaves, as RFC 9162 section 2.1 has it: appended to, summed up, proved. */
import { nodeHash, type Hash, type Sha256 } from './hash.ts'

/** The complete subtrees that a tree of `size` leaves is made of, largest first: one for each bit of the size. */
export interface Frontier {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** A complete subtree of height 8 × level: the `index`th of that height. */
export interface TileHash {
  readonly level: number
  readonly index: number
  readonly hash: Hash
}

/** How many hashes a tile holds, and how many leaves stand under the first level's. */
export const tileWidth = 256

/** Appends leaves; answers the new frontier and the hashes of the complete subtrees of height 8, 16 … that it closed. */
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
      hash = nodeHash(sha256, hashes.pop() ?? '', hash)
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

/** Reads the `count` hashes of height 8 × level from `index` on: of level 0 the leaves, of others the tiles. */
export type ReadHashes = (level: number, index: number, count: number) => Promise<readonly Hash[]>

/** The audit path of a leaf in the tree of the first `size` leaves, nearest first (RFC 9162, 2.1.3.1). */
export async function inclusionProof(
  sha256: Sha256,
  read: ReadHashes,
  leaf: number,
  size: number,
): Promise<readonly Hash[]> {
  if (leaf < 0 || leaf >= size) throw new Error(`leaf ${leaf} is not among ${size}`)
  const path: Hash[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from)
    if (leaf < middle) {
      path.push(await rangeHash(sha256, read, middle, to))
      to = middle
    } else {
      path.push(await rangeHash(sha256, read, from, middle))
      from = middle
    }
  }
  return path.toReversed()
}

/** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function isIncluded(
  sha256: Sha256,
  { leaf, index, size, path, root }: { leaf: Hash; index: number; size: number; path: readonly Hash[]; root: Hash },
): boolean {
  if (index >= size) return false
  let [node, last] = [index, size - 1]
  let hash = leaf
  for (const next of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sha256, next, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(sha256, hash, next)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hash === root
}

/** That the tree of the first `first` leaves is the beginning of that of `second` (RFC 9162, 2.1.4.1). */
export async function consistencyProof(
  sha256: Sha256,
  read: ReadHashes,
  first: number,
  second: number,
): Promise<readonly Hash[]> {
  if (first < 1 || first > second) throw new Error(`no proof from ${first} to ${second}`)
  const path: Hash[] = []
  let [from, to, isWhole] = [0, second, true]
  while (first !== to) {
    const middle = from + largestPowerBelow(to - from)
    if (first <= middle) {
      path.push(await rangeHash(sha256, read, middle, to))
      to = middle
    } else {
      path.push(await rangeHash(sha256, read, from, middle))
      from = middle
      isWhole = false
    }
  }
  if (!isWhole) path.push(await rangeHash(sha256, read, from, to))
  return path.toReversed()
}

/** Whether the proof leads to both roots (RFC 9162, 2.1.4.2). */
export function isConsistent(
  sha256: Sha256,
  {
    first,
    second,
    firstRoot,
    secondRoot,
    path,
  }: { first: number; second: number; firstRoot: Hash; secondRoot: Hash; path: readonly Hash[] },
): boolean {
  if (first < 1 || first > second) return false
  if (first === second) return path.length === 0 && firstRoot === secondRoot
  const steps = isPowerOfTwo(first) ? [firstRoot, ...path] : [...path]
  let [node, last] = [first - 1, second - 1]
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  const start = steps.shift()
  if (start === undefined) return false
  let [a, b] = [start, start]
  for (const next of steps) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      a = nodeHash(sha256, next, a)
      b = nodeHash(sha256, next, b)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else b = nodeHash(sha256, b, next)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && a === firstRoot && b === secondRoot
}

/** The hash over leaves [from, to); `from` is a multiple of the largest power of two in it. */
async function rangeHash(sha256: Sha256, read: ReadHashes, from: number, to: number): Promise<Hash> {
  const count = to - from
  if (isPowerOfTwo(count)) return completeHash(sha256, read, from, count)
  const middle = from + largestPowerBelow(count)
  const left = await completeHash(sha256, read, from, middle - from)
  return nodeHash(sha256, left, await rangeHash(sha256, read, middle, to))
}

/** A complete subtree: built from the nearest level of tiles below it, of which it spans at most 128 hashes. */
async function completeHash(sha256: Sha256, read: ReadHashes, from: number, count: number): Promise<Hash> {
  const level = Math.floor(Math.log2(count) / 8)
  const width = tileWidth ** level
  let row = [...(await read(level, from / width, count / width))]
  if (row.length !== count / width)
    throw new Error(`the ledger has ${row.length} of ${count / width} hashes of level ${level}`)
  while (row.length > 1) row = pairs(row).map(([left, right]) => nodeHash(sha256, left, right))
  return row[0] ?? ''
}

const pairs = (row: readonly Hash[]): readonly (readonly [Hash, Hash])[] =>
  Array.from({ length: row.length / 2 }, (_, i) => [row[2 * i] ?? '', row[2 * i + 1] ?? ''])

const isPowerOfTwo = (number: number) => Number.isInteger(Math.log2(number))

/** The largest power of two below the number. */
const largestPowerBelow = (number: number) => 2 ** Math.floor(Math.log2(number - 1))
