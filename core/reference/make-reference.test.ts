import { describe, expect, test } from 'vitest'
import { keyOf } from '../linking/canonical-names.ts'
import { daysOf } from '../record/day.ts'
import { data, reference } from './sample-reference.ts'

describe('places', () => {
  test('the regions of Burkina are met under the names that its event file gives them', () => {
    const written = [
      'Sahel region',
      'Centre Nord region',
      'Est region',
      'Nord region',
      'Boucle du Mouhoun region',
      'Centre Est region',
      'Cascades region',
      'Hauts Bassins region',
      'Centre Ouest region',
      'Sud-Ouest region',
      'Centre region',
      'Centre Sud region',
    ]
    const codes = written.map((name) => reference.places.region('BF', name))
    expect(codes).not.toContain(null)
    expect(new Set(codes).size).toBe(written.length)
  })

  test('a code of another country is no region of this one', () => {
    expect(reference.places.region('ML', 'BF-12')).toBeNull()
    expect(reference.places.region('BF', 'bf-12')).toBe('BF-12')
  })

  test('a State of an exercise is a country, and has the regions that its records name', () => {
    expect(reference.codes.isCountry('XA')).toBe(true)
    expect(reference.codes.isCountry('QA')).toBe(true)
    expect(reference.codes.isCountry('QB')).toBe(false)
    expect(reference.places.region('XA', ' North ')).toBe('North')
  })

  test('a country of old is known as such', () => {
    expect(reference.codes.isFormerCountry('YUCS')).toBe(true)
    expect(reference.codes.isCountry('YUCS')).toBe(false)
  })
})

describe('calibres', () => {
  test('one writing leads to one name', () => {
    for (const text of ['7.62x39', '7.62 × 39 mm', '7,62X39MM', '7.62x39mm', 'M43'])
      expect(reference.names.calibre(text)).toBe('7.62x39')
    expect(reference.names.calibre('.50 BMG')).toBe('12.7x99')
    for (const text of ['.30-06', '30-06', '.30-06 Springfield', '7.62 x 63'])
      expect(reference.names.calibre(text)).toBe('.30-06 Springfield')
    expect(['23 × 152 mm B', '23x115mm', '8x57 IS', '82 mm', 'mortier de 120 mm'].map(reference.names.calibre)).toEqual(
      ['23x152B', '23x115', '7.92x57', '82 mm', '120 mm'],
    )
    expect(reference.names.calibre('9 mm Luger')).toBe('9x19')
  })

  test('a bare bore stays ambiguous, and is left as typed', () => {
    expect(reference.calibres('9mm').length).toBeGreaterThan(1)
    expect(reference.names.calibre('9mm')).toBeNull()
    expect(reference.names.calibre('unknown calibre')).toBeNull()
  })

  test('every name means itself alone', () => {
    for (const { name } of data.calibres) expect([name, reference.names.calibre(name)]).toEqual([name, name])
  })
})

describe('embargoes', () => {
  test('every scope says where it comes from, how sure it is, and begins before it ends', () => {
    for (const scope of data.embargoScopes) {
      expect(scope.source, scope.ref).not.toBe('')
      expect(['verified', 'probable', 'unverified'], scope.ref).toContain(scope.confidence)
      if (scope.to !== undefined)
        expect(daysOf(scope.from as never).first <= daysOf(scope.to as never).last, scope.ref).toBe(true)
    }
    expect(new Set(data.embargoScopes.map(({ ref }) => ref)).size).toBe(data.embargoScopes.length)
  })

  test('what rests on general knowledge alone is unverified, so that it raises nothing', () => {
    for (const scope of data.embargoScopes)
      if (scope.source === 'general knowledge') expect(scope.confidence, scope.ref).toBe('unverified')
  })

  test('every area is one that records can name', () => {
    for (const { ref, area } of reference.shippedScopes) expect([ref, area?.beyond ?? false]).toEqual([ref, false])
  })

  test('a listed group is met under its names', () => {
    const holders = reference.shippedScopes
      .filter(({ direction }) => direction === 'holder')
      .flatMap((scope) => scope.holders.map(keyOf))
    for (const name of ['JNIM', 'Ansar Dine', 'Al Murabitun', 'AQIM']) expect(holders).toContain(keyOf(name))
  })
})
