import { expect, test } from 'vitest'
import { namesAsTyped } from '../linking/canonical-names.ts'
import type { ItemFacts } from '../linking/facts.ts'
import { signaturesOf } from '../linking/signature.ts'
import { familyOf, familyOfItem, noFamily } from './family.ts'

const carried = (item: object) => signaturesOf(item as ItemFacts, namesAsTyped)
const families = (item: object) => carried(item).map((one) => familyOf(one).family)

test('a make is model and maker: a year or lot belongs to it, a model or calibre speaks of several', () => {
  expect(families({ class: 'arm', pattern: 'AK', model: 'R-62', producer: 'Works 9', year: 2017 })).toEqual([
    'arm|pattern|pattern=ak',
    'arm|model|model=r-62',
    'arm|producer|model=r-62;producer=works 9',
    'arm|producer|model=r-62;producer=works 9',
  ])
  const lot = carried({ class: 'ammunition', calibre: '7.62x39', producer: 'P', year: 2015, lot: 'L1' }).at(-1)
  expect(lot === undefined ? null : familyOf(lot)).toEqual({
    family: 'ammunition|producer|calibre=7.62x39;producer=p',
    above: 'ammunition|calibre|calibre=7.62x39',
  })
})

test('what stands beside the ladder is a family of its own', () => {
  expect(families({ class: 'grenade', producer: 'P', lot_fuze: 'L9' })).toEqual([
    'grenade|lot_fuze|producer=p;lot_fuze=l9',
  ])
})

test('an item belongs to the finest make that is known of it', () => {
  const { family } = familyOfItem(carried({ class: 'arm', model: 'R-62', removed_how: 'ground' }))
  expect(family).toBe('arm|model|model=r-62')
  expect(familyOfItem(carried({ class: 'other' }))).toEqual(noFamily)
  expect(familyOfItem(carried({ class: 'mine', producer: 'P' }))).toEqual(noFamily)
})
