/**
 * How long an answer about a signature's rarity stands while other incidents are read: so that a signature is judged
 * again when its answer can have changed, and not at each arrival of its class.
 */
import type { ActorCount, Count } from './circulation.ts'
import { countedActors, shareInCirculation, sound } from './circulation.ts'
import { isLowerAbove, isUpperWithin } from './clopper-pearson.ts'
import { commonBy, type Study } from '../linking/study.ts'

export interface SteadyInput {
  readonly actors: readonly ActorCount[]
  readonly all: Count
  readonly actorFloor: number
  readonly rareShare: number
  readonly studies?: readonly Study[]
}

/** How many readings can come, and how many go, while an answer stands; null: any number. */
export interface Steady {
  readonly came: number | null
  readonly went: number | null
}

/**
 * How much reading surely leaves the grade as it is, whatever comes and goes: an incident read that does not carry the
 * signature, one read no more, one that passes from an actor to another (one comes, one goes). That an actor comes to
 * have enough incidents to be counted, or ceases to, is no such change. 0: the next one may tell.
 */
export function steadyFor({ actors, all, actorFloor, rareShare, studies = [] }: SteadyInput): Steady {
  // What a study calls common is so however much is read; when the study changes it is judged anew.
  if (commonBy(studies) !== null) return { came: null, went: null }
  const { n, upper, lower, by } = shareInCirculation(actors, all, actorFloor)
  const counted = by === 'median' ? countedActors(actors, actorFloor) : [sound(all)]
  const holds = (came: number, went: number): boolean => {
    if (n - went < 1) return false
    const least = medianOf(counted.map(({ read, carried }) => carried / Math.max(read + came, 1)))
    const most = medianOf(counted.map(({ read, carried }) => carried / Math.max(read - went, carried, 1)))
    // For one share both bounds close in on it as n grows; rounding adds less than one incident to what carries it.
    const [fewer, more] = [n - went, n + came]
    if (lower > rareShare) return isLowerAbove(rareShare, roundDown(least * fewer - 1), fewer)
    if (upper <= rareShare) return isUpperWithin(rareShare, roundUp(most * fewer, fewer), fewer)
    return (
      !isUpperWithin(rareShare, roundDown(least * more), more) &&
      !isLowerAbove(rareShare, roundUp(most * more, more), more)
    )
  }
  // What is rare stays so however much more is read without it.
  if (upper <= rareShare) return { came: null, went: mostThat((went) => holds(0, went), n) }
  // Readings seldom go: little is set aside for them.
  const went = Math.floor(mostThat((some) => holds(0, some), n) / 4)
  return { came: mostThat((came) => holds(came, went), n), went }
}

/** The fewer the surer: about the most below `n` that holds lies between what does and what does not. */
export function mostThat(holds: (changes: number) => boolean, n: number): number {
  let [safe, unsafe] = [0, Math.max(n, 1)]
  while (unsafe - safe > 1 + safe / 4) {
    const middle = Math.floor((safe + unsafe) / 2)
    if (holds(middle)) safe = middle
    else unsafe = middle
  }
  return safe
}

/** The shares here are floating point: a hair either way never counts against caution. */
const hair = 1e-9
const roundUp = (carried: number, n: number): number => Math.min(Math.ceil(carried + hair) + 1, n)
const roundDown = (carried: number): number => Math.max(Math.floor(carried - hair), 0)

function medianOf(shares: readonly number[]): number {
  const sorted = shares.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return ((low ?? 0) + (high ?? 0)) / 2
}
