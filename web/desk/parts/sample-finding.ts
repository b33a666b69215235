/** A finding for tests, with what a test wants to be otherwise. */
import type { FindingAnswer } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'

export const sampleFinding = (wanted: Partial<FindingAnswer> = {}): FindingAnswer => ({
  id: '1',
  rule: 'embargo',
  version: 1,
  question: text('Was it?', 'Le fut-il ?'),
  says: text('Made in 2015.', 'Fabriqué en 2015.'),
  subject: { kind: 'item', ref: 'I-1' },
  side: null,
  area: null,
  sample: null,
  settings: {},
  items: ['I-1'],
  incidents: ['A-1'],
  answer: 'yes',
  grade: 'of-interest',
  grounds: [],
  n: null,
  limits: [],
  handling: 'confidential',
  raised_at: '2026-01-02T03:04:05Z',
  ...wanted,
})
