import { describe, expect, test } from 'vitest'
import { referenceData } from '#reference/load.ts'
import { readHeadstamp } from '../marking/headstamp.ts'
import { makeReference } from './make-reference.ts'
import type { ReferenceData } from './reference-data.ts'
import { meaningsOf, type Read } from './say-readings.ts'

const { library } = makeReference(referenceData as unknown as ReferenceData)
const says = (marks: readonly (readonly [string, string])[], cls: 'ammunition' | 'arm' = 'ammunition', lot?: string) =>
  meaningsOf(library, { class: cls, headstamp: readHeadstamp(marks), lot }).map((one) => `${one.of}: ${one.says.en}`)

test('a mark that may be a factory and a year is both, and each says what it rests on', () => {
  const meanings = meaningsOf(library, { class: 'ammunition', headstamp: readHeadstamp([['12', '71']]) })
  const words = meanings.map(({ says: { en } }) => en)
  expect(words.some((one) => one.startsWith('year 1971'))).toBe(true)
  expect(words.some((one) => !one.startsWith('year '))).toBe(true)
  for (const { says: said, rests_on: grounds } of meanings) {
    expect(said.en).not.toBe(said.fr)
    for (const { source, confidence } of grounds) {
      expect(source).not.toBe('')
      expect(['verified', 'probable', 'unverified']).toContain(confidence)
    }
  }
})

test('what was not wholly read says so', () => {
  const meanings = meaningsOf(library, { class: 'ammunition', headstamp: readHeadstamp([['12', '1?']]) })
  expect(meanings.length).toBeGreaterThan(0)
  expect(meanings.every(({ against }) => against.some(({ en }) => en === 'Not all of it was read.'))).toBe(true)
})

test('a rifle has no headstamp: only its lot is read', () => {
  expect(says([['12', '71']], 'arm')).toEqual([])
})

test('marks that nobody knows mean nothing', () => {
  expect(says([['12', 'QZXW']])).toEqual([])
})

const against = (marks: readonly (readonly [string, string])[], more: Partial<Read> = {}) =>
  Object.fromEntries(
    meaningsOf(library, { class: 'ammunition', headstamp: readHeadstamp(marks), ...more }).map((one) => [
      `${one.position} ${one.says.en}`,
      one.against.map(({ en }) => en).join(' '),
    ]),
  )

const besideYear = (year: string) =>
  against([
    ['12', '04'],
    ['6', year],
  ])['12 made in DDDE']

const ofCalibre = (calibre: string) => against([['6', '7.62x39']], { calibre })['6 calibre 7.62x39']

describe('what speaks against a reading', () => {
  test('a year after the find cannot be; of two the one that can be stays', () => {
    expect(against([['6', '15']], { by: 2010 })['6 year 1915 or 2015']).toBe('2015 cannot be: it lies after 2010.')
    expect(against([['6', '81']], { by: 1970 })['6 year 1981']).toBe('It cannot be: 1981 lies after 1970.')
    expect(against([['6', '81']])['6 year 1981']).toBe('')
  })

  test('a code that held until 1990 is doubted beside a later year, and not beside an earlier one', () => {
    expect(besideYear('97')).toBe('It holds for –1990; beside it 1997 is read.')
    expect(besideYear('87')).toBe('')
  })

  test('another calibre than the one given is said, however it is written', () => {
    expect(ofCalibre('5.56 x 45')).toContain('the calibre given is 5.56x45')
    expect(ofCalibre('M43')).toBe('')
  })

  test('colours are hints by convention, each with the calibres that it is said of', () => {
    const hints = meaningsOf(library, {
      class: 'ammunition',
      headstamp: readHeadstamp([]),
      colours: { part: 'tip', text: 'vert' },
    })
    expect(hints.map(({ says: { en } }) => en)).toContain('tracer (warsaw-pact)')
    expect(hints.every(({ rests_on: [ground] }) => ground?.list === 'colourCodes')).toBe(true)
  })
})
