/**
 * Serial numbers and lots as keys. There are two folds: the *exact* one undoes only what typing adds (case, width,
 * separators, keyboard, script of the digits); the *skeleton* also takes look-alikes as one character. Records are
 * found by skeleton; whether two serials are the same is said by the exact fold.
 */
import { asciiDigit, classOf, foldLetters } from './characters.ts'

/** Capitals, digits and `?`, without separators. Empty where the text holds nothing of a number. */
export type SerialKey = string & { readonly brand: 'SerialKey' }
/** As a serial key, with one character for each class of look-alikes: 0 = O, 1 = I = L, 2 = Z, 5 = S, 8 = B. */
export type SkeletonKey = string & { readonly brand: 'SkeletonKey' }

/** `№`, `N°`, `No.`, `Nr.`, `S/N` before a number are not of the number. */
const label = /^\s*(?:№|n[°º]|n[or]\.|s\/n)[\s.:]*/iu
/** A drawn symbol, as `{star}`: it stands beside the number. */
const symbol = /\{[^{}]*\}/g
const plain = /^[ -~]*$/
const notOfKey = /[^\p{L}\p{N}?]/gu

/** The exact fold. Idempotent; never throws. */
export function foldSerial(text: string): SerialKey {
  const bare = text.replace(symbol, '').replace(label, '')
  if (plain.test(bare)) return bare.toUpperCase().replace(/[^A-Z0-9?]/g, '') as SerialKey
  return Array.from(foldLetters(bare).replace(notOfKey, ''), asciiDigit).join('') as SerialKey
}

/** The skeleton fold. Character by character the same length as the exact fold, and idempotent. */
export const skeletonOf = (text: string): SkeletonKey => skeletonOfKey(foldSerial(text))

const skeletonOfKey = (key: SerialKey): SkeletonKey =>
  (plain.test(key)
    ? key.replace(/[OILSBZ]/g, classOf)
    : Array.from<string, string>(key, classOf).join('')) as SkeletonKey

/** The skeleton read from its end: an index on it finds serials by their last characters. */
export const reverseFold = (text: string): string => reversed(skeletonOf(text))

export const reversed = (key: string): string =>
  (plain.test(key) ? key.split('') : Array.from(key)).toReversed().join('')

/** What the index of marks keeps of a serial or lot. */
export interface IndexKeys {
  readonly exact: SerialKey
  readonly key: SkeletonKey
  readonly reversed: string
}

/** Of a longer text the index keeps the first characters, and the last ones reversed: a btree holds no long keys. */
const longestKey = 100

/** Null where the text holds nothing of a number. */
export function indexKeysOf(text: string): IndexKeys | null {
  const exact = foldSerial(text)
  if (exact === '') return null
  const key = skeletonOfKey(exact)
  if (exact.length <= longestKey) return { exact, key, reversed: reversed(key) }
  const first = (whole: string) => Array.from(whole).slice(0, longestKey).join('')
  return { exact: first(exact) as SerialKey, key: first(key) as SkeletonKey, reversed: first(reversed(key)) }
}

/** Lots are compared as serials are, by the exact fold: `A12-85-17` is `A128517`. */
export const foldLot = (text: string): SerialKey => foldSerial(text)
