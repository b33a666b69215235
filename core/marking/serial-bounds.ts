/**
 * How much of two serials must agree before they are held for near.
 *
 * The bounds keep the chance that two unrelated serials of random figures match at or under one in ten thousand for
 * each likeness: a swap matches (n − 1)/10ⁿ of them, a change 9n/10ⁿ, a loss 9(n + 1)/10ⁿ⁺¹, n readable places 1/10ⁿ.
 * What is left of a cut serial is not random; its bound was measured on the 583 serials of guns recovered in one city
 * that `fixtures/marking` draws from.
 */
import type { Alignment } from './alignment.ts'

/** Characters of the shorter serial, for each likeness. */
const least = { equal: 4, transposed: 5, lost: 5, added: 5, changed: 6 } as const

/** Fewer characters tell no weapons apart, even where all agree. */
export const tellsApart = 6

/** Figures in one of two serials that are not equal: with fewer it is a word or a maker's prefix. */
export const leastFigures = 3

/** Whether serials of these lengths, so aligned, are more than chance. */
export function isNear(alignment: Alignment, a: number, b: number): boolean {
  const [shorter, longer] = [Math.min(a, b), Math.max(a, b)]
  switch (alignment.kind) {
    case 'found-cut-start':
    case 'asked-cut-start':
      return isCutNear('start', shorter, longer)
    case 'found-cut-end':
    case 'asked-cut-end':
      return isCutNear('end', shorter, longer)
    default:
      return shorter >= least[alignment.kind]
  }
}

/**
 * Whether what is left of a cut serial can speak for the whole. Where its start was lost: five characters, and half of
 * it (of 452 recovered guns whose serials are long enough, 4 share their last five characters with another gun). Where
 * its end was lost: six, and two thirds of it, because the first characters are the maker's and shared by a series
 * (22 of 452 share their first five, 5 of 222 their first six).
 */
export function isCutNear(lost: 'start' | 'end', left: number, whole: number): boolean {
  return lost === 'start' ? left >= 5 && left * 2 >= whole : left >= 6 && left * 3 >= whole * 2
}

/** Whether enough of a mark can be read to compare it. */
export const isReadable = (readable: number, all: number): boolean => readable >= 4 && readable * 2 >= all
