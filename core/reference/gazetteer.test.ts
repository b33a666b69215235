import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlaces } from '#reference/read-places.ts'
import { makeGazetteer } from './gazetteer.ts'

const gazetteer = makeGazetteer(readPlaces())
const found = (text: string, options?: Parameters<typeof gazetteer.search>[1]) =>
  gazetteer.search(text, options).map(({ place, by }) => `${place.name}, ${place.region}, ${place.country}: ${by}`)

describe('places by name', () => {
  test('the shipped gazetteer holds 48,103 places of four countries', () => {
    expect(gazetteer.size).toBe(48_103)
  })

  test('homonyms stand side by side, each with its region, the weightiest first', () => {
    expect(found('Gao', { most: 5 })).toEqual([
      'Gao, Gao, ML: name',
      'Gao, Centre-Ouest, BF: name',
      'Gao, Kayes, ML: name',
      'Gao, Zinder, NE: name',
      'Gao, Tahoua, NE: name',
    ])
    expect(found('Gao', { country: 'BF', most: 1 })).toEqual(['Gao, Centre-Ouest, BF: name'])
  })

  test('accents, case, hyphens and other spellings lead to one place', () => {
    for (const text of ['Tombouctou', 'TIMBUKTU', 'timbuctoo'])
      expect(found(text)[0]).toBe('Timbuktu, Tombouctou, ML: name')
    for (const text of ['sevare', 'Sévaré']) expect(found(text)[0]).toBe('Sévaré, Mopti, ML: name')
    expect(found('grand bassam')[0]).toMatch(/^Grand-Bassam, .*CI: name$/)
    expect(found('غاو')).toEqual(['Gao, Gao, ML: name'])
  })

  test('the start of a name is enough, and a name nearly right', () => {
    expect(found('ouagadou')[0]).toBe('Ouagadougou, Centre, BF: start')
    expect(found('Hombory')[0]).toBe('Hombori, Mopti, ML: near-spelling')
    expect(found('Xyzzy')).toEqual([])
    expect(found(' - ')).toEqual([])
  })

  test('every place is found by its name, and any text has an answer', () => {
    const small = makeGazetteer(
      ['1\tGao\tGawo\t16.27\t-0.04\tPPLA\tML\tGao\t87000', '2\tGao\t\t11.65\t-2.18\tPPL\tBF\tCentre-Ouest\t'].join(
        '\n',
      ),
    )
    expect(small.search('gawo')).toMatchObject([{ place: { id: '1', population: 87000 }, as: 'Gawo' }])
    expect(small.search('gao').map(({ place }) => place.id)).toEqual(['1', '2'])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(gazetteer.search(text).length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 50 },
    )
  })
})

describe('places by point', () => {
  test('the nearest populated place, with its distance', () => {
    const near = gazetteer.nearest(14.53, -4.09)
    expect(near?.place.name).toBe('Sévaré')
    expect(near?.km).toBeCloseTo(0.47, 1)
  })

  test('none where none is near', () => {
    expect(gazetteer.nearest(0, 0)).toBeNull()
    expect(gazetteer.nearest(14.53, -4.09, 0.1)).toBeNull()
  })
})
