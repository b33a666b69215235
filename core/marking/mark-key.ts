/** The text of a mark in the form in which headstamps are compared: characters and symbols one by one. */
import { foldLetters } from './characters.ts'

/**
 * Case, width, spaces, accents and the keyboard's script (Latin and Cyrillic twins) are undone; digits keep their
 * script, because it is part of the mark. A drawn symbol is one character, `{star}`, however it was typed.
 */
export function markCharacters(mark: string): readonly string[] {
  const parts =
    mark
      .toWellFormed()
      .normalize('NFKD')
      .match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []
  return parts.flatMap((part) => {
    const folded = foldLetters(part).replace(unseen, '')
    if (part.length > 1 && part.startsWith('{')) return [folded.toLowerCase()]
    return Array.from(folded, (character) => signs.get(character) ?? character)
  })
}

/** Spaces, joiners and the selectors of coloured signs. */
const unseen = /[\s\p{Cf}\uFE00-\uFE0F]/gu

export const markKey = (mark: string): string => markCharacters(mark).join('')

/** Signs that a keyboard has for drawn symbols, and the cross that stands between bore and length. */
const signs: ReadonlyMap<string, string> = new Map([
  ...Array.from('★☆✩✭✮⭐', (sign) => [sign, '{star}'] as const),
  ...Array.from('△▲▵▴', (sign) => [sign, '{triangle}'] as const),
  ...Array.from('◇◆◊⬦⬥', (sign) => [sign, '{diamond}'] as const),
  ...Array.from('○●◯⚪⚫', (sign) => [sign, '{circle}'] as const),
  ...Array.from('□■▢⬜⬛', (sign) => [sign, '{square}'] as const),
  ['⊕', '{nato}'],
  ['×', 'X'],
])

/** Whether two marks can be of one stamp: `?` stands for any one character, a lone `?` for any text. */
export function marksCouldBe(a: string, b: string): boolean {
  const [first, second] = [markCharacters(a), markCharacters(b)]
  if (isUnreadable(first) || isUnreadable(second)) return true
  return (
    first.length === second.length &&
    first.every((character, i) => character === second[i] || character === '?' || second[i] === '?')
  )
}

const isUnreadable = (characters: readonly string[]) => characters.length === 1 && characters[0] === '?'
