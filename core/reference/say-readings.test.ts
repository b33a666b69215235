import { expect, test } from 'vitest'
import { referenceData } from '#reference/load.ts'
import { readHeadstamp } from '../marking/headstamp.ts'
import { makeReference } from './make-reference.ts'
import type { ReferenceData } from './reference-data.ts'
import { meaningsOf } from './say-readings.ts'

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
    expect(grounds.source).not.toBe('')
    expect(['verified', 'probable', 'unverified']).toContain(grounds.confidence)
  }
})

test('what was not wholly read says so', () => {
  expect(says([['12', '1?']]).every((one) => one.includes('not all of it was read'))).toBe(true)
})

test('a rifle has no headstamp: only its lot is read', () => {
  expect(says([['12', '71']], 'arm')).toEqual([])
})

test('marks that nobody knows mean nothing', () => {
  expect(says([['12', 'QZXW']])).toEqual([])
})
