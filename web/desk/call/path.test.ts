import { expect, test } from 'vitest'
import { pathOf } from './path.ts'

test('a reference with signs of an address stays one part of the path', () => {
  expect(pathOf('/api/records/{ref}', { params: { ref: 'panel:A/1?b#c 2' } })).toBe(
    '/api/records/panel%3AA%2F1%3Fb%23c%202',
  )
})

test('what is not asked for is not sent', () => {
  expect(pathOf('/api/findings', { query: { rule: undefined, after: '', limit: 50 } })).toBe('/api/findings?limit=50')
  expect(pathOf('/api/findings', {})).toBe('/api/findings')
})

test('a parameter that is missing is a bug', () => {
  expect(() => pathOf('/api/records/{ref}', {})).toThrow('ref')
})
