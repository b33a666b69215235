import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../fixtures/marking/read-vectors.ts'
import type { Pair } from '../record/field.ts'
import { parseValue } from '../record/parse-value.ts'
import { canonicalHeadstamp } from './canonical-headstamp.ts'
import { readHeadstamp } from './headstamp.ts'
import { anyMarks, headstampOf, turned } from './sample-headstamps.ts'

const vectors = readVectors('headstamps.tsv', 'first', 'second', 'are', 'canonical', 'note')

test.each(vectors)('$first has the form $canonical', ({ first, second, are, canonical }) => {
  expect(canonicalHeadstamp(headstampOf(first))).toBe(canonical)
  expect(canonicalHeadstamp(headstampOf(second)) === canonical).toBe(are === 'same')
})

const codes = { isCountry: () => false, isFormerCountry: () => false }

function readCell(cell: string): readonly Pair[] {
  const read = parseValue({ is: 'pairs' }, cell, codes)
  if (!read.ok) throw new Error(read.error.problem.en)
  return read.value as readonly Pair[]
}

describe('the form', () => {
  test('does not depend on how the case was turned', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat({ max: 23 }), (marks, by) => {
        const headstamp = readHeadstamp(marks)
        expect(canonicalHeadstamp(turned(headstamp, by))).toBe(canonicalHeadstamp(headstamp))
      }),
      { numRuns: 500 },
    )
  })

  test('does not depend on the order in which the marks were written', () => {
    const shuffled = anyMarks.chain((marks) =>
      fc.tuple(fc.constant(marks), fc.shuffledSubarray([...marks], { minLength: marks.length })),
    )
    fc.assert(
      fc.property(shuffled, ([marks, other]) => {
        expect(canonicalHeadstamp(readHeadstamp(other))).toBe(canonicalHeadstamp(readHeadstamp(marks)))
      }),
      { numRuns: 500 },
    )
  })

  test('read from a table cell has itself as its form', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const form = canonicalHeadstamp(readHeadstamp(marks))
        expect(canonicalHeadstamp(readHeadstamp(readCell(form)))).toBe(form)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps every spacing of the same texts apart', () => {
    const forms = Array.from({ length: 24 }, (_, at) =>
      canonicalHeadstamp({
        elements: [
          { at: 0, text: '10' },
          { at, text: '15' },
        ],
        others: [],
      }),
    )
    expect(new Set(forms).size).toBe(24)
  })

  test('brings an element to twelve, and keeps the marks off the clock', () => {
    expect(canonicalHeadstamp(headstampOf('6:10'))).toBe('12:10')
    expect(canonicalHeadstamp(headstampOf('Centre:x; 6:10'))).toBe('12:10; centre:X')
    expect(canonicalHeadstamp(readHeadstamp([]))).toBe('')
  })
})
