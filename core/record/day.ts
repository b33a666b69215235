/**
 * Days without a clock. A date is written ISO 8601 and may stop at the month or the year (`2015`, `2015-11`);
 * it then stands for the interval of its days. Days are ISO texts, so that they compare as texts.
 */
export type Day = string & { readonly brand: 'Day' }
export type PartialDate = string & { readonly brand: 'PartialDate' }

/** First and last possible day, both included. */
export interface Interval {
  readonly first: Day
  readonly last: Day
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The date as written, or null where no such date exists (`2015-02-30`, `15.1.2016`, year 0). */
export function parseDate(text: string): PartialDate | null {
  const parts = shape.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return text as PartialDate
}

/** The days that a date can mean: one day, a month's, or a year's. */
export function daysOf(date: PartialDate): Interval {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return { first: date as string as Day, last: date as string as Day }
  if (month !== undefined) {
    const last = String(daysIn(Number(year), Number(month))).padStart(2, '0')
    return { first: `${year}-${month}-01` as Day, last: `${year}-${month}-${last}` as Day }
  }
  return { first: `${year}-01-01` as Day, last: `${year}-12-31` as Day }
}

/** The days from the first of `from` to the last of `to`; null where they are the wrong way round. */
export function spanOf(from: PartialDate, to: PartialDate): Interval | null {
  const span = { first: daysOf(from).first, last: daysOf(to).last }
  return span.first <= span.last ? span : null
}

/** The days of a whole year, as a bare year of production means it. */
export function yearDays(from: number, to: number = from): Interval {
  return { first: `${pad(from)}-01-01` as Day, last: `${pad(to)}-12-31` as Day }
}

/** The day of an instant written as RFC 3339 in UTC. */
export const dayOf = (instant: string): Day => instant.slice(0, 10) as Day

/** The number of a day, counted from 1 January 1970. Howard Hinnant's civil-from-days algorithm. */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day of such a number. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
}

export const nextDay = (day: Day): Day => dayOfNumber(dayNumber(day) + 1)
export const dayBefore = (day: Day): Day => dayOfNumber(dayNumber(day) - 1)

/** The same day so many months later; the last of its month where that month has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1]
  const last = Math.min(Number(day.slice(8, 10)), daysIn(year, of))
  return `${pad(year)}-${String(of).padStart(2, '0')}-${String(last).padStart(2, '0')}` as Day
}

const pad = (year: number) => String(year).padStart(4, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
