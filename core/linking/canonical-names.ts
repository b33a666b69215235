/** The names under which things are compared: the reference's own where it knows the name, else the text as typed. */

/** Each answers the canonical name of a text as typed, or null where reference holds none. */
export interface CanonicalNames {
  pattern(text: string): string | null
  model(text: string): string | null
  producer(text: string): string | null
  calibre(text: string): string | null
}

/** No reference at hand: everything stays as typed. */
export const namesAsTyped: CanonicalNames = {
  pattern: () => null,
  model: () => null,
  producer: () => null,
  calibre: () => null,
}

export type NamedPart = keyof CanonicalNames

/** The name that a part is written with; null where nothing but spaces was typed. */
export function nameOf(names: CanonicalNames, part: NamedPart, typed: string | undefined): string | null {
  const plain = typed === undefined ? null : foldSpaces(typed)
  return plain === null ? null : (names[part](plain) ?? plain)
}

/** A text in NFC without spaces at its ends and with single ones inside; null where nothing is left. */
export function foldSpaces(typed: string): string | null {
  if (folds.test(typed)) return typed
  const folded = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return folded === '' ? null : folded
}

/** Words of plain characters, parted by single spaces, are folded already. */
const folds = /^[!-~]+(?: [!-~]+)*$/

/**
 * The form in which names and signatures are compared: without case. Capitals first, so that letters whose capital
 * is two letters (ß, SS) meet; then NFC again, because changing case may part a letter from its accent.
 */
export const keyOf = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** What needs no folding but of case: most names, and there are millions of them. */
const plain = /^[ -~]*$/

export const sameName = (a: string, b: string): boolean => keyOf(a) === keyOf(b)
