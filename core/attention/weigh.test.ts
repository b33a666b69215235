import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOfOneActor, chanceOfOneOfTwo } from '../screening/concentration.ts'
import { concentrated, sayStanding, weightOfShared } from './weigh.ts'

const rare = { rule: 'same-signature', answer: 'yes', grade: 'rare' }
const weigh = (all: number, ...byActor: readonly number[]) => weightOfShared(rare, { all, byActor })

test.each([
  ['two of one actor', 50, [2, 2]],
  ['three of one actor', 55, [3, 3]],
  ['four of one actor, and who else is not known', 55, [9, 4, 0]],
  ['six of one actor', 57, [6, 0, 6]],
  ['eight of one actor', 59, [8, 8]],
  ['four of two actors', 50, [4, 3, 1]],
  ['many of two actors', 53, [9, 8, 1]],
  ['many of nobody known', 53, [5, 0]],
] as const)('%s weigh %i', (_, weight, [all, ...byActor]) => {
  expect(weigh(all, ...byActor)).toBe(weight)
})

test('what is only possible weighs the same however it is shared', () => {
  const possible = { rule: 'same-signature', answer: 'cannot-tell', grade: 'possible' }
  expect(weightOfShared(possible, { all: 9, byActor: [9] })).toBe(10)
})

test('steps stand at the fewest incidents that chance so seldom gives one actor', () => {
  for (const { atMost, fewest } of concentrated) {
    expect(chanceOfOneOfTwo(fewest)).toBeLessThanOrEqual(atMost)
    expect(chanceOfOneOfTwo(fewest - 1)).toBeGreaterThan(atMost)
    const read = 1e9
    expect(chanceOfOneActor({ k: fewest, own: read, all: 2 * read, actors: 2 })).toBeCloseTo(chanceOfOneOfTwo(fewest))
  }
})

test('one more incident of that actor never makes it lighter, one of another never heavier than many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), (n) => {
      expect(weigh(n + 1, n + 1)).toBeGreaterThanOrEqual(weigh(n, n))
      expect(weigh(n + 1, n, 1)).toBeLessThanOrEqual(53)
    }),
  )
})

test('each weight has words of its own', () => {
  const said = [50, 53, 55, 57, 59].map((weight) => sayStanding([{ weight }]))
  expect(new Set(said.map(({ en }) => en)).size).toBe(5)
  expect(new Set(said.map(({ fr }) => fr)).size).toBe(5)
})
