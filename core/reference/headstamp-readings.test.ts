import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeadstamp } from '../marking/headstamp.ts'
import { anyMarks, headstampOf } from '../marking/sample-headstamps.ts'
import { data, library } from './sample-reference.ts'

const said = (cell: string) =>
  library
    .readingsOfHeadstamp(headstampOf(cell))
    .map(({ position, reads, rests_on: { ref } }) => `${position} ${reads} ${ref}`)

describe('readings of a headstamp', () => {
  test('a number that is a factory and a year is both', () => {
    expect(said('12:71; 6:81')).toEqual([
      '12 producer cn-71',
      '12 year two-digit-year',
      '6 producer cn-81',
      '6 year two-digit-year',
    ])
  })

  test('a bare 21 or 22 is of three countries and of no factory', () => {
    for (const code of ['21', '22']) {
      const producers = library
        .readingsOfHeadstamp(headstampOf(`12:${code}`))
        .flatMap((reading) => (reading.reads === 'producer' ? [[reading.country, reading.producer]] : []))
      expect(producers).toEqual([
        ['HU', null],
        ['PL', null],
        ['RO', null],
      ])
    }
  })

  test('two producers with one code both answer', () => {
    expect(said('12:RA')).toEqual(['12 producer raufoss-ra', '12 producer remington-ra'])
  })

  test('marks are read in the scripts and on the keyboards in which they come', () => {
    for (const mark of ['ппу', 'ППУ', 'PPU', 'nny'])
      expect(
        said(`12:${mark}`).filter((line) => line.includes('prvi-partizan')),
        mark,
      ).toHaveLength(1)
    expect(said('12:٢٧')).toEqual(['12 producer shoubra-٢٧', '12 year two-digit-year'])
  })

  test('producer and year in one mark are read apart, a calibre whole', () => {
    expect(said('12:LC 71')).toEqual(['12 producer cn-71', '12 year two-digit-year', '12 producer lake-city-lc'])
    expect(said('12:LC71')).toEqual(said('12:LC 71'))
    expect(said('6:7.62x39')).toEqual(['6 calibre calibre-in-words'])
    expect(said('3:{nato}')).toEqual(['3 sign nato-sign'])
  })

  test('a lone letter can be a lot, and a producer', () => {
    expect(said('3:K')).toEqual(['3 lot single-letter-lot', '3 producer kynoch-k', '3 year suhh-year-1956'])
  })

  test('a character that was not read leaves all codes that it could be', () => {
    expect(said('12:PP?')).toEqual(['12 producer prvi-partizan-ppu'])
    const [reading] = library.readingsOfHeadstamp(headstampOf('12:PP?'))
    expect(reading?.complete).toBe(false)
    expect(said('12:?')).toEqual([])
  })

  test('a code at another place of the clock is read, and said to be elsewhere', () => {
    const places = ['12:539', '6:539'].map((cell) => library.readingsOfHeadstamp(headstampOf(cell))[0]?.usual_place)
    expect(places).toEqual([true, false])
  })

  test('never throws, does not depend on the order of the marks, and names its row', () => {
    const refs = {
      headstampCodes: new Set(data.headstampCodes.map(({ ref }) => ref)),
      markForms: new Set(data.markForms.map(({ ref }) => ref)),
    }
    fc.assert(
      fc.property(anyMarks, fc.constantFrom(...data.headstampCodes.map(({ code }) => code)), (marks, code) => {
        const all = [...marks, ['12', code] as const]
        const readings = library.readingsOfHeadstamp(readHeadstamp(all))
        expect(library.readingsOfHeadstamp(readHeadstamp(all.toReversed()))).toEqual(readings)
        expect(readings.length).toBeGreaterThan(0)
        for (const { rests_on: ground } of readings)
          expect(refs[ground.list as keyof typeof refs].has(ground.ref)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
