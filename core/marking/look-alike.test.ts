import { expect, test } from 'vitest'
import { explainLookAlikes } from './look-alike.ts'

test('look-alikes are shown with their places, counted without separators', () => {
  expect(explainLookAlikes('KO-431 177', 'k0431l77')).toEqual([
    { place: 2, asked: 'O', found: '0' },
    { place: 6, asked: '1', found: 'L' },
  ])
})

test('twins of two scripts are no difference, and other lengths are not compared', () => {
  expect(explainLookAlikes('КО431', 'KO431')).toEqual([])
  expect(explainLookAlikes('KO431', 'KO4311')).toEqual([])
})
