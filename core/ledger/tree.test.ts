import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, emptyFrontier, isCount, rootOf, tileWidth } from './tree.ts'
import { rootByRecursion, sampleLeaves } from './sample-trees.ts'
import { sha256 } from './sample-sha256.ts'

const leaves = sampleLeaves(600)

test('the root from the frontier is the root by recursion, for every size to 600', () => {
  let frontier = emptyFrontier
  expect(rootOf(sha256, frontier)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [i, leaf] of leaves.entries()) {
    frontier = append(sha256, frontier, [leaf]).frontier
    expect(frontier.size).toBe(i + 1)
    expect(rootOf(sha256, frontier)).toBe(rootByRecursion(leaves.slice(0, i + 1)))
  }
})

test('appending in whatever pieces makes the same frontier and the same tiles', () => {
  const whole = append(sha256, emptyFrontier, leaves)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 599 }), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), leaves.length]
      let frontier = emptyFrontier
      const tiles = places.slice(1).flatMap((to, i) => {
        const step = append(sha256, frontier, leaves.slice(places[i], to))
        frontier = step.frontier
        return step.tiles
      })
      expect(frontier).toEqual(whole.frontier)
      expect(tiles).toEqual(whole.tiles)
    }),
    { numRuns: 30 },
  )
})

test('a tile holds the roots of complete subtrees, 256 to one of the next level', () => {
  const many = sampleLeaves(tileWidth ** 2 + 300)
  const { tiles } = append(sha256, emptyFrontier, many)
  const firstLevel = tiles.filter(({ level }) => level === 1)
  expect(firstLevel).toHaveLength(257)
  for (const { index, hash } of firstLevel) {
    expect(hash).toBe(rootByRecursion(many.slice(index * tileWidth, (index + 1) * tileWidth)))
  }
  const secondLevel = tiles.filter(({ level }) => level === 2)
  expect(secondLevel).toEqual([
    { level: 2, index: 0, hash: rootByRecursion(firstLevel.slice(0, 256).map(({ hash }) => hash)) },
  ])
  expect(firstLevel.map(({ index }) => index)).toEqual(firstLevel.map((_, i) => i))
})

test('a frontier that does not fit its size is refused', () => {
  expect(() => append(sha256, { size: 3, hashes: [leaves[0]!] }, [leaves[1]!])).toThrow('has more hashes')
})

test('a size is a whole number from 0', () => {
  expect([0, 1, 2 ** 53 - 1].map(isCount)).toEqual([true, true, true])
  expect([-1, 0.5, 2 ** 53, Number.NaN, '1', null].map(isCount)).toEqual([false, false, false, false, false, false])
})
