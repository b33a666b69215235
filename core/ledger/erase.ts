/**
 * What lies in `bodies` and may be taken from it again. A body's salt is, in hex, either the revision's R (16 bytes)
 * or, once a group was erased, the own salts of all its groups in the order of their names (16 bytes each, zeros for
 * an erased one): what remains can still be shown and checked, and R, which would tell every salt, is gone.
 */
import { groupSalt } from './leaf.ts'
import { isHex, type Sha256 } from './hash.ts'

export interface Body {
  readonly salt: string
  /** In the order of the names; null for an empty group and for an erased one. */
  readonly texts: readonly (string | null)[]
}

/** Digits of a salt. */
const width = 32
const noSalt = '0'.repeat(width)

/** The own salts of a body's groups in the order of their names, null for an erased one. */
export function ownSalts(sha256: Sha256, salt: string, names: readonly string[]): readonly (string | null)[] {
  if (!isBodySalt(salt, names)) throw new Error(`a salt of ${salt.length / 2} bytes for ${names.length} groups`)
  if (salt.length === width) return names.map((name) => groupSalt(sha256, salt, name))
  return names.map((_, i) => {
    const own = salt.slice(i * width, (i + 1) * width)
    return own === noSalt ? null : own
  })
}

/** Whether a body's salt has one of its two forms. `head` is never erased, so that one group alone has an R. */
export const isBodySalt = (salt: string, names: readonly string[]): boolean =>
  (salt.length === width || salt.length === names.length * width) && isHex(salt)

/**
 * A body after these groups were erased: their texts gone, R gone, the own salts of the others kept. An empty group
 * keeps its salt even where it is named: there is nothing to take, and its digest is worked out from it. The head
 * stays: what it says of order and authorship is what the other groups' absence rests on.
 */
export function eraseGroups(sha256: Sha256, body: Body, names: readonly string[], erased: readonly string[]): Body {
  const unknown = erased.find((name) => name === 'head' || !names.includes(name))
  if (unknown !== undefined) throw new Error(`group ${unknown} cannot be erased`)
  const isErased = names.map((name, i) => erased.includes(name) && body.texts[i] !== null)
  if (!isErased.includes(true)) return body
  const own = ownSalts(sha256, body.salt, names)
  return {
    salt: own.map((salt, i) => (isErased[i] ? noSalt : (salt ?? noSalt))).join(''),
    texts: body.texts.map((text, i) => (isErased[i] ? null : text)),
  }
}
