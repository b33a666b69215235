/** In which month something surely happened. A month that is not sure is never guessed. */

/** `2015-08`: in that month; `2015`: in that year, the month is not sure; null: not even the year is. */
export type SureMonth = string | null

/** Of the months (`2015-08`) of the first and the last possible day; null: undated. */
export function sureMonth(first: string | null, last: string | null): SureMonth {
  if (first === null || last === null) return null
  if (first === last) return first
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : null
}

/** The latest month first, after those of a year what is of the year alone, at the end what is of no year. */
export const laterMonth = (a: SureMonth, b: SureMonth): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? 1 : -1
