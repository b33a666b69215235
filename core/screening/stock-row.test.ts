import { expect, test } from 'vitest'
import { namesAsTyped } from '../linking/canonical-names.ts'
import { sampleItem } from '../linking/sample-item.ts'
import { sampleRow } from './sample-row.ts'
import { deniesType, matchOfType, pieceHeld, type StockRow } from './stock-row.ts'

const item = sampleItem({ model: 'AKM', producer: 'Factory 2', year: 1978, serial: 'KO 1050' })

test.each([
  [{ model: 'AKM' }, 'same'],
  [{ model: 'akm', producer: 'FACTORY  2', year: 1978 }, 'same'],
  [{ class: 'light-weapon', model: 'AKM' }, 'same'],
  [{}, 'unknown'],
  [{ model: 'AKM', pattern: 'AK' }, 'unknown'],
  [{ model: 'AKM', year: 1970, year_to: 1980 }, 'unknown'],
  [{ model: 'AKM', year: 1979, year_to: 1980 }, 'differs'],
  [{ model: 'AKMS', pattern: 'AK' }, 'differs'],
  [{ class: 'ammunition' }, 'differs'],
  [{ model: 'AKM', serial: '99' }, 'same'],
] as const)('a row of %j against an AKM of 1978: %s', (known: Partial<StockRow>, match) => {
  expect(matchOfType(sampleRow(known), item, namesAsTyped)).toBe(match)
})

test.each([
  [{ model: 'AKM' }, true],
  [{}, true],
  [{ year: 1970, year_to: 1980 }, true],
  [{ year: 1979 }, false],
  [{ pattern: 'AK' }, false],
  [{ model: 'AKM', serial: '99' }, false],
  [{ model: 'AKM', lot: '7' }, false],
] as const)('an answer never-held of %j denies an AKM of 1978: %s', (known: Partial<StockRow>, denies) => {
  expect(deniesType(sampleRow({ ...known, status: 'never-held' }), item, namesAsTyped)).toBe(denies)
})

test.each([
  [
    { model: 'AKM', serial: 'KO-1050' },
    { by: 'serial', alone: false },
  ],
  [{ serial: 'KO1050' }, { by: 'serial', alone: true }],
  [
    { model: 'AKM', serial: 'KO1000', serial_to: 'KO1099' },
    { by: 'serial', alone: false },
  ],
  [{ model: 'AKM', serial: 'KO1051', serial_to: 'KO1099' }, null],
  [{ model: 'AKM', serial: 'KP1000', serial_to: 'KP1099' }, null],
  [{ model: 'AKM', serial: 'K01050' }, null],
  [{ model: 'AKMS', serial: 'KO1050' }, null],
  [{ model: 'AKM' }, null],
  [{ model: 'AKM', serial: 'KO1050', status: 'never-held' }, null],
  [{ model: 'AKM', serial: 'KO1050', quantity: 0 }, null],
] as const)('a row of %j holds this very AKM: %j', (known: Partial<StockRow>, piece) => {
  expect(pieceHeld(sampleRow(known), item, namesAsTyped)).toEqual(piece)
})

test('a lot holds a cartridge where all that the row names is equal', () => {
  const cartridge = sampleItem({ class: 'ammunition', calibre: '5.56x45', lot: '12-2012' })
  const row = sampleRow({ class: 'ammunition', calibre: '5.56X45', lot: '12/2012' })
  expect(pieceHeld(row, cartridge, namesAsTyped)).toEqual({ by: 'lot', alone: false })
  expect(pieceHeld(sampleRow({ class: 'ammunition', lot: '13' }), cartridge, namesAsTyped)).toBeNull()
})
