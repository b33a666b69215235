import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { headstampShape, lengthOf, letterHeight, letterWidth, partsOf } from './headstamp-shape.ts'

test('marks stand at their hours', () => {
  const shape = headstampShape([
    ['12', '10'],
    ['3', 'A'],
    ['6', '15'],
    ['9', 'B'],
  ])
  expect(shape?.placed.map(({ x, y }) => [x, y])).toEqual([
    [0, -34],
    [34, 0],
    [0, 34],
    [-34, 0],
  ])
})

test('a mark that is not on the clock is kept beside it', () => {
  expect(
    headstampShape([
      ['12', '10'],
      ['primer', 'red'],
    ])?.others,
  ).toEqual([['primer', 'red']])
})

test('where nothing is on the clock nothing is drawn', () => {
  expect(headstampShape([['receiver-left', 'КО431177']])).toBeNull()
  expect(headstampShape([])).toBeNull()
})

test('symbols and what cannot be read are told from text', () => {
  expect(partsOf('ppu?{Star}7')).toEqual([
    { is: 'text', text: 'ppu' },
    { is: 'unreadable' },
    { is: 'symbol', name: 'star' },
    { is: 'text', text: '7' },
  ])
})

test('marks stay inside the circle, but for those that could then not be read', () => {
  const marks = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }).map(String),
      fc.string({ unit: fc.constantFrom(...'АB1?'), minLength: 1, maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(marks, (pairs) => {
      for (const { x, y, size, parts } of headstampShape(pairs)?.placed ?? []) {
        const half = (lengthOf(parts) * size * letterWidth) / 2
        const reach = Math.hypot(Math.abs(x) + half, Math.abs(y) + (size * letterHeight) / 2)
        if (size > 8) expect(reach).toBeLessThan(47.1)
        expect(size).toBeGreaterThanOrEqual(8)
      }
    }),
  )
})
