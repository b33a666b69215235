/** Weeks of ISO 8601, in UTC. A week is held as its Monday, so that weeks compare as texts. */
import { dayNumber, dayOf, dayOfNumber, type Day } from '../record/day.ts'

export type Monday = Day & { readonly week: 'Monday' }

const mondayOf = (day: number): Monday => dayOfNumber(day - ((((day + 3) % 7) + 7) % 7)) as Monday

/** The week of an instant in UTC. */
export const weekOf = (instant: string): Monday => mondayOf(dayNumber(dayOf(instant)))

export const weeksLater = (week: Monday, weeks: number): Monday => dayOfNumber(dayNumber(week) + weeks * 7) as Monday

export const sundayOf = (week: Monday): Day => dayOfNumber(dayNumber(week) + 6)

/** `2026-W01`: a week belongs to the year of its Thursday. */
export function sayWeek(week: Monday): string {
  const thursday = dayNumber(week) + 3
  const year = dayOfNumber(thursday).slice(0, 4)
  const number = Math.floor((thursday - dayNumber(`${year}-01-01` as Day)) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The week that a text names; null where there is none such (`2025-W53`). */
export function parseWeek(written: string): Monday | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(written) ?? []
  if (year === undefined || number === undefined || year === '0000') return null
  const week = weeksLater(mondayOf(dayNumber(`${year}-01-04` as Day)), Number(number) - 1)
  return sayWeek(week) === written ? week : null
}
