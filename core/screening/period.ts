/** Intervals whose ends are themselves unsure: when something was in force, and when an item can have been moved. */
import { nextDay, type Day, type Interval } from '../record/day.ts'

/** From some day of `start` to some day of `end`, both included; null: still running. */
export interface Period {
  readonly start: Interval
  readonly end: Interval | null
}

/** The earliest of two unsure days, and the latest. */
const earlier = (a: Interval, b: Interval): Interval => ({
  first: least(a.first, b.first),
  last: least(a.last, b.last),
})
export const later = (a: Interval, b: Interval): Interval => ({
  first: most(a.first, b.first),
  last: most(a.last, b.last),
})

/** The days that lie in both; null where none can. */
export function overlap(a: Period, b: Period): Period | null {
  const start = later(a.start, b.start)
  const end = a.end === null ? b.end : b.end === null ? a.end : earlier(a.end, b.end)
  return end !== null && start.first > end.last ? null : { start, end }
}

/** Joins periods that surely leave no day between them. The order in which they come does not matter. */
export function joinAdjoining(periods: readonly Period[]): readonly Period[] {
  const ordered = periods.toSorted(
    (a, b) => compare(a.start.last, b.start.last) || compare(a.start.first, b.start.first) || compareEnds(a.end, b.end),
  )
  const joined: Period[] = []
  for (const next of ordered) {
    const at = joined.findIndex(({ end }) => end === null || next.start.last <= nextDay(end.first))
    const before = joined[at]
    if (before === undefined) joined.push(next)
    else joined[at] = { start: earlier(before.start, next.start), end: laterEnd(before.end, next.end) }
  }
  return joined
}

const laterEnd = (a: Interval | null, b: Interval | null) => (a === null || b === null ? null : later(a, b))
const compareEnds = (a: Interval | null, b: Interval | null) =>
  compare(a?.first ?? '~', b?.first ?? '~') || compare(a?.last ?? '~', b?.last ?? '~')

const least = (a: Day, b: Day): Day => (a <= b ? a : b)
const most = (a: Day, b: Day): Day => (a >= b ? a : b)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** When an item can have left lawful hands: it opens and closes on some day of each interval; null: not known. */
export interface Window {
  readonly opens: Interval | null
  readonly closes: Interval | null
}

/** How a window lies to a period, in the words of the embargo's card. */
export type Lie =
  | { readonly outcome: 'yes'; readonly why: 'inside' }
  | { readonly outcome: 'possible'; readonly why: 'may-open-before' | 'may-close-after' }
  | {
      readonly outcome: 'unknown'
      readonly why: 'no-opening' | 'no-close' | 'dates-contradict' | 'opens-before'
    }
  | { readonly outcome: 'outside'; readonly why: 'closes-before' | 'opens-after' }

/**
 * Wholly inside: yes. Surely before or after: outside. Surely opened before the start, or an end of the window not
 * known: unknown, whatever the age. Else possible. A window that closes before it opens says nothing.
 */
export function lieOf({ opens, closes }: Window, { start, end }: Period): Lie {
  if (opens !== null && closes !== null && opens.first > closes.last) {
    return { outcome: 'unknown', why: 'dates-contradict' }
  }
  if (closes !== null && closes.last < start.first) return { outcome: 'outside', why: 'closes-before' }
  if (opens !== null && end !== null && opens.first > end.last) return { outcome: 'outside', why: 'opens-after' }
  if (closes === null) return { outcome: 'unknown', why: 'no-close' }
  if (opens === null) return { outcome: 'unknown', why: 'no-opening' }
  if (opens.last < start.first) return { outcome: 'unknown', why: 'opens-before' }
  if (opens.first < start.last) return { outcome: 'possible', why: 'may-open-before' }
  return end === null || closes.last <= end.first
    ? { outcome: 'yes', why: 'inside' }
    : { outcome: 'possible', why: 'may-close-after' }
}
