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

/** One change: an incident without the signature, of an actor (or of nobody), read or read no more. */
const anyChange = fc.record({ of: fc.nat(9), comes: fc.boolean() })

/** Null where the change cannot be, or an actor came over the floor or under it. */
function changed(input: SteadyInput, { of, comes }: { of: number; comes: boolean }): SteadyInput | null {
  const by = comes ? 1 : -1
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

test('an answer stands for as many changes of reading as are promised, whichever they are', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.array(anyChange, { minLength: 1, maxLength: 300 }),
      fc.boolean(),
      (input, drawn, oneSided) => {
        const promised = steadyFor(input)
        const grade = gradeOf(input)
        let now = input
        let changes = 0
        for (const change of drawn) {
          const next = changed(now, oneSided ? { ...drawn[0]!, of: change.of } : change)
          if (next === null) continue
          if (++changes > promised) break
          now = next
          expect(gradeOf(now)).toBe(grade)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('what is far from the line is promised much, what is at the line nothing', () => {
  const actors = ['A', 'B', 'C'].map((name) => ({ actor: name, read: 1000, carried: 0 }))
  const all = { read: 3000, carried: 0 }
  expect(steadyFor({ actors, all, actorFloor, rareShare: 0.05 })).toBeGreaterThan(1000)
  expect(steadyFor({ actors: [], all: { read: 124, carried: 2 }, actorFloor, rareShare: 0.05 })).toBeLessThan(3)
  expect(steadyFor({ actors: [], all: { read: 2, carried: 2 }, actorFloor, rareShare: 0.05 })).toBe(0)
})
