/** When two names are one name written otherwise, or nearly so. */
import { foldLetters } from '../marking/characters.ts'

/** A name without case, accents, spaces and signs, twins of other scripts as one letter. */
export const nameKey = (name: string): string =>
  foldLetters(name)
    .replace(/[ŁØĐÆŒ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')

const plainLetters: { readonly [letter: string]: string } = { Ł: 'L', Ø: 'O', Đ: 'D', Æ: 'AE', Œ: 'OE' }

/**
 * Whether two keys are near spellings: one letter added, lost or changed from five letters on, two from nine on.
 * Digits must agree: AK-74 is no misspelt AK-47.
 */
export function isNearSpelling(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  const most = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0
  if (Math.abs(a.length - b.length) > most) return false
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') && editsBetween(a, b) <= most
}

/** Letters added, lost or changed (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
