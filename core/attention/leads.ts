/**
 * Findings that are one lead are one alert. Findings about a make stand together, with those of the items that carry
 * it; findings of items of which no signature is raised stand by incident and class.
 */

/** From this moment on, findings about one thing, held alike, weigh so much. */
export interface Step {
  /** Whether signatures or items say so. */
  readonly by: 'signature' | 'item'
  /** As `family.ts` makes them; empty where there is none. */
  readonly family: string
  readonly above: string
  /** Of items: `incident|class`, where they are looked at by incident; empty: as items of their family. */
  readonly spot: string
  readonly weight: number
  /** When, as ISO 8601. */
  readonly at: string
}

/** The lead of each step; null for one that another speaks for: items stand by family or by incident, never by both. */
export function leadsOf(steps: readonly Step[]): (step: Step) => string | null {
  const raised = new Set(steps.filter(({ by }) => by === 'signature').map(({ family }) => family))
  const below = Map.groupBy(
    steps.filter(({ above }) => above !== ''),
    ({ above }) => above,
  )
  const makersBelow = (coarse: string) => new Set((below.get(coarse) ?? []).map(({ family }) => family))
  /** What speaks of several makers, of whom one alone is known, speaks of that one. */
  const lead = (family: string): string => {
    const [maker, ...others] = makersBelow(family)
    return maker !== undefined && others.length === 0 ? maker : family
  }
  return ({ by, family, above, spot }) => {
    if (by === 'signature') return lead(family)
    const coarse = raised.has(above) ? lead(above) : null
    const make = raised.has(family) ? lead(family) : coarse
    return spot === '' ? make : make === null ? spot : null
  }
}

/** A lead that came to weigh more than it ever did. */
export interface Rise extends Step {
  readonly lead: string
}

/** In order of time, each lead's steps that rise above those before. */
export function risesOf(steps: readonly Step[]): readonly Rise[] {
  const leadOf = leadsOf(steps)
  const highest = new Map<string, number>()
  return steps
    .toSorted((a, b) => compare(a.at, b.at) || byRank(a, b))
    .flatMap((step) => {
      const lead = leadOf(step)
      if (lead === null || step.weight <= (highest.get(lead) ?? 0)) return []
      highest.set(lead, step.weight)
      return [{ ...step, lead }]
    })
}

/** The heaviest first; of one weight those that came first, then by what they are about. */
export const byRank = (a: Step, b: Step): number =>
  b.weight - a.weight ||
  compare(a.at, b.at) ||
  compare(a.family, b.family) ||
  compare(a.spot, b.spot) ||
  compare(b.by, a.by) ||
  compare(a.above, b.above)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
