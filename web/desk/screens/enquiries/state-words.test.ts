import { expect, test } from 'vitest'
import { isOverdue, sayState } from './state-words.ts'

test.each([
  ['sent', '2026-02-01', '2026-02-02', true],
  ['sent', '2026-02-01', '2026-02-01', false],
  ['sent', '2026-02', '2026-02-28', false],
  ['sent', '2026-02', '2026-03-01', true],
  ['sent', null, '2026-03-01', false],
  ['answered', '2026-02-01', '2026-03-01', false],
  ['draft', '2026-02-01', '2026-03-01', false],
])('%s, due %s, is on %s late: %s', (status, due, today, late) => {
  expect(isOverdue({ status, due_on: due }, today)).toBe(late)
})

test('that it is late is said in words', () => {
  expect(sayState({ status: 'sent', due_on: '2026-02-01' }, '2026-03-01')).toEqual({
    en: 'sent, overdue: was due on 1 Feb 2026',
    fr: 'envoyée, en retard : attendue le 1er février 2026',
  })
})
