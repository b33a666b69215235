import { expect, test } from 'vitest'
import { flatRows } from './flat-rows.ts'
import { rowFinder } from './find-rows.ts'
import { titleOf } from './say-row.ts'
import { data } from './sample-reference.ts'

const found = (list: string, typed: string) =>
  flatRows(data)
    .filter((one) => one.list === list)
    .filter(({ row }) => rowFinder(typed)(row))
    .map(({ row }) => titleOf(row))

test('a name is found by a part of it, in any script, without accents or signs', () => {
  for (const typed of ['ulyanovsk', 'Ульяновский', 'FACTORY 3']) {
    expect(found('producers', typed)).toContain('Ulyanovsk Machinery Plant')
  }
  expect(found('models', 'ак47')).toContain('AK-47')
})

test('a code is found whole, by characters that cannot be told apart on metal, and by what was not read', () => {
  for (const typed of ['ppu', 'РРU', 'PP?', '?PU']) expect(found('headstamp-codes', typed)).toContain('PPU')
  expect(found('headstamp-codes', '7')).not.toContain('71')
})

test('every row is found by what stands at its head, and nothing typed leaves all', () => {
  for (const { row } of flatRows(data))
    expect([titleOf(row), rowFinder(titleOf(row))(row)]).toEqual([titleOf(row), true])
  expect(found('patterns', ' ')).toHaveLength(data.patterns.length)
})
