import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { polygonsOf } from './outline.ts'

test('a polygon with a hole is one polygon of two rings', () => {
  expect(polygonsOf('POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))')).toEqual([
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ],
  ])
})

test('a multipolygon is all of its polygons', () => {
  expect(polygonsOf('multipolygon(((0 0,1 0,1 1,0 0)),((5 5,6.5 5,6 -6e-1,5 5)))')).toEqual([
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
    [
      [
        [5, 5],
        [6.5, 5],
        [6, -0.6],
        [5, 5],
      ],
    ],
  ])
})

test.each([
  ['POINT (1 2)', 'another shape'],
  ['POLYGON ((0 0, 1 0, 1 1, 0 0)', 'text that breaks off'],
  ['POLYGON ((0 0, 1 0, 0 0))', 'too few corners'],
  ['POLYGON ((0 0, 200 0, 1 1, 0 0))', 'no place on Earth'],
  ['POLYGON EMPTY', 'nothing'],
])('%s is no outline: %s', (wkt) => {
  expect(polygonsOf(wkt)).toBeNull()
})

test('any text has an answer', () => {
  assert(property(string(), (written) => void polygonsOf(`POLYGON (${written})`)))
})
