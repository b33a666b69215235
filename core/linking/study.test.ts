import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../record/day.ts'
import type { Baseline } from '../record/kinds.ts'
import { namesAsTyped } from './canonical-names.ts'
import { sampleStudy } from './sample-study.ts'
import { signaturesOf } from './signature.ts'
import { commonBy, sawBefore, signaturesOfStudy, studyFrom } from './study.ts'

const row = fc
  .record({
    class: fc.constantFrom('arm', 'ammunition', 'rocket', 'detonator', 'packaging', 'vehicle'),
    pattern: fc.constantFrom('AK', undefined),
    model: fc.constantFrom('AKMS', undefined),
    producer: fc.constantFrom('Factory 11', undefined),
    calibre: fc.constantFrom('7.62x39', undefined),
    year: fc.constantFrom(2011, undefined),
    lot: fc.constantFrom('7', undefined),
  })
  .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)))
  .map((drawn) => drawn as Pick<Baseline, 'class' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year' | 'lot'>)

const texts = (...asked: Parameters<typeof signaturesOfStudy>) => signaturesOfStudy(...asked).map(({ text }) => text)

test('what a study saw it says of each signature that an item so identified carries', () => {
  fc.assert(
    fc.property(row, (named) => {
      const carried = signaturesOf(named, namesAsTyped).map(({ text }) => text)
      expect(texts({ ...named, seen: 1 }, namesAsTyped)).toEqual(carried)
    }),
  )
})

test('what it looked for and did not see it says of one signature at most, the finest, with all that the row names', () => {
  fc.assert(
    fc.property(row, (named) => {
      const unseen = texts({ ...named, seen: 0 }, namesAsTyped)
      expect(unseen.length).toBeLessThanOrEqual(1)
      expect(texts({ ...named, seen: 1 }, namesAsTyped)).toEqual(expect.arrayContaining(unseen))
    }),
  )
})

test.each([
  [
    { class: 'ammunition', calibre: '7.62x39', producer: 'Usine 22' },
    'ammunition|producer|calibre=7.62x39;producer=Usine 22',
  ],
  [{ class: 'arm', pattern: 'AK', model: 'AKMS' }, 'arm|model|model=AKMS'],
  [{ class: 'arm', pattern: 'AK' }, 'arm|pattern|pattern=AK'],
  // Of every maker's 2015 no signature speaks.
  [{ class: 'ammunition', calibre: '7.62x39', year: 2015 }, undefined],
] as const)('not seeing %o speaks of %s', (named, signature) => {
  expect(texts({ ...named, seen: 0 }, namesAsTyped)).toEqual(signature === undefined ? [] : [signature])
})

const kept = {
  ref: 'B',
  study: 'S',
  country: 'XA',
  area: null,
  from: null,
  to: null,
  sample: 90,
  seen: 2,
  unit: null,
  says: null,
  grade: null,
  confidence: null,
}

const said = (says: string | null, seen: number) => studyFrom({ ...kept, says, seen }).says
const days = (from: string | null, to: string | null) => studyFrom({ ...kept, from, to }).days
const day = (text: string) => text as Day

test('the number seen outweighs the word', () => {
  expect([said('common', 0), said(null, 0)]).toEqual(['not-seen', 'not-seen'])
  expect([said('not-seen', 1), said(null, 1)]).toEqual(['present', 'present'])
  expect(said('common', 1)).toBe('common')
})

test('a sample lasts from the first possible day to the last; without its end it is not dated', () => {
  expect(days('2012', '2013-02')).toEqual({ first: '2012-01-01', last: '2013-02-28' })
  expect(days(null, '2013')).toEqual({ first: '2013-01-01', last: '2013-12-31' })
  expect(days('2012', null)).toBeUndefined()
  expect(days('2014', '2013')).toBeUndefined()
})

test('before means that the whole sample was over, and what nobody could verify says nothing', () => {
  expect(sawBefore([sampleStudy], day('2015-01-01'))).toEqual([sampleStudy])
  expect(sawBefore([sampleStudy], day('2014-12-31'))).toEqual([])
  expect(
    sawBefore(
      [
        { ...sampleStudy, unverified: true },
        { ...sampleStudy, seen: 0 },
      ],
      day('2020-01-01'),
    ),
  ).toEqual([])
  expect(commonBy([sampleStudy, { ...sampleStudy, says: 'common', unverified: true }])).toBeNull()
})
