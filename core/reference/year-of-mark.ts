/** Years that a mark of digits can stand for. */

/** Arabic and Persian digits as European ones; anything else as it stands. */
export const europeanDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/**
 * The years that end in two digits: from 50 on of the last century, before it of either. Nothing here knows what year
 * it is, so that a year to come may be among them.
 */
export function yearsEndingIn(twoDigits: string): readonly number[] {
  const end = Number(twoDigits)
  return end >= 50 ? [1900 + end] : [1900 + end, 2000 + end]
}
