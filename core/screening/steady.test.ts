import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActorCount } from './circulation.ts'
import { shareInCirculation } from './circulation.ts'
import { steadyFor, type SteadyInput } from './steady.ts'

const actorFloor = 10
const gradeOf = ({ actors, all, rareShare }: SteadyInput) => {
  const { upper, lower } = shareInCirculation(actors, all, actorFloor)
  return lower > rareShare ? 'common' : upper <= rareShare ? 'rare' : 'possible'
}

const actor = fc
  .record({ read: fc.integer({ min: 0, max: 400 }), share: fc.double({ min: 0, max: 0.3, noNaN: true }) })
  .map(({ read, share }) => ({ read, carried: Math.floor(read * share) }))

const anyInput = fc
  .record({
    counts: fc.array(actor, { maxLength: 9 }),
    nobody: actor,
    rareShare: fc.constantFrom(0.05, 0.01, 0.2),
  })
  .map(({ counts, nobody, rareShare }): SteadyInput => {
    const actors = counts.map((count, i): ActorCount => ({ actor: `G${i}`, ...count }))
    const all = [...counts, nobody].reduce((a, b) => ({ read: a.read + b.read, carried: a.carried + b.carried }))
    return { actors, all, actorFloor, rareShare }
  })

/** Incidents without the signature, of an actor (or of nobody), that are read, or one that is read no more. */
const anyChange = fc.record({ of: fc.nat(9), by: fc.constantFrom(-1, 1, 1, 7, 400) })

/** Null where the change cannot be, or an actor came over the floor or under it. */
function changed(input: SteadyInput, { of, by }: { of: number; by: number }): SteadyInput | null {
  const { actors, all } = input
  const one = actors[of]
  if (one !== undefined) {
    if (one.read + by < one.carried) return null
    if (one.read < actorFloor !== one.read + by < actorFloor) return null
  } else {
    const others = actors.reduce((sum, { read }) => sum + read, 0)
    const carriers = actors.reduce((sum, { carried }) => sum + carried, 0)
    if (all.read - others + by < all.carried - carriers) return null
  }
  return {
    ...input,
    actors: actors.map((count, i) => (i === of ? { ...count, read: count.read + by } : count)),
    all: { ...all, read: all.read + by },
  }
}

test('an answer stands while as much reading comes and goes as is promised, whichever it is', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.array(anyChange, { minLength: 1, maxLength: 300 }),
      fc.boolean(),
      (input, drawn, oneSided) => {
        const { came, went } = steadyFor(input)
        const left = { came: came ?? Infinity, went: went ?? Infinity }
        const grade = gradeOf(input)
        let now = input
        for (const { of, by: drawnBy } of drawn) {
          const by = oneSided ? (drawn[0]?.by ?? drawnBy) : drawnBy
          const next = changed(now, { of, by })
          if (next === null) continue
          if (by > 0) left.came -= by
          else left.went += by
          if (Math.min(left.came, left.went) < 0) break
          now = next
          expect(gradeOf(now)).toBe(grade)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('what is far from the line is promised much, what is at the line nothing, and what is rare all that comes without it', () => {
  const actors = ['A', 'B', 'C'].map((name) => ({ actor: name, read: 1000, carried: 0 }))
  const all = { read: 3000, carried: 0 }
  const pooled = (read: number, carried: number) =>
    steadyFor({ actors: [], all: { read, carried }, actorFloor, rareShare: 0.05 })
  expect(steadyFor({ actors, all, actorFloor, rareShare: 0.05 }).went).toBeGreaterThan(1000)
  expect(pooled(1000, 2).came).toBeNull()
  expect(pooled(124, 2).went).toBeLessThan(3)
  expect(pooled(120, 2).came).toBeLessThan(5)
  expect(pooled(2, 2)).toEqual({ came: 0, went: 0 })
})

const carriedByThree = (read: number) =>
  steadyFor({ actors: [], all: { read, carried: 3 }, actorFloor, rareShare: 0.9 })

test('where more is seen to carry it than to be read, the carrying are taken as read', () => {
  expect(carriedByThree(1)).toEqual(carriedByThree(3))
})
