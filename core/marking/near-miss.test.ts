import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../fixtures/marking/read-vectors.ts'
import { compareSerials } from './near-miss.ts'
import { anyReading, anySerial, slippedSerial } from './sample-serials.ts'
import type { Likeness } from './serial-reason.ts'
import { foldSerial, skeletonOf } from './serial.ts'

const compare = (asked: string, found: string) => compareSerials({ serial: asked }, { serial: found })
const kinds = (match: ReturnType<typeof compareSerials>) => match?.why.map(({ kind }) => kind) ?? []

const pairs = readVectors('serial-pairs.tsv', 'asked', 'found', 'likeness', 'strength', 'note')

test.each(pairs)('$asked and $found: $likeness, $strength ($note)', ({ asked, found, likeness, strength }) => {
  const match = compare(asked, found)
  expect([match?.likeness ?? '-', match?.strength ?? '-']).toEqual([likeness, strength])
})

const mirrored: { readonly [L in Likeness]?: Likeness } = {
  lost: 'added',
  added: 'lost',
  'found-cut-start': 'asked-cut-start',
  'asked-cut-start': 'found-cut-start',
  'found-cut-end': 'asked-cut-end',
  'asked-cut-end': 'found-cut-end',
}

describe('laws', () => {
  test('a comparison is mirrored when the two change places', () => {
    fc.assert(
      fc.property(fc.oneof(anyReading, anySerial), fc.oneof(anyReading, anySerial), (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)]
        const likeness = there && (mirrored[there.likeness] ?? there.likeness)
        expect([back?.likeness, back?.score, back?.strength]).toEqual([
          likeness ?? undefined,
          there?.score,
          there?.strength,
        ])
      }),
      { numRuns: 3000 },
    )
  })

  test('a serial with anything in it is exactly itself, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = foldSerial(text)
        const likeness = key === '' ? undefined : 'exact'
        expect(compare(text, ` ${key}`)?.likeness === likeness || key.includes('?')).toBe(true)
      }),
    )
  })

  test('every slip is found, and named for what it is', () => {
    fc.assert(
      fc.property(slippedSerial, ({ serial, slip, slipped }) => {
        const isLookAlike = skeletonOf(serial) === skeletonOf(slipped)
        expect(compare(serial, slipped)?.likeness).toBe(
          serial === slipped ? 'exact' : isLookAlike ? 'look-alike' : slip,
        )
      }),
      { numRuns: 3000 },
    )
  })

  test('without unreadable places only one skeleton makes a strong match', () => {
    fc.assert(
      fc.property(anySerial, anySerial, (a, b) => {
        expect(compare(a, b)?.strength === 'strong').toBe(skeletonOf(a) === skeletonOf(b))
      }),
    )
  })

  test('unrelated serials match less than once in ten thousand, in each pattern of numbering', () => {
    for (const pattern of ['999999', '9999999', 'A999999', 'AAA9999', 'AAAA999', '99AA9999']) {
      const serials = randomSerials(pattern, 600)
      let matches = 0
      for (const [i, one] of serials.entries()) {
        for (const other of serials.slice(i + 1)) if (compare(one, other) !== null) matches++
      }
      expect(matches / ((600 * 599) / 2)).toBeLessThan(1e-4)
    }
  })
})

/** Uniform serials from a fixed seed (Numerical Recipes' linear congruential generator). */
function randomSerials(pattern: string, count: number): readonly string[] {
  let state = 20_151_120
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: count }, () =>
    Array.from(pattern, (c) => (c === '9' ? String(next(10)) : String.fromCodePoint(65 + next(26)))).join(''),
  )
}

describe('ranking', () => {
  test('exact stands above look-alikes, and both above slips and cuts', () => {
    const asked = 'KO431177'
    const scores = [
      'KO431177',
      'K0431177',
      'KO431?77',
      'KO413177',
      'KO43117',
      'KO437177',
      '431177',
      'KO4311',
      '31177',
    ].map((found) => compare(asked, found)?.score ?? 0)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  test('maker and model that agree raise the score, those that contradict lower it and make it weak', () => {
    const asked = { serial: 'KO431177', maker: 'Izhmash', model: 'AKMS' }
    const score = (found: object) => compareSerials(asked, { serial: 'KO431177', ...found })?.score ?? 0
    expect(score({ maker: 'IZHMASH', model: 'akms' })).toBeGreaterThan(score({ maker: 'Izhmash' }))
    expect(score({ maker: 'Izhmash' })).toBeGreaterThan(score({}))
    expect(score({})).toBeGreaterThan(score({ maker: 'Izhmash', model: 'AK-74' }))
    expect(score({ maker: 'Izhmash', model: 'AK-74' })).toBeGreaterThan(score({ maker: 'Tula', model: 'AK-74' }))
    expect(compareSerials(asked, { serial: 'KO431177', maker: 'Tula' })?.strength).toBe('weak')
  })

  test('a serial alone says that it is never unique', () => {
    expect(kinds(compare('KO431177', 'KO431177'))).toEqual(['exact', 'serial-alone'])
    const match = compareSerials({ serial: 'KO431177', maker: 'Glock' }, { serial: 'KO431177', maker: 'GLOCK' })
    expect(kinds(match)).toEqual(['exact', 'same-maker'])
  })
})

describe('reasons', () => {
  test('they say in English and French which characters differ', () => {
    expect(compare('KO431177', 'K0431I77')?.why[0]?.says).toEqual({
      en: 'The same serial where look-alike characters are taken as one (O and 0, character 2; 1 and I, character 6).',
      fr: 'Le même numéro de série si les caractères semblables sont confondus (O et 0, caractère 2 ; 1 et I, caractère 6).',
    })
    expect(compare('KO431177', 'KO413177')?.why[0]?.says.en).toBe(
      'Two neighbouring characters are swapped (31 and 13, characters 4 and 5).',
    )
    expect(compare('KO431177', '431177')?.why[0]?.says).toEqual({
      en: 'The serial found may lack its start (KO).',
      fr: 'Il manque peut-être le début du numéro trouvé (KO).',
    })
  })

  test('last figures that differ may be neighbours in production', () => {
    expect(kinds(compare('CBUL303', 'CBUL305'))).toContain('series')
    expect(kinds(compare('HBO19304', 'HBO19504'))).not.toContain('series')
  })

  test('a slip on top of a look-alike has both reasons', () => {
    expect(kinds(compare('KO431177', 'K0413177')).slice(0, 2)).toEqual(['transposed', 'look-alike'])
  })
})
