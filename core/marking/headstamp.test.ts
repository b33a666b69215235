import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatClock, formatHeadstamp, parseClock, readHeadstamp } from './headstamp.ts'

test('hours and half hours are read in the ways they are written', () => {
  expect(['12', '6', '06', '6h', "3 o'clock"].map(parseClock)).toEqual([0, 12, 12, 12, 6])
  expect(['1.5', '1,5', '1½', '1:30', '1h30', '12:30'].map(parseClock)).toEqual([3, 3, 3, 3, 3, 1])
  expect(['0', '13', '', 'centre', '6.25', '-1', '12 6', 'receiver-left'].map(parseClock)).toEqual(
    Array.from({ length: 8 }, () => null),
  )
})

test('every place of the clock is read as it is written', () => {
  for (let at = 0; at < 24; at++) expect(parseClock(formatClock(at))).toBe(at)
})

test('elements come in the order of the clock with their characters as read', () => {
  const headstamp = readHeadstamp([
    ['6', '15'],
    ['12', 'ppu ?{star}'],
  ])
  expect(headstamp.elements).toEqual([
    { at: 0, text: 'ppu ?{star}' },
    { at: 12, text: '15' },
  ])
  expect(formatHeadstamp(headstamp)).toBe('12:ppu ?{star}; 6:15')
  expect(headstamp.doubts).toEqual([])
})

test('a mark off the clock, an empty one and one in two scripts are kept with a doubt', () => {
  const { elements, others, doubts } = readHeadstamp([
    ['centre', 'X'],
    ['12', ' '],
    ['6', 'KО'],
  ])
  expect(elements).toHaveLength(2)
  expect(others).toEqual([['centre', 'X']])
  expect(doubts.map(({ kind, position }) => [kind, position])).toEqual([
    ['not-on-the-clock', 'centre'],
    ['no-text', '12'],
    ['mixed-scripts', '6'],
  ])
})

test('reading never throws and loses no mark', () => {
  const anyText = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(anyText, fc.constantFrom('12', '6', '1.5')), anyText)), (marks) => {
      const { elements, others } = readHeadstamp(marks)
      const texts = [...elements.map(({ text }) => text), ...others.map(([, text]) => text)]
      expect(texts.toSorted()).toEqual(marks.map(([, text]) => text).toSorted())
    }),
  )
})
