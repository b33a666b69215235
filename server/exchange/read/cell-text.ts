/** What a cell of a workbook shows, as a text: dates as ISO 8601, numbers as they were typed, zeros in front kept. */
import type { DoubtWord } from '#core/record/doubt.ts'

/** How a style shows a number. */
export type Shown =
  | { readonly as: 'number' }
  | { readonly as: 'date' }
  | { readonly as: 'padded'; readonly digits: number }

/** By ECMA-376, 18.8.30: the ids that no workbook defines itself, and that show a date or a time. */
const dateIds = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
])

/** How a number format shows its number; `code` is the workbook's own, where it defines one. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return dateIds.has(id) ? { as: 'date' } : { as: 'number' }
  if (/^0{2,}$/.test(code)) return { as: 'padded', digits: code.length }
  // What stands in quotes, in brackets or behind a backslash is shown as it is; [h] and [mm] count hours and minutes.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  const [positive = ''] = bare.split(';')
  return /[dmyhs]/i.test(positive.replace(/general/gi, '')) ? { as: 'date' } : { as: 'number' }
}

export interface CellText {
  readonly text: string
  readonly doubt: DoubtWord | null
}

const plain = (text: string): CellText => ({ text, doubt: null })

/** `written` is what the file holds for a number; `from1904` where the workbook counts its days from 1904. */
export function numberText(written: string, shown: Shown, from1904: boolean): CellText {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return plain(written)
  if (shown.as === 'date') return plain(dateText(value, from1904) ?? written)
  const text = digitsOf(value)
  if (shown.as === 'padded' && /^\d+$/.test(text)) return plain(text.padStart(shown.digits, '0'))
  // A spreadsheet keeps fifteen digits: of a longer serial that was typed as a number the end is gone.
  return { text, doubt: Math.abs(value) >= 1e15 ? 'digits-lost' : null }
}

/** The number as a spreadsheet shows it: fifteen digits, never an exponent for a whole one. */
function digitsOf(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e')
  if (Number(exponent) < 15) return String(Number(value.toPrecision(15)))
  return mantissa.replace('.', '').padEnd(Number(exponent) + (value < 0 ? 2 : 1), '0')
}

const day = 86_400_000

/** The day as ISO 8601, with its time where it has one, or a time alone; null where no such day is. */
function dateText(serial: number, from1904: boolean): string | null {
  // Day 60 of the older base is 29 February 1900, which never was; the days before it are one less.
  if (!from1904 && Math.floor(serial) === 60) return null
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const minutes = Math.round(serial * 1440)
  const at = new Date(start + minutes * 60_000)
  if (serial < 0 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return null
  const iso = at.toISOString()
  if (serial < 1) return iso.slice(11, 16)
  return (minutes * 60_000) % day === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}
