/** How common a signature is in general circulation, so that what one group alone has stays rare. */
import { lowerBound, upperBound } from './clopper-pearson.ts'

/** Incidents read to the signature's level for its class, and those among them that carry it on one side. */
export interface Count {
  readonly read: number
  readonly carried: number
}

/** One actor's counts. Crimes without an actor and criminal actors are one actor: `circulationActor` gives its key. */
export interface ActorCount extends Count {
  readonly actor: string
}

/** The share of incidents that carry it, with its one-sided 95 % bounds. */
export interface Circulation {
  readonly share: number
  /** The incidents that the share is of. */
  readonly n: number
  readonly upper: number
  readonly lower: number
  readonly by: 'median' | 'pooled'
}

/** Below this number of actors a median says nothing of circulation. */
const fewestActors = 3

/**
 * The median, over the actors with at least `actorFloor` incidents so read, of the share of each one's incidents that
 * carry it; with fewer than three such actors, all that carry it in all that were read. The bounds are one-sided 95 %
 * Clopper-Pearson: of ⌈share × n⌉ in n from above and of ⌊share × n⌋ from below, n being all incidents of those actors.
 * An incident that carries it was read, so that `read` below `carried` is taken as equal to it.
 */
export function shareInCirculation(actors: readonly ActorCount[], all: Count, actorFloor: number): Circulation {
  const counted = countedActors(actors, actorFloor)
  const by = counted.length >= fewestActors ? 'median' : 'pooled'
  const median = by === 'median' ? medianOf(counted) : ratioOf(sound(all))
  const n = by === 'median' ? counted.reduce((sum, { read }) => sum + read, 0) : sound(all).read
  if (n === 0) return { share: 0, n, upper: 1, lower: 0, by }
  // Exact: 0.1 × 30 in floating point is more than 3, and its ceiling would be 4.
  const product = median.over * BigInt(n)
  const floor = product / median.under
  const ceiling = product % median.under === 0n ? floor : floor + 1n
  return {
    share: Number(median.over) / Number(median.under),
    n,
    upper: upperBound(Number(ceiling), n),
    lower: lowerBound(Number(floor), n),
    by,
  }
}

/** The actors that have enough incidents so read to speak of circulation. */
export const countedActors = (actors: readonly ActorCount[], actorFloor: number): readonly Count[] =>
  actors.map(sound).filter(({ read }) => read >= Math.max(actorFloor, 1))

/** What carries it was read, whatever was counted. */
export const sound = ({ read, carried }: Count): Count => ({ read: Math.max(read, carried), carried })

interface Ratio {
  readonly over: bigint
  readonly under: bigint
}

const ratioOf = ({ read, carried }: Count): Ratio => ({ over: BigInt(carried), under: BigInt(Math.max(read, 1)) })

function medianOf(counts: readonly Count[]): Ratio {
  const ratios = counts.map(ratioOf).toSorted((a, b) => {
    const order = a.over * b.under - b.over * a.under
    return order < 0n ? -1 : order > 0n ? 1 : 0
  })
  const upperMiddle = ratios[Math.floor(ratios.length / 2)]
  const lowerMiddle = ratios[Math.floor((ratios.length - 1) / 2)]
  if (upperMiddle === undefined || lowerMiddle === undefined) throw new Error('no median of nothing')
  if (upperMiddle === lowerMiddle) return upperMiddle
  return {
    over: lowerMiddle.over * upperMiddle.under + upperMiddle.over * lowerMiddle.under,
    under: 2n * lowerMiddle.under * upperMiddle.under,
  }
}
