import { expect, test } from 'vitest'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { answerWords } from './answer-words.ts'

test('each answer has its word in both languages', () => {
  expect(answerWords('yes', 'of-interest', en.answers)).toBe('Yes')
  expect(answerWords('no', null, fr.answers)).toBe('Non')
  expect(answerWords('cannot-tell', 'unknown', fr.answers)).toBe('Indéterminé')
})

test('what is graded possible says so', () => {
  expect(answerWords('cannot-tell', 'possible', en.answers)).toBe('Cannot tell (possible)')
  expect(answerWords('cannot-tell', 'possible', fr.answers)).toBe('Indéterminé (possible)')
})
