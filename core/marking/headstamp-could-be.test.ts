import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../fixtures/marking/read-vectors.ts'
import { canonicalHeadstamp } from './canonical-headstamp.ts'
import { couldBe } from './headstamp-could-be.ts'
import { readHeadstamp } from './headstamp.ts'
import { anyMarks, headstampOf, turned } from './sample-headstamps.ts'

const vectors = readVectors('headstamps.tsv', 'first', 'second', 'are', 'canonical', 'note')

test.each(vectors)('$first and $second: $are ($note)', ({ first, second, are }) => {
  expect(couldBe(headstampOf(first), headstampOf(second))).toBe(are !== 'different')
})

describe('whether two readings could be of one stamp', () => {
  test('does not depend on which comes first', () => {
    fc.assert(
      fc.property(anyMarks, anyMarks, (a, b) => {
        const [one, other] = [readHeadstamp(a), readHeadstamp(b)]
        expect(couldBe(one, other)).toBe(couldBe(other, one))
      }),
      { numRuns: 500 },
    )
  })

  test('holds for a reading and itself, turned', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat({ max: 23 }), (marks, by) => {
        const headstamp = readHeadstamp(marks)
        expect(couldBe(headstamp, turned(headstamp, by))).toBe(headstamp.elements.length > 0)
      }),
    )
  })

  test('holds for all readings of one form, and for a reading with a character less', () => {
    fc.assert(
      fc.property(anyMarks, anyMarks, (a, b) => {
        const [one, other] = [readHeadstamp(a), readHeadstamp(b)]
        const isSame = one.elements.length > 0 && canonicalHeadstamp(one) === canonicalHeadstamp(other)
        expect(couldBe(one, other) || !isSame).toBe(true)
      }),
    )
    expect(couldBe(headstampOf('12:PP?; 6:15'), headstampOf('12:PPU; 6:1?'))).toBe(true)
  })

  test('is no for two hours of difference and yes for one', () => {
    expect(couldBe(headstampOf('12:A; 6:B'), headstampOf('12:A; 7:B'))).toBe(true)
    expect(couldBe(headstampOf('12:A; 6:B'), headstampOf('12:A; 8:B'))).toBe(false)
  })

  test('compares marks off the clock only where both were read', () => {
    expect(couldBe(headstampOf('12:A; centre:X'), headstampOf('12:A'))).toBe(true)
    expect(couldBe(headstampOf('12:A; centre:X'), headstampOf('12:A; centre:Y'))).toBe(false)
  })
})
