/** Rows by month as a page shows them: a year at a time. */
import { laterMonth, type SureMonth } from '#core/coverage/sure-month.ts'

/** Null: not even the year is sure. */
export type Year = string | null

interface InMonth {
  readonly month: SureMonth
}

export const yearOf = (month: SureMonth): Year => month?.slice(0, 4) ?? null

/** The years of these rows, the latest first; no sure year last. */
export const yearsIn = (rows: readonly InMonth[]): readonly Year[] =>
  [...new Set(rows.map(({ month }) => yearOf(month)))].toSorted(laterMonth)

export const ofYear = <R extends InMonth>(rows: readonly R[], year: Year): readonly R[] =>
  rows.filter(({ month }) => yearOf(month) === year)

/** As the address has it. */
export const writtenYear = (year: Year): string => year ?? 'none'

/** The year that the address names where there is one, else the latest. */
export function yearAsked(years: readonly Year[], asked: string | undefined): Year {
  const [latest = null] = years
  const found = years.findIndex((year) => writtenYear(year) === asked)
  return found < 0 ? latest : (years[found] ?? null)
}

const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** The twelve months of a year; where no year is sure there are none. */
export const monthsOf = (year: Year): readonly (SureMonth | undefined)[] =>
  numbers.map((month) => (year === null ? undefined : `${year}-${month}`))

/** Of those read in these months together, so many carried it. */
export const carriedIn = (months: readonly { readonly carried: number; readonly read: number }[]) => ({
  carried: months.reduce((sum, { carried }) => sum + carried, 0),
  read: months.reduce((sum, { read }) => sum + read, 0),
})
