/** Checks proofs against roots that are known from elsewhere. Whatever comes from outside may be anything. */
import { isHash, nodeHash, type Hash, type Sha256 } from './hash.ts'
import { isCount, type TreeHead } from './tree.ts'

export interface Inclusion {
  readonly index: number
  readonly leafHash: Hash
  readonly path: readonly Hash[]
}

/** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function isIncluded(sha256: Sha256, { index, leafHash, path }: Inclusion, { size, root }: TreeHead): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || ![leafHash, ...path].every(isHash)) return false
  const walk = walkUp(index, size - 1)
  let hash = leafHash
  for (const next of path) {
    const side = walk.step()
    if (side === null) return false
    hash = side === 'left' ? nodeHash(sha256, next, hash) : nodeHash(sha256, hash, next)
  }
  return walk.isAtRoot() && hash === root
}

/** Whether the path leads to both roots, so that the first tree is the beginning of the second (RFC 9162, 2.1.4.2). */
export function isConsistent(sha256: Sha256, path: readonly Hash[], first: TreeHead, second: TreeHead): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size < 1 || first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && first.root === second.root
  const [start, ...steps] = isPowerOfTwo(first.size) ? [first.root, ...path] : path
  if (start === undefined || ![start, ...steps].every(isHash)) return false
  const walk = walkUp(...withoutTrailingOnes(first.size - 1, second.size - 1))
  let [older, newer] = [start, start]
  for (const next of steps) {
    const side = walk.step()
    if (side === null) return false
    if (side === 'left') older = nodeHash(sha256, next, older)
    newer = side === 'left' ? nodeHash(sha256, next, newer) : nodeHash(sha256, newer, next)
  }
  return walk.isAtRoot() && older === first.root && newer === second.root
}

/** Goes from a node to the root of the tree whose last leaf is `last`. */
function walkUp(node: number, last: number) {
  /** The side on which the next hash of the path stands; null where the path should have ended. */
  function step(): 'left' | 'right' | null {
    if (last === 0) return null
    const side = node % 2 === 1 || node === last ? 'left' : 'right'
    // At the right edge a node without a right neighbour is passed up as it is.
    if (side === 'left') while (node % 2 === 0 && node !== 0) up()
    up()
    return side
  }
  function up(): void {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return { step, isAtRoot: () => last === 0 }
}

function withoutTrailingOnes(node: number, last: number): readonly [node: number, last: number] {
  return node % 2 === 1 ? withoutTrailingOnes(Math.floor(node / 2), Math.floor(last / 2)) : [node, last]
}

function isPowerOfTwo(number: number): boolean {
  let rest = number
  while (rest % 2 === 0) rest /= 2
  return rest === 1
}
