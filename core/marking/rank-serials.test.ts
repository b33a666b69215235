import { describe, expect, test } from 'vitest'
import { readVectors } from '../../fixtures/marking/read-vectors.ts'
import { compareFragment, rankSerials } from './rank-serials.ts'

const guns = readVectors('recovered-guns.tsv', 'row', 'serial', 'maker', 'calibre')
const rank = (serial: string, maker = '') =>
  rankSerials({ serial, maker }, guns).map(({ found, likeness, strength, why }) => ({
    serial: found.serial,
    maker: found.maker,
    likeness,
    strength,
    why: why.map(({ kind }) => kind),
  }))

describe('among recovered guns', () => {
  test('the seven guns whose serials were cut to T6429 are not called one', () => {
    const ranked = rank('T6429')
    expect(ranked.filter(({ likeness }) => likeness === 'exact')).toHaveLength(7)
    expect(ranked.map(({ strength }) => strength)).toEqual(Array.from({ length: 8 }, () => 'weak'))
    expect(ranked[0]?.why).toEqual(['exact', 'short', 'serial-alone', 'shared'])
    expect(ranked.at(-1)).toMatchObject({ serial: 'T65429', likeness: 'added' })
  })

  test('a whole serial is not found by the fragment that it begins with', () => {
    expect(rank('T647221AP0388').map(({ serial }) => serial)).toEqual(['T647221AP0388'])
  })

  test('a fragment as asked shows what begins or ends with it, as a fragment and last', () => {
    const ranked = rank('T6472', 'CANIK')
    expect(ranked.map(({ strength }) => strength)).toEqual(['weak', 'weak', 'fragment'])
    expect(ranked.at(-1)).toMatchObject({ serial: 'T647221AP0388', likeness: 'begins', why: ['begins'] })
  })

  test('the same serial and maker met twice is one strong lead', () => {
    expect(rank('AETA117', 'Glock').map(({ strength }) => strength)).toEqual(['strong', 'strong'])
    expect(rank('aeta-117').map(({ likeness }) => likeness)).toEqual(['exact', 'exact'])
  })

  test('the same serial by another maker is weak and says so', () => {
    const [taurus, canik] = rank('AEL831179', 'TAURUS')
    expect(taurus).toMatchObject({ maker: 'TAURUS', strength: 'strong' })
    expect(canik).toMatchObject({ maker: 'CANIK', strength: 'weak', why: ['exact', 'other-maker'] })
  })

  test('a character that its finder lost, and one that he changed, are found', () => {
    expect(rank('A181161Z', 'BERETTA')[1]).toMatchObject({ serial: '181161Z', likeness: 'lost', strength: 'fair' })
    expect(rank('HBO19504')[1]).toMatchObject({ serial: 'HBO19304', likeness: 'changed', strength: 'fair' })
    expect(rank('CPA010G139')[0]).toMatchObject({ serial: 'CPA01G139', likeness: 'lost' })
  })

  test('a zero typed for an O is found', () => {
    expect(rank('CP065844')[0]).toMatchObject({ serial: 'CPO65844', likeness: 'look-alike', strength: 'strong' })
  })

  test('nothing but the guns that were found twice is strong to another', () => {
    const strong = guns.flatMap((gun, i) =>
      rankSerials(gun, guns.toSpliced(i, 1))
        .filter(({ strength }) => strength === 'strong')
        .map(({ found }) => `${gun.serial} ${found.serial}`),
    )
    const twice = ['CCAW570', 'A557125', 'RHB0876', 'HZU8470', 'ACB527078', 'BGGG284', 'AETA117', 'FXH9611']
    expect(new Set(strong)).toEqual(new Set(twice.map((serial) => `${serial} ${serial}`)))
  })
})

test('a fragment is compared one way alone: the text asked for against the whole', () => {
  expect(compareFragment('1177', 'KO431177')?.likeness).toBe('ends')
  expect(compareFragment('ko4', 'KO431177')?.likeness).toBe('begins')
  expect(compareFragment('KO431177', '1177')).toBeNull()
  expect(compareFragment('4311', 'KO431177')).toBeNull()
})
