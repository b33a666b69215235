import { expect, test } from 'vitest'
import { compareContext } from './serial-context.ts'

const compare = (field: 'maker' | 'model' | 'calibre', a: string, b: string) =>
  compareContext({ serial: '', [field]: a }, { serial: '', [field]: b })[field]

test('names agree whatever their case, accents, signs and joining words', () => {
  expect(compare('maker', 'SMITH & WESSON', 'Smith and Wesson')).toBe('same')
  expect(compare('maker', 'Česká zbrojovka', 'CESKA ZBROJOVKA')).toBe('same')
  expect(compare('calibre', '9 mm', '9MM')).toBe('same')
})

test('a name that holds the other, or is not known, says nothing', () => {
  expect(compare('maker', 'Glock', 'Glock GmbH')).toBe('unclear')
  expect(compare('model', 'Type 56', 'Type 56-1')).toBe('unclear')
  expect(compare('maker', '', 'Glock')).toBe('unclear')
})

test('a bare bore says nothing against a full calibre of that bore, and other calibres contradict', () => {
  expect(compare('calibre', '9mm', '9x19 Parabellum')).toBe('unclear')
  expect(compare('calibre', '7,62 mm', '7.62x39')).toBe('unclear')
  expect(compare('calibre', '7.62x39', '7.62x54R')).toBe('other')
  expect(compare('calibre', '.45', '9mm')).toBe('other')
})
