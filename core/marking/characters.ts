/**
 * Which characters of a mark stand for one another: twins, which have one shape in two scripts, and look-alikes, which
 * a reader or a punch confuses. The tables hold capitals, because marks are compared in capitals.
 */

/**
 * Cyrillic and Greek capitals with the shape of a Latin one, and Persian letters with the shape of an Arabic one.
 * Nobody can tell them apart on metal, so which was typed says only which keyboard was used.
 */
const twins = tableOf([
  ['АВЕЅІӀЈКМНОРСТУҮХԚԜ', 'ABESIIJKMHOPCTYYXQW'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['\u06A9\u06CC\u0649', '\u0643\u064A\u064A'],
])

/** The classes that cannot be told apart on worn metal or in handwriting, each named by its digit. */
const lookAlikes = tableOf([['OILSBZ', '011582']])

/**
 * Letters without a twin, under the letter by which a Latin keyboard stands in for them: the base letters of ISO 9
 * for Cyrillic and of ISO 843 for Greek, but a digit where one has the shape (З, Θ), and B for the two signs (Ь, Ъ).
 */
const standIns = tableOf([
  ['БГҐДЂЖЗИЛЉЊПФЦЧЋЏШЩЫЭЄЮЯЬЪ', '8GGDD23111NPFCCCD55YEEUA88'],
  ['ΓΔΘΛΞΠΣΦΨΩ', 'GD01XP5FP0'],
  ['ØŁĐƵ', '01D2'],
])

function tableOf(rows: readonly (readonly [from: string, to: string])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([from, to]) => Array.from(from, (letter, i) => [letter, to.charAt(i)] as const)))
}

/** A capital under its twin in the script that marks are compared in. */
export const twinOf = (capital: string): string => twins.get(capital) ?? capital

/** The class of a folded character: one letter or digit for all that look like it. */
export const classOf = (folded: string): string => lookAlikes.get(folded) ?? standIns.get(folded) ?? folded

const combining = /[\u0300-\u036F]/g

/**
 * A text in the form in which marks are compared: compatibility forms (width, ligatures, superscripts) undone,
 * accents dropped, capitals, twins as one letter. Characters that mark an unreadable place become `?`.
 */
export function foldLetters(text: string): string {
  let folded = ''
  for (const character of text
    .toWellFormed()
    .normalize('NFKD')
    .replace(combining, '')
    .toUpperCase()
    .normalize('NFKD')) {
    folded += unreadable.has(character) ? '?' : twinOf(character)
  }
  return folded.replace(combining, '')
}

/** The question marks of Latin, Arabic and Greek typing, and the character that stands for lost text. */
const unreadable = new Set(['?', '\u061F', '\u037E', '\uFFFD'])

/** A decimal digit of any script as the ASCII digit of the same value; every other character unchanged. */
export function asciiDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80 || !isDigit(point)) return character
  // Unicode encodes the decimal digits of a script as one run from zero to nine.
  let zero = point
  while (point - zero < 9 && isDigit(zero - 1)) zero--
  return String(point - zero)
}

const isDigit = (point: number) => /^\p{Nd}$/u.test(String.fromCodePoint(point))
