/** One group shown to somebody: its text and its own salt are enough to check it against a leaf, and tell no other. */
import { ownSalts, type Body } from './erase.ts'
import { isHex, type Hash, type Sha256 } from './hash.ts'
import { emptyText, groupDigest, leafHash } from './leaf.ts'

export interface ShownGroup {
  readonly name: string
  /** 16 bytes in hex; never R. */
  readonly ownSalt: string
  readonly text: string
}

/** The leaf that a group is checked against: a proof of inclusion leads from its hash to a tree head. */
export interface Leaf {
  readonly leafHash: Hash
  readonly names: readonly string[]
  /** One after another, in the order of the names. */
  readonly digests: string
}

/** Shows a group; null where there is none of that name, or where it was erased. */
export function showGroup(sha256: Sha256, body: Body, names: readonly string[], name: string): ShownGroup | null {
  const at = names.indexOf(name)
  const ownSalt = ownSalts(sha256, body.salt, names)[at] ?? null
  return ownSalt === null ? null : { name, ownSalt, text: body.texts[at] ?? emptyText }
}

/** Whether the group is the one that this leaf was made over. */
export function isShownGroup(sha256: Sha256, shown: ShownGroup, leaf: Leaf): boolean {
  const at = leaf.names.indexOf(shown.name)
  if (at < 0 || leafHash(sha256, leaf.names, leaf.digests) !== leaf.leafHash) return false
  // A salt of another length would let a byte pass from the text into the salt.
  if (shown.ownSalt.length !== 32 || !isHex(shown.ownSalt)) return false
  return groupDigest(sha256, shown.ownSalt, shown.text) === leaf.digests.slice(at * 64, (at + 1) * 64)
}
