import { expect, test } from 'vitest'
import { parseRow } from './parse-row.ts'
import { sampleCodes } from './sample-rows.ts'

const refused = (row: object) => {
  const parsed = parseRow(
    'library',
    { entry_ref: 'E', confidence: 'probable', read_in: 'a letter', ...row },
    sampleCodes,
  )
  return parsed.ok ? [] : parsed.error.map(({ column }) => column)
}

test('a row of each list is kept with what its list needs, and refused by the field that it lacks', () => {
  const complete = {
    producers: { name: 'Works', countries: 'SUHH ..1991; RU' },
    patterns: { name: 'AK' },
    models: { name: 'AKM', pattern: 'AK', class: 'arm' },
    'headstamp-codes': { code: '71', country: 'ML' },
    'mark-forms': { form: 'two-digits' },
    'lot-patterns': { name: 'Ours', form: '{batch}-{year}', classes: 'ammunition' },
    'colour-codes': { part: 'tip', colours: 'red', convention: 'ours', means: 'tracer' },
    calibres: { name: '5.8x42' },
  }
  for (const [list, row] of Object.entries(complete)) {
    expect([list, refused({ list, ...row })]).toEqual([list, []])
    const [field = ''] = Object.keys(row)
    expect(refused({ list, ...row, [field]: '' })).toContain(field)
  }
})

test('a code that stands for nothing, a form of unknown parts and a country with no years are refused', () => {
  expect(refused({ list: 'headstamp-codes', code: '71' })).toEqual(['code'])
  expect(refused({ list: 'mark-forms', form: 'three-digits' })).toEqual(['form'])
  expect(refused({ list: 'lot-patterns', name: 'x', form: '{batch}-{colour}', classes: 'mine' })).toEqual(['form'])
  expect(refused({ list: 'producers', name: 'x', countries: 'ML since 1960' })).toEqual(['countries'])
})

test('nothing is proposed without the source in which it was read', () => {
  expect(refused({ list: 'patterns', name: 'AK', read_in: ' ' })).toEqual(['read_in'])
})
