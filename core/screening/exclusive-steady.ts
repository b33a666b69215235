/** How much reading leaves the answer of `exclusive` as it is. */
import type { WhyExclusive } from './exclusive-facts.ts'
import { chanceOf, mostChance, type Reckoning } from './rules/exclusive.ts'
import { mostThat, type Steady } from './steady.ts'

/**
 * How many readings can come, and how many go, while the answer stands; each may be anybody's. Null: any number. What
 * no reading changes (two actors, a capture) is not asked here.
 */
export function steadyExclusive(why: WhyExclusive, reckoned: Reckoning, floor: number): Steady {
  const { others, criminal, own } = reckoned
  const withMore = (mine: number, theirs: number, actors = 0): number =>
    chanceOf({
      ...reckoned,
      own: reckoned.own + mine,
      others: reckoned.others + theirs,
      actors: reckoned.actors + actors,
    })
  switch (why) {
    case 'only': {
      // Each that comes may be the actor's own, or of one more actor; each that goes, of the others that are needed.
      const came = mostThat((n) => withMore(n, 0, n) <= mostChance, own + others)
      const spare = Math.min(others - floor, criminal - 1, others - criminal - 1)
      return { came, went: mostThat((n) => n <= spare && withMore(0, -n) <= mostChance, Math.max(spare, 0)) }
    }
    case 'chance':
      return {
        came: mostThat((n) => withMore(0, n) > mostChance, own + others),
        went: mostThat((n) => withMore(-n, 0) > mostChance, own),
      }
    case 'too-few':
      return { came: Math.max(floor - others, 1) - 1, went: null }
    default:
      return { came: null, went: null }
  }
}
