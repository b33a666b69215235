import { expect, test } from 'vitest'
import type { RecordAnswer } from '#api/routes.ts'
import { rowOf } from '../../parts/form-row.ts'
import { answerRow, askedOf } from './enquiry-row.ts'

const item: RecordAnswer = {
  kind: 'item',
  revision: 'r1',
  ref: 'J1',
  handling: 'confidential',
  fields: { item_ref: 'J1', class: 'arm', serial: '0071', holder: 'Army', tag: 'T1' },
  opinions: [
    { id: 'b', date: '2026-01-02', model: 'AKMS', author: 'A' },
    { id: 'a', date: '2025-01-01', model: 'AKM', producer: 'P', year: 2011 },
  ],
  doubts: [],
  findings: [],
  closed: [],
  history: [],
}

test('an item asks about itself: of each part what was said of it last', () => {
  expect(askedOf('J1', item)).toEqual({
    class: 'arm',
    model: 'AKMS',
    producer: 'P',
    year: 2011,
    serial: '0071',
    holder: 'Army',
  })
})

test('a signature asks about its parts, and what is neither about nothing', () => {
  const asked = askedOf('ammunition|lot|calibre=7.62x39;producer=Usine 22;year=2015;lot=7', null)
  expect(asked).toEqual({ class: 'ammunition', calibre: '7.62x39', producer: 'Usine 22', year: '2015', lot: '7' })
  expect(askedOf('J1', null)).toEqual({})
})

test('the answer is of the holder and class that were asked about, and goes as far as it says', () => {
  const enquiry = { enquiry_ref: 'E1', asked: 'Ministry', holder: 'Army', class: 'arm', model: 'AKMS', serial: '7' }
  const form = new FormData()
  for (const [name, value] of [
    ['answered_on', '2026-01-02'],
    ['model', 'AKMS'],
    ['serial', ''],
    ['status', 'never-held'],
    ['coverage', 'whole'],
    ['covers_to', ' 2025 '],
    ['services', 'army'],
    ['services', 'police'],
  ] as const)
    form.append(name, value)
  expect(answerRow(enquiry, rowOf(form))).toEqual({
    stock_ref: 'E1-answer',
    holder: 'Army',
    class: 'arm',
    model: 'AKMS',
    serial: '',
    basis: 'statement',
    status: 'never-held',
    coverage: 'whole',
    covers_to: '2025',
    services: ['army', 'police'],
  })
})
