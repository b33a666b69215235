import { expect, test } from 'vitest'
import { changedRow, newRef } from './form-row.ts'

test('what changes keeps all else that the record says, and nothing that the writer sets', () => {
  const fields = { enquiry_ref: 'E1', source: 'desk', asked: 'Ministry', services: ['army'] }
  expect(changedRow('enquiry', { fields }, { status: 'sent' })).toEqual({
    enquiry_ref: 'E1',
    asked: 'Ministry',
    services: ['army'],
    status: 'sent',
  })
})

test('no two records of a day have one reference', () => {
  expect(newRef('ENQ', '2026-01-02')).toMatch(/^ENQ-20260102-[0-9A-F]{6}$/)
  expect(newRef('ENQ', '2026-01-02')).not.toBe(newRef('ENQ', '2026-01-02'))
})
