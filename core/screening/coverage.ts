/** Whether lists and answers cover a holder's services over some days without a gap. */
import { dayBefore, nextDay, type Day, type Interval } from '../record/day.ts'
import { joined } from './holder-stock.ts'
import type { Gap, ListFacts } from './stock-facts.ts'

/** For each service in turn the stretches of `days` that no list covers; `all` in a list stands for each of them. */
export function gapsOf(lists: readonly ListFacts[], services: readonly string[], days: Interval): readonly Gap[] {
  return services.flatMap((service) => {
    const covered = joined(lists.filter((list) => covers(list, service)).flatMap(({ stretches }) => stretches))
    return uncovered(covered, days).map(({ first, last }) => ({ service, first, last }))
  })
}

const covers = ({ services }: ListFacts, service: string) =>
  services.includes(service) || (service !== 'contingent' && services.includes('all'))

/** The parts of `days` in none of the stretches, which come in order and do not touch. */
function uncovered(stretches: readonly Interval[], days: Interval): readonly Interval[] {
  const gaps: Interval[] = []
  let next: Day = days.first
  for (const { first, last } of stretches) {
    if (next > days.last || first > days.last) break
    if (first > next) gaps.push({ first: next, last: dayBefore(first) })
    if (last >= next) next = nextDay(last)
  }
  if (next <= days.last) gaps.push({ first: next, last: days.last })
  return gaps
}
