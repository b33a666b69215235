import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classes } from '../record/kinds.ts'
import { lotReader } from './lot-readings.ts'
import { data, library } from './sample-reference.ts'

describe('readings of a lot', () => {
  test('series and batch, year, factory, with whom the factory can be', () => {
    expect(library.readingsOfLot('А12 – 85 – 17', 'ammunition')).toMatchObject([
      {
        rests_on: { list: 'lotPatterns', ref: 'soviet-style', confidence: 'unverified' },
        parts: [
          ['series', 'А'],
          ['batch', '12'],
          ['year', '85'],
          ['factory', '17'],
        ],
        years: [1985],
        producers: [{ producer: { ref: 'barnaul' } }],
      },
    ])
  })

  test('a year before 50 may be of either century', () => {
    expect(library.readingsOfLot('2-14-71', 'ammunition')).toMatchObject([
      { rests_on: { ref: 'chinese-style' }, years: [1914, 2014], producers: [{ producer: null }] },
    ])
  })

  test('a pattern speaks of its classes alone', () => {
    expect(library.readingsOfLot('2-14-71', 'mortar-round')).toMatchObject([{ rests_on: { ref: 'filling-lot' } }])
    expect(library.readingsOfLot('2-14-71', 'arm')).toEqual([])
    expect(library.readingsOfLot('LC-83A456-012', 'ammunition')).toMatchObject([
      { rests_on: { ref: 'us-style' }, years: [1983], producers: [{ producer: { ref: 'lake-city' } }] },
    ])
  })

  test('a pattern that names no part is a fault of the list, found when it is made', () => {
    const [row] = data.lotPatterns
    expect(() => lotReader(row === undefined ? [] : [{ ...row, form: '{lot}-{year}' }], () => [])).toThrow('{lot}')
  })

  test('never throws, and its parts stand in the text', () => {
    const lot = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'А1279-–/ LC'), maxLength: 14 }),
    )
    fc.assert(
      fc.property(lot, fc.constantFrom(...classes), (text, cls) => {
        for (const { parts } of library.readingsOfLot(text, cls))
          for (const [, part] of parts) expect(text.normalize('NFKC')).toContain(part)
      }),
    )
  })
})
