import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { classes } from '../record/kinds.ts'
import { keyOf, namesAsTyped, type CanonicalNames } from './canonical-names.ts'
import type { ItemFacts } from './facts.ts'
import { placeOf, readingOfLevel } from './ladder.ts'
import { readingLevels, readingOf } from './reading.ts'
import { sampleItem } from './sample-item.ts'
import { saySignature } from './say-signature.ts'
import { readSignature, signaturesOf } from './signature.ts'

const textsOf = (item: Partial<ItemFacts>, names = namesAsTyped) =>
  signaturesOf(sampleItem(item), names).map(({ text }) => text)

test('each signature names the next coarser one of its ladder', () => {
  const made = signaturesOf(
    sampleItem({ class: 'ammunition', calibre: '7.62x39', producer: 'Usine 22', year: 2015, removed_how: 'ground' }),
    namesAsTyped,
  )
  expect(made.map(({ level, parent, reading }) => [level, parent, reading])).toEqual([
    ['calibre', null, 'type'],
    ['producer', 'ammunition|calibre|calibre=7.62x39', 'marks'],
    ['year', 'ammunition|producer|calibre=7.62x39;producer=Usine 22', 'marks'],
    ['removed', null, 'marks'],
  ])
})

test('a model whose pattern is not known has no coarser one', () => {
  expect(signaturesOf(sampleItem({ model: 'AKM' }), namesAsTyped)[0]?.parent).toBeNull()
  expect(signaturesOf(sampleItem({ model: 'AKM', pattern: 'AK' }), namesAsTyped)[1]?.parent).toBe(
    'arm|pattern|pattern=AK',
  )
})

test('names compare by the name that reference gives them, and without case', () => {
  const names: CanonicalNames = {
    ...namesAsTyped,
    calibre: (text) => (keyOf(text) === keyOf('7.62 X 39 mm') ? '7.62x39' : null),
  }
  expect(textsOf({ class: 'ammunition', calibre: ' 7.62 x 39  MM ' }, names)).toEqual([
    'ammunition|calibre|calibre=7.62x39',
  ])
  const [upper, lower] = ['USINE É', 'usine e\u0301'].map(
    (producer) => signaturesOf(sampleItem({ class: 'packaging', producer }), namesAsTyped)[0]?.key,
  )
  expect(upper).toBe(lower)
})

test('a lot is reached only with the year above it', () => {
  expect(textsOf({ class: 'ammunition', calibre: '5.56x45', lot: '7' })).toEqual(['ammunition|calibre|calibre=5.56x45'])
})

test('a part of nothing but spaces is not known', () => {
  expect(textsOf({ model: '  ', pattern: '\u00A0' })).toEqual([])
})

test.each([{ marks: [['12', '10']] as const }, { producer: 'Usine 22' }, { year: 2015 }, { lot: '3' }])(
  'features stand for what carries no marks: not where %j was read',
  (read) => {
    const features = [['case', 'steel']] as const
    expect(textsOf({ class: 'ammunition', features, ...read }).some((text) => text.includes('|features|'))).toBe(false)
  },
)

test('the order in which features were noted does not matter, nor that one was noted twice', () => {
  const one = textsOf({
    class: 'ammunition',
    features: [
      ['tip', 'green'],
      ['case', 'steel'],
    ],
  })
  const other = textsOf({
    class: 'ammunition',
    features: [
      ['Case', 'Steel'],
      ['tip', 'green'],
      ['case', 'steel'],
    ],
  })
  expect(one.map(keyOf)).toEqual(other.map(keyOf))
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a|b', 'x=1;y=2', '100%', ' ', 'ß', 'İ'),
)
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const pairs = fc.array(fc.tuple(word, word), { maxLength: 3 })

const anyItem = fc
  .record({
    class: fc.constantFrom(...classes),
    pattern: maybe(word),
    model: maybe(word),
    producer: maybe(word),
    calibre: maybe(word),
    year: maybe(fc.integer({ min: 1900, max: 2030 })),
    year_to: maybe(fc.integer({ min: 1900, max: 2030 })),
    lot: maybe(word),
    lot_body: maybe(word),
    lot_filling: maybe(word),
    lot_fuze: maybe(word),
    site_code: maybe(word),
    date_code: maybe(word),
    features: maybe(pairs),
    marks: maybe(pairs),
    removed_how: maybe(fc.constantFrom('ground', 'drilled')),
  })
  .map((known) =>
    sampleItem(
      Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<ItemFacts>,
    ),
  )

test('a signature read back says its class, level and parts', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      for (const signature of signaturesOf(item, namesAsTyped)) {
        const { class: cls, level, parts } = readSignature(signature.text)
        expect(cls).toBe(item.class)
        expect(level).toBe(signature.level)
        const named = parts.filter(
          ([part]) => typeof item[part as keyof ItemFacts] === 'string' && level !== 'features',
        )
        for (const [part, value] of named) {
          expect(value).toBe(
            String(item[part as keyof ItemFacts])
              .normalize('NFC')
              .replace(/\s+/gu, ' ')
              .trim(),
          )
        }
        expect(signature.key).toBe(keyOf(signature.key))
        expect(saySignature(signature.text).en).not.toBe('')
      }
    }),
  )
})

test('a parent is a signature of the same item, further up its ladder', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const made = signaturesOf(item, namesAsTyped)
      const children = made.filter(({ parent }) => parent !== null)
      for (const { parent, level } of children) {
        const coarser = made.find(({ text }) => text === parent)
        const [above, place] = [placeOf(item.class, coarser?.level ?? ''), placeOf(item.class, level)]
        expect(above.ladder).toBe(place.ladder)
        expect(above.rung).toBeLessThan(place.rung)
      }
    }),
  )
})

test('an item that carries a signature was read finely enough to bear it', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      for (const { reading, level } of signaturesOf(item, namesAsTyped)) {
        expect(readingOf(item)).toBeGreaterThanOrEqual(readingLevels[reading])
        expect(readingOfLevel(item.class, level)).toBe(reading)
      }
    }),
  )
})
