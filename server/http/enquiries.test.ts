import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorOf } from '../accounts/reader-of.ts'
import { giveToken } from '../accounts/make-token.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'

let sample: SampleApp
let headers: { readonly authorization: string }
beforeAll(async () => {
  sample = await sampleApp()
  const administrator = await administratorOf(sample.context.store)
  const { token } = await giveToken(sample.context, administrator, { days: 1, scope: 'write' })
  headers = { authorization: `Bearer ${token}` }
})
afterAll(() => sample.remove())

const keep = (table: string, row: object) => sample.ask('POST', '/api/records', { headers, payload: { table, row } })
const enquiry = { enquiry_ref: 'E1', asked: 'Ministry', holder: 'Army', class: 'arm', model: 'AKMS' }
const answer = {
  stock_ref: 'E1-answer',
  holder: 'Army',
  services: ['army'],
  basis: 'statement',
  coverage: 'whole',
  covers_to: '2025',
  class: 'arm',
  model: 'AKMS',
  status: 'never-held',
}

test('an enquiry is made, sent and answered at the desk, and is each time the same record', async () => {
  expect((await keep('enquiries', enquiry)).json()).toMatchObject({ ref: 'desk:E1', doubts: [] })
  const sent = { ...enquiry, status: 'sent', asked_on: '2025-01-01', due_on: '2025-02-01' }
  expect((await keep('enquiries', sent)).statusCode).toBe(201)
  expect((await keep('stock', answer)).json()).toMatchObject({ ref: 'desk:E1-answer' })
  const answered = { ...sent, status: 'answered', answered_on: '2025-01-20', answer_ref: 'desk:E1-answer' }
  expect((await keep('enquiries', answered)).json()).toMatchObject({ ref: 'desk:E1', doubts: [] })
  const listed = await sample.ask('GET', '/api/enquiries', { headers })
  expect(listed.json()).toMatchObject([{ ref: 'desk:E1', status: 'answered', answer_ref: 'desk:E1-answer' }])
  const shown = await sample.ask('GET', '/api/records/desk%3AE1', { headers })
  expect(shown.json()).toMatchObject({
    kind: 'enquiry',
    history: [{ act: 'make' }, { act: 'revise' }, { act: 'revise' }],
  })
})

test('a mission that set no default holds what the desk writes as confidential', async () => {
  const { handling } = (await sample.ask('GET', '/api/records/desk%3AE1', { headers })).json<{ handling: string }>()
  expect(handling).toBe('confidential')
})

test('an enquiry that names no authority is refused with the field', async () => {
  const refused = await keep('enquiries', { ...enquiry, asked: '' })
  expect(refused.json()).toMatchObject({ status: 422, fields: [{ field: 'asked' }] })
})

test('a row of a study is made and corrected at the desk, and what it said before stays', async () => {
  const row = {
    baseline_ref: 'S1',
    study: 'Markets',
    country: 'QM',
    class: 'arm',
    model: 'AKM',
    sample: '90',
    seen: '4',
  }
  expect((await keep('baselines', row)).json()).toMatchObject({ ref: 'desk:S1' })
  expect((await keep('baselines', { ...row, seen: '40' })).json()).toMatchObject({ ref: 'desk:S1' })
  const listed = await sample.ask('GET', '/api/baselines', { headers })
  expect(listed.json()).toMatchObject([{ ref: 'desk:S1', sample: 90, seen: 40 }])
  const shown = await sample.ask('GET', '/api/records/desk%3AS1', { headers })
  expect(shown.json()).toMatchObject({ kind: 'baseline', history: [{ act: 'make' }, { act: 'revise' }] })
  const refused = await keep('baselines', { ...row, seen: '91' })
  expect(refused.json()).toMatchObject({ status: 422, fields: [{ field: 'seen' }] })
})

test('a correction of what somebody else corrected meanwhile is not kept, and says so', async () => {
  const path = '/api/records/desk%3AE2'
  await keep('enquiries', { ...enquiry, enquiry_ref: 'E2' })
  const { revision } = (await sample.ask('GET', path, { headers })).json<{ revision: string }>()
  const correct = (note: string) =>
    sample.ask('POST', '/api/records', {
      headers,
      payload: { table: 'enquiries', row: { ...enquiry, enquiry_ref: 'E2', note }, read: revision },
    })
  expect((await correct('first')).statusCode).toBe(201)
  expect((await correct('second')).json()).toMatchObject({ status: 409, type: 'urn:headstamp:problem:changed' })
  expect((await sample.ask('GET', path, { headers })).json()).toMatchObject({ fields: { note: 'first' } })
  expect((await correct('first')).json()).toMatchObject({ receipt: 'unchanged' })
})

test('studies and enquiries are listed for who signed in alone', async () => {
  for (const url of ['/api/enquiries', '/api/baselines']) {
    expect((await sample.ask('GET', url)).statusCode).toBe(401)
    expect((await sample.ask('GET', url, { headers })).statusCode).toBe(200)
  }
})
