/** Proofs that a leaf is in a tree and that one tree is the beginning of another, from a few tiles read. */
import { nodeHash, type Hash, type Sha256 } from './hash.ts'
import { largestPowerBelow, tileWidth, type ReadHashes } from './tree.ts'

/** The audit path of a leaf in the tree of the first `size` leaves, nearest first (RFC 9162, 2.1.3.1). */
export async function inclusionProof(
  sha256: Sha256,
  read: ReadHashes,
  leaf: number,
  size: number,
): Promise<readonly Hash[]> {
  if (leaf < 0 || leaf >= size) throw new Error(`leaf ${leaf} is not among ${size}`)
  const hashOf = rangeHasher(sha256, read, size)
  const path: Hash[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from)
    if (leaf < middle) {
      path.push(await hashOf(middle, to))
      to = middle
    } else {
      path.push(await hashOf(from, middle))
      from = middle
    }
  }
  return path.toReversed()
}

/** That the tree of the first `first` leaves is the beginning of that of the first `second` (RFC 9162, 2.1.4.1). */
export async function consistencyProof(
  sha256: Sha256,
  read: ReadHashes,
  first: number,
  second: number,
): Promise<readonly Hash[]> {
  if (first < 1 || first > second) throw new Error(`no proof from ${first} to ${second}`)
  const hashOf = rangeHasher(sha256, read, second)
  const path: Hash[] = []
  let [from, to, isKnown] = [0, second, true]
  while (first !== to) {
    const middle = from + largestPowerBelow(to - from)
    if (first <= middle) {
      path.push(await hashOf(middle, to))
      to = middle
    } else {
      path.push(await hashOf(from, middle))
      from = middle
      isKnown = false
    }
  }
  // A first tree that is a complete subtree of the second is its own root, which who checks the proof has.
  if (!isKnown) path.push(await hashOf(from, to))
  return path.toReversed()
}

/** The hash over leaves [from, to) of a tree of `size`; `from` is a multiple of the largest power of two in it. */
function rangeHasher(sha256: Sha256, read: ReadHashes, size: number) {
  const tiles = new Map<string, Promise<readonly Hash[]>>()

  async function range(from: number, to: number): Promise<Hash> {
    const half = largestPowerBelow(to - from)
    if (to - from === 1 || half * 2 === to - from) return complete(from, to - from)
    return nodeHash(sha256, await complete(from, half), await range(from + half, to))
  }

  /** A complete subtree: built from the nearest level at or below it, of which it spans at most 128 hashes. */
  async function complete(from: number, leaves: number): Promise<Hash> {
    let [level, width] = [0, 1]
    while (width * tileWidth <= leaves) [level, width] = [level + 1, width * tileWidth]
    let row = await hashes(level, from / width, leaves / width)
    while (row.length > 1) row = pairUp(row)
    return row[0] ?? ''
  }

  async function hashes(level: number, index: number, count: number): Promise<readonly Hash[]> {
    const tile = Math.floor(index / tileWidth)
    const begin = tile * tileWidth
    const there = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - begin)
    const key = `${level} ${tile}`
    const reading = tiles.get(key) ?? read(level, begin, there)
    tiles.set(key, reading)
    const found = (await reading).slice(index - begin, index - begin + count)
    if (found.length < count) throw new Error(`tile ${tile} of level ${level} lacks hashes`)
    return found
  }

  const pairUp = (row: readonly Hash[]) =>
    Array.from({ length: row.length / 2 }, (_, i) => nodeHash(sha256, row[2 * i] ?? '', row[2 * i + 1] ?? ''))

  return range
}
