/**
 * The keys that one slip makes of a key. Near serials are found by equality with these keys on a plain btree: an
 * index under row-level security serves equality and ranges, not similarity, and every slip is then found, where
 * trigrams lose half of the transpositions.
 */
import { isReadable } from './serial-bounds.ts'
import type { SkeletonKey } from './serial.ts'

/** Every character that a skeleton of Latin, Cyrillic and Greek marks can hold. */
export const skeletonAlphabet = '0123456789ACDEFGHJKMNPQRTUVWXY'

/** Letters of Arabic and Persian marks, tried only for a key that holds one of them. */
const arabicAlphabet =
  '\u0621\u0627\u0628\u0629\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637' +
  '\u0638\u0639\u063A\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064A\u067E\u0686\u0698\u06AF'

/**
 * The keys at one slip: two neighbours swapped, one character lost, changed or added; each once, the key itself not.
 * For n characters and an alphabet of k at most (2n + 1)(k − 1) + 2n + 1 keys: 570 for the nine of a common serial.
 * In a script that has no alphabet here, only characters of the key itself are put in.
 */
export function neighbours(key: SkeletonKey): readonly string[] {
  const characters = Array.from<string>(key)
  const found = new Set([
    ...swaps(characters),
    ...losses(characters),
    ...insertions(characters, alphabetOf(characters)),
  ])
  found.delete(key)
  return [...found]
}

function alphabetOf(characters: readonly string[]): readonly string[] {
  const own = characters.filter((character) => !skeletonAlphabet.includes(character) && character !== '?')
  const arabic = own.some((character) => arabicAlphabet.includes(character)) ? arabicAlphabet : ''
  return [...new Set([...skeletonAlphabet, ...arabic, ...own])]
}

function swaps(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((next, i) => splice(characters, i, 2, next + (characters[i] ?? '')))
}

function losses(characters: readonly string[]): readonly string[] {
  return characters.map((_, i) => splice(characters, i, 1, ''))
}

/** Changed (one put in the place of one) and added (one put between). */
function insertions(characters: readonly string[], alphabet: readonly string[]): readonly string[] {
  const keys: string[] = []
  for (let i = 0; i <= characters.length; i++) {
    for (const letter of alphabet) {
      keys.push(splice(characters, i, 0, letter))
      if (i < characters.length) keys.push(splice(characters, i, 1, letter))
    }
  }
  return keys
}

/**
 * The same key as it is recorded where some places could not be read, each written `?`: one place, two, or a run, as
 * long as enough is left to compare, and no more than `most` places. 58 keys for nine characters.
 */
export function maskings(key: SkeletonKey, most = Infinity): readonly string[] {
  const characters = Array.from<string>(key)
  const all = characters.length
  const found = new Set<string>()
  for (let first = 0; first < all; first++) {
    for (let last = first; last < all; last++) {
      const run = last - first + 1
      const pair = first === last ? 1 : 2
      if (run <= most && isReadable(all - run, all)) found.add(splice(characters, first, run, '?'.repeat(run)))
      if (pair <= most && isReadable(all - pair, all)) found.add(mask(characters, first, last))
    }
  }
  found.delete(key)
  return [...found]
}

function mask(characters: readonly string[], first: number, last: number): string {
  return characters.map((character, i) => (i === first || i === last ? '?' : character)).join('')
}

/** The keys that a key with unreadable places can stand for: 30 for one place, 900 for two. */
export function readings(key: SkeletonKey): readonly string[] {
  const characters = Array.from<string>(key)
  const alphabet = alphabetOf(characters)
  return characters.reduce<readonly string[]>(
    (keys, character) =>
      character === '?'
        ? keys.flatMap((start) => alphabet.map((letter) => start + letter))
        : keys.map((k) => k + character),
    [''],
  )
}

function splice(characters: readonly string[], at: number, lost: number, put: string): string {
  return characters.slice(0, at).join('') + put + characters.slice(at + lost).join('')
}
