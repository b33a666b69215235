import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatHeadstamp, readHeadstamp } from './headstamp.ts'
import { typedMarks } from './typed-marks.ts'

test('marks are typed by their place, parted by spaces or semicolons; one without a place stands at the top', () => {
  const marks = [
    ['12', '10'],
    ['6', '15'],
  ]
  for (const typed of ['12:10 6:15', ' 12:10;6:15 ', '12: 10; 6: 15', '10 6:15'])
    expect(typedMarks(typed)).toEqual(marks)
  expect(typedMarks('12:LC 71 3:{nato}')).toEqual([
    ['12', 'LC 71'],
    ['3', '{nato}'],
  ])
  expect(typedMarks('71')).toEqual([['12', '71']])
  expect(typedMarks(' ; ')).toEqual([])
})

test('whatever is typed is read without a throw, and what files write is read the same', () => {
  fc.assert(fc.property(fc.string(), (typed) => void readHeadstamp(typedMarks(typed))))
  const mark = fc.stringMatching(/^[A-Z0-9]{1,4}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }).map(String), mark), { minLength: 1 }), (marks) => {
      expect(readHeadstamp(typedMarks(formatHeadstamp(readHeadstamp(marks))))).toEqual(readHeadstamp(marks))
    }),
  )
})
