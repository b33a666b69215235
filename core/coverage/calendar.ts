/** When a signature was seen among what was read: so that what was looked for and not seen is told from what nobody read. */
import { laterMonth, sureMonth, type SureMonth } from './sure-month.ts'

/** Incidents that are alike in when they happened: the months (`2015-08`) of the first and the last possible day. */
export interface Months {
  readonly first: string | null
  readonly last: string | null
  readonly incidents: number
}

export interface CalendarRow {
  readonly signature: string
  readonly month: SureMonth
  /** Of those read, the incidents that carried it, on whatever side. */
  readonly carried: number
  /** Incidents read to its level for its class. */
  readonly read: number
}

/** One row a month in which anything was so read, the latest first; a month without a row was not read at all. */
export function calendarOf(
  signature: string,
  { carried, read }: { readonly carried: readonly Months[]; readonly read: readonly Months[] },
): readonly CalendarRow[] {
  const carriedIn = byMonth(carried)
  return [...byMonth(read)]
    .map(([month, all]) => ({ signature, month, carried: carriedIn.get(month) ?? 0, read: all }))
    .toSorted((a, b) => laterMonth(a.month, b.month))
}

function byMonth(groups: readonly Months[]): ReadonlyMap<SureMonth, number> {
  const months = new Map<SureMonth, number>()
  for (const { first, last, incidents } of groups) {
    const month = sureMonth(first, last)
    months.set(month, (months.get(month) ?? 0) + incidents)
  }
  return months
}
