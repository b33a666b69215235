/** A leaf with its body, as a ledger is read back: hashes and salts in lower-case hex. */
import { isBodySalt } from './erase.ts'
import { hashDigits, isHash, isHex, type Hash } from './hash.ts'
import { emptyText } from './leaf.ts'

export interface LedgerRow {
  readonly leaf: number
  readonly leafHash: Hash
  /** Ascending; kept with the ledger, so that a kind that nobody here knows still verifies. */
  readonly names: readonly string[]
  /** One after another, in the order of the names. */
  readonly digests: string
  /** Null where the body is missing. */
  readonly salt: string | null
  /** In the order of the names, null for an empty group and for an erased one; none where the body is missing. */
  readonly texts: readonly (string | null)[]
}

/** What a group may be called: then every order of names is one, and they need no escape. */
const namePattern = /^[a-z][a-z0-9_-]*$/

/** Whether the parts of a row fit each other, whatever they say. */
export function isWellFormedRow({ leafHash, names, digests, salt, texts }: LedgerRow): boolean {
  return (
    isHash(leafHash) &&
    names.includes('head') &&
    names.every((name, i) => namePattern.test(name) && (names[i - 1] ?? '') < name) &&
    digests.length === names.length * hashDigits &&
    isHex(digests) &&
    (salt === null || (isBodySalt(salt, names) && texts.length === names.length && !texts.includes(emptyText)))
  )
}
