import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tables, type Table } from './kinds.ts'
import { columns, parseRow } from './parse-row.ts'
import { formatValue, parseValue } from './parse-value.ts'
import { sampleCodes, sampleValues } from './sample-rows.ts'

const allTables = Object.keys(tables) as Table[]

const anyCell = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  // An object whose text cannot be asked for, as any body may hold one.
  fc.constantFrom('\u0000', '\uD800', ' ', '1e9', { toString: {} }),
)

describe.each(allTables)('%s', (table) => {
  const names = [...columns[table].map(({ name }) => name), 'handling', 'colour', '__proto__']

  test('no row makes the parser throw: it is kept, or refused with column, problem and remedy in both languages', () => {
    const anyRow = fc.dictionary(fc.constantFrom(...names), anyCell)
    fc.assert(
      fc.property(anyRow, (row) => {
        const parsed = parseRow(table, row, sampleCodes)
        if (parsed.ok) return
        expect(parsed.error.length).toBeGreaterThan(0)
        for (const { column, problem, remedy } of parsed.error) {
          expect(names).toContain(column)
          for (const words of [problem.en, problem.fr, remedy.en, remedy.fr]) expect(words).toMatch(/^[\s\S]+\.$/)
          expect(problem.en).not.toBe(problem.fr)
          expect(remedy.en).not.toBe(remedy.fr)
        }
      }),
    )
  })

  test('a record that is written as cells and read again is the same; JSON says the same as cells', () => {
    fc.assert(
      fc.property(sampleValues(table), (values) => {
        const cells = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatValue(value)]))
        const parsed = parseRow(table, cells, sampleCodes)
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
        expect(parseRow(table, values, sampleCodes)).toEqual(parsed)
        const { content, opinion, handling } = parsed.value
        const { other = [], ...fields } = content as { other?: readonly (readonly [string, string])[] }
        const again = Object.entries({ ...fields, ...opinion, ...(handling && { handling }) })
          .map(([name, value]) => [name, formatValue(value)])
          .concat(other.map(([name, text]) => [name, text]))
        expect(parseRow(table, Object.fromEntries(again), sampleCodes)).toEqual(parsed)
      }),
    )
  })
})

const read = (is: 'list' | 'pairs', raw: string) => {
  const value = parseValue(is === 'list' ? { is, words: null } : { is }, raw, sampleCodes)
  return value.ok ? value.value : value.error.problem.en
}

test('in a list a backslash makes semicolon, colon and backslash part of the text', () => {
  expect(read('list', 'a; b\\;c ;; d\\\\;e:f;')).toEqual(['a', 'b;c', 'd\\', 'e:f'])
  expect(read('pairs', '12:10; 6:15')).toEqual([
    ['12', '10'],
    ['6', '15'],
  ])
  expect(read('pairs', 'a\\:b:c\\;d:e; left:\\\\')).toEqual([
    ['a:b', 'c;d:e'],
    ['left', '\\'],
  ])
  expect(read('pairs', '12:10; 15')).toContain('no name before the colon')
})

const incident = { incident_ref: 'A', kind: 'attack', date: '2015-11-20' }

test('a cell may have spaces around it, which are not part of what it says', () => {
  const parsed = parseRow('incidents', { ...incident, incident_ref: ' A\u00a0', summary: ' x ' }, sampleCodes)
  expect(parsed).toMatchObject({ ok: true, value: { content: { incident_ref: 'A', summary: 'x' } } })
})

test('a column that no table names stands under other', () => {
  expect(parseRow('incidents', { ...incident, colour: ' red ', b: '' }, sampleCodes)).toMatchObject({
    value: { content: { other: [['colour', 'red']] } },
  })
})

test('numbers in JSON are counts, years and coordinates; a serial as a number has lost its zeros and is refused', () => {
  const item = { item_ref: 'A-1', incident_ref: 'A', class: 'arm' }
  expect(parseRow('items', { ...item, year: 2011, quantity: 2 }, sampleCodes)).toMatchObject({
    value: { content: { quantity: 2 }, opinion: { year: 2011 } },
  })
  expect(parseRow('items', { ...item, serial: 12 }, sampleCodes)).toMatchObject({ error: [{ column: 'serial' }] })
})

const quantityOf = (quantity: string) =>
  parseRow('items', { item_ref: 'A-1', incident_ref: 'A', class: 'arm', quantity }, sampleCodes)

test('thousands may be parted, a fraction is none', () => {
  for (const quantity of ['11640', '11 640', '11\u202f640', '11,640'])
    expect(quantityOf(quantity)).toMatchObject({ value: { content: { quantity: 11640 } } })
  for (const quantity of ['1,5', '1.640', '1 64', '1,640 000'])
    expect(quantityOf(quantity)).toMatchObject({ error: [{ column: 'quantity' }] })
})

test.each([
  ['incidents', incident, { incident_ref: ' ' }, 'The cell is empty.'],
  ['incidents', incident, { kind: 'raid' }, '"raid" is not in the list.'],
  ['incidents', incident, { date: '2015-02-30' }, '"2015-02-30" is no date.'],
  ['incidents', incident, { end_date: '20/11/2015' }, '"20/11/2015" is no date.'],
  ['incidents', incident, { country: 'Mali' }, '"Mali" is no country code.'],
  ['incidents', incident, { country: 'SU' }, '"SU" is no country code.'],
  ['incidents', incident, { lat: '91' }, '"91" is no number from -90 to 90.'],
  ['incidents', incident, { actor_grade: 'G1' }, '"G1" is no grade.'],
  ['incidents', incident, { summary: 'a\uD800' }, 'It is not Unicode text.'],
  ['incidents', incident, { handling: 'secret' }, 'It is no handling level.'],
  ['settings', { setting: 'floor', value: '30' }, { value: 'few' }, 'The setting cannot hold this value.'],
  [
    'settings',
    { setting: 'state_services', value: 'army' },
    { value: 'army; navy' },
    'The setting cannot hold this value.',
  ],
  ['settings', { setting: 'host_country', value: 'ML' }, { value: 'ZQ' }, 'The setting cannot hold this value.'],
] as const)('%s %j with %j is refused: %s', (table, row, wrong, problem) => {
  expect(parseRow(table, row, sampleCodes)).toMatchObject({ ok: true, value: { doubts: [] } })
  const [column] = Object.keys(wrong)
  expect(parseRow(table, { ...row, ...wrong }, sampleCodes)).toMatchObject({
    ok: false,
    error: [{ column, problem: { en: problem } }],
  })
})
