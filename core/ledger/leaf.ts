/**
 * A revision as the ledger keeps it: salted digests of its groups, and one leaf over them. Byte by byte as
 * docs/format/ledger-format.md says.
 */
import { hashJoined, leafHashOf, type Hash, type Sha256 } from './hash.ts'

/** The text of an empty group. */
export const emptyText = '{}'

/** A group's own salt: the first 16 bytes of SHA-256(R ‖ name). `salt` is R in hex. */
export const groupSalt = (sha256: Sha256, salt: string, name: string): string =>
  hashJoined(sha256, salt, name).slice(0, 32)

/** SHA-256(own salt ‖ canonical text). */
export const groupDigest = (sha256: Sha256, ownSalt: string, text: string): Hash => hashJoined(sha256, ownSalt, text)

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
  let digests = ''
  for (let i = 0; i < names.length; i++) {
    digests += groupDigest(sha256, groupSalt(sha256, salt, names[i] ?? ''), texts[i] ?? emptyText)
  }
  return { digests, leafHash: leafHash(sha256, names, digests) }
}

/** The leaf over digests, in the order of their names. */
export function leafHash(sha256: Sha256, names: readonly string[], digests: string): Hash {
  const groups = names.map((name, i) => `${JSON.stringify(name)}:"${digests.slice(i * 64, i * 64 + 64)}"`)
  return leafHashOf(sha256, `{"format":"headstamp/1","groups":{${groups.join(',')}}}`)
}

/**
 * The salt that a body holds: R (16 bytes), or, once a group was erased, the own salts of all groups in the order of
 * their names (16 bytes each, zeros for an erased one), so that what remains can still be shown.
 */
export function ownSalts(sha256: Sha256, salt: string, names: readonly string[]): readonly (string | null)[] {
  if (salt.length === 32) return names.map((name) => groupSalt(sha256, salt, name))
  return names.map((_, i) => {
    const own = salt.slice(i * 32, i * 32 + 32)
    return own === erasedSalt ? null : own
  })
}

const erasedSalt = '0'.repeat(32)

/** A body after these groups were erased: their texts gone, R gone, the others' own salts kept. */
export function eraseGroups(
  sha256: Sha256,
  body: { readonly salt: string; readonly texts: readonly (string | null)[] },
  names: readonly string[],
  erased: readonly string[],
): { readonly salt: string; readonly texts: readonly (string | null)[] } {
  const own = ownSalts(sha256, body.salt, names)
  return {
    salt: names.map((name, i) => (erased.includes(name) ? erasedSalt : (own[i] ?? erasedSalt))).join(''),
    texts: body.texts.map((text, i) => (erased.includes(names[i] ?? '') ? null : text)),
  }
}

/** One group as it is shown to somebody: its text and its own salt, never R. */
export interface ShownGroup {
  readonly name: string
  readonly ownSalt: string
  readonly text: string
}

export function showGroup(
  sha256: Sha256,
  body: { readonly salt: string; readonly texts: readonly (string | null)[] },
  names: readonly string[],
  name: string,
): ShownGroup | null {
  const at = names.indexOf(name)
  const ownSalt = ownSalts(sha256, body.salt, names)[at]
  return at < 0 || ownSalt === undefined || ownSalt === null
    ? null
    : { name, ownSalt, text: body.texts[at] ?? emptyText }
}

/** Whether a shown group is the one that the digests hold. */
export const isShownGroup = (sha256: Sha256, shown: ShownGroup, names: readonly string[], digests: string): boolean => {
  const at = names.indexOf(shown.name)
  return at >= 0 && groupDigest(sha256, shown.ownSalt, shown.text) === digests.slice(at * 64, at * 64 + 64)
}
