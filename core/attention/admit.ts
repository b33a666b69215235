/**
 * Which alerts reach the inbox in which week: so many a week as the mission set, those that came or rose in that week
 * before those that wait, the heaviest first. The rest wait, and nothing is lost.
 */
import { byRank, type Rise, type Step } from './leads.ts'
import { weekOf, weeksLater, type Monday } from './week.ts'

export interface Admitted {
  readonly lead: string
  readonly week: Monday
  /** `new` in its first week, `risen` when something made it heavier, `waited` when there was room. */
  readonly why: 'new' | 'risen' | 'waited'
  /** How it stood when it was admitted. */
  readonly as: Rise
}

export interface Admission {
  readonly admitted: readonly Admitted[]
  readonly waiting: readonly Rise[]
  /** Weeks of which more must be known before this is sure. */
  readonly unsure: readonly Monday[]
}

export interface Asked {
  /** The present week: the last of all. */
  readonly until: Monday
  readonly aWeek: number
  /** Of weeks that were read in part, down to which step. */
  readonly readTo?: ReadonlyMap<Monday, Step>
}

/** How many weeks something waits for room; after that it waits until something makes it heavier. */
export const weeksOfWaiting = 8

export function admit(rises: readonly Rise[], { until, aWeek, readTo = new Map() }: Asked): Admission {
  const byWeek = Map.groupBy(rises, ({ at }) => weekOf(at))
  const known = [...byWeek.keys(), ...readTo.keys()].toSorted()
  const admitted = new Map<string, Admitted>()
  const waiting = new Map<string, Rise>()
  /** Those among them that came or rose lately, with the week. */
  const hopeful = new Map<string, Monday>()
  const unsure = new Set<Monday>()
  const read: [Monday, Step][] = []
  for (let week = known[0] ?? until; week <= until; week = weeksLater(week, 1)) {
    const cut = readTo.get(week)
    if (cut !== undefined) read.push([week, cut])
    const came = heaviestOfEach((byWeek.get(week) ?? []).filter(({ lead }) => !admitted.has(lead)))
    let room = aWeek
    for (const rise of came) {
      if (room > 0 && !(cut !== undefined && byRank(rise, cut) > 0)) {
        room--
        admitted.set(rise.lead, { lead: rise.lead, week, why: waiting.has(rise.lead) ? 'risen' : 'new', as: rise })
        waiting.delete(rise.lead)
        hopeful.delete(rise.lead)
      } else {
        waiting.set(rise.lead, rise)
        hopeful.set(rise.lead, week)
      }
    }
    if (room === 0) continue
    const since = weeksLater(week, -weeksOfWaiting)
    const inPart = read.filter(([other]) => other >= since)
    for (const [lead, last] of hopeful) if (last < since) hopeful.delete(lead)
    const next = [...hopeful.keys()].flatMap((lead) => waiting.get(lead) ?? [])
    for (const rise of next.toSorted(byRank).slice(0, room)) {
      // What was not read comes after what was: another week may hold something heavier.
      for (const [other, last] of inPart) if (byRank(rise, last) > 0) unsure.add(other)
      admitted.set(rise.lead, { lead: rise.lead, week, why: 'waited', as: rise })
      waiting.delete(rise.lead)
      hopeful.delete(rise.lead)
      room--
    }
    if (room > 0) for (const [other] of inPart) unsure.add(other)
  }
  return {
    admitted: [...admitted.values()],
    waiting: [...waiting.values()].toSorted(byRank),
    unsure: [...unsure].toSorted(),
  }
}

function heaviestOfEach(rises: readonly Rise[]): readonly Rise[] {
  const seen = new Set<string>()
  return rises.toSorted(byRank).filter(({ lead }) => !seen.has(lead) && seen.add(lead))
}
