/**
 * A revision as the ledger keeps it: salted digests of its groups, and one leaf over them. Byte by byte as
 * docs/format/ledger-format.md says.
 */
import { hashDigits, leafHashOf, saltedHash, saltOfName, setSalt, utf8, type Hash, type Sha256 } from './hash.ts'

/** The text of an empty group. */
export const emptyText = '{}'

/** A group's own salt: the first 16 bytes of SHA-256(R ‖ name). `salt` is R in hex. */
export function groupSalt(sha256: Sha256, salt: string, name: string): string {
  setSalt(salt)
  return saltOfName(sha256, utf8(name))
}

/** SHA-256(own salt ‖ canonical text). */
export const groupDigest = (sha256: Sha256, ownSalt: string, text: string): Hash => saltedHash(sha256, ownSalt, text)

export interface Sealed {
  readonly leafHash: Hash
  /** The digests one after another, in the order of the names. */
  readonly digests: string
}

/**
 * Seals a revision. `names` ascend; `texts[i]` is the canonical text of group `names[i]`, null for an empty one;
 * `salt` is the revision's R, 16 random bytes in hex.
 */
export function sealRevision(
  sha256: Sha256,
  salt: string,
  names: readonly string[],
  texts: readonly (string | null)[],
): Sealed {
  if (salt.length !== 32) throw new Error(`a revision's salt has 16 bytes, not ${salt.length / 2}`)
  const shape = shapeOf(names)
  let digests = ''
  let input = ''
  setSalt(salt)
  for (let i = 0; i < shape.length; i++) {
    const { bytes, before } = shape[i] as ShapeGroup
    const digest = saltedHash(sha256, saltOfName(sha256, bytes), texts[i] ?? emptyText)
    digests += digest
    input += before + digest
  }
  return { digests, leafHash: leafHashOf(sha256, leafText(input)) }
}

/** The leaf's canonical text over digests, in the order of their names. */
export function leafInput(names: readonly string[], digests: string): string {
  let input = ''
  shapeOf(names).forEach(({ before }, i) => {
    input += before + digests.slice(i * hashDigits, (i + 1) * hashDigits)
  })
  return leafText(input)
}

/** The leaf over digests, in the order of their names. */
export const leafHash = (sha256: Sha256, names: readonly string[], digests: string): Hash =>
  leafHashOf(sha256, leafInput(names, digests))

const leafText = (groups: string) => `{"format":"headstamp/1","groups":{${groups}${groups === '' ? '' : '"'}}}`

interface ShapeGroup {
  /** The name's UTF-8. */
  readonly bytes: Uint8Array
  /** What stands before its digest in the leaf's text. */
  readonly before: string
}

/** What a list of names gives to every leaf of its kind; a list is mostly the same object for all of them. */
const shapes = new WeakMap<readonly string[], readonly ShapeGroup[]>()

function shapeOf(names: readonly string[]): readonly ShapeGroup[] {
  const known = shapes.get(names)
  if (known) return known
  const shape = names.map((name, i) => ({
    bytes: utf8(name),
    before: `${i === 0 ? '' : '",'}${JSON.stringify(name)}:"`,
  }))
  shapes.set(names, shape)
  return shape
}
