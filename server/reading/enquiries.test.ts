import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { listEnquiries, type EnquiriesQuery } from './enquiries.ts'
import { listFindings } from './findings.ts'
import { showRecord } from './show.ts'

let base: SampleBase
const rifle = { class: 'arm', model: 'AKMS', producer: 'P', year: '2011' }
const enquiry = { ...rifle, asked: 'Ministry of XA', holder: 'Army of XA', about: 'J1' }
beforeAll(async () => {
  base = await sampleBase()
  await base.put('enquiries', [
    { ...enquiry, enquiry_ref: 'E1', status: 'answered', asked_on: '2026-01-01', answered_on: '2025-12-01' },
    { ...enquiry, enquiry_ref: 'E2' },
    { ...enquiry, enquiry_ref: 'E3', status: 'sent', asked_on: '2026-01-01', due_on: '2026-03' },
    { ...enquiry, enquiry_ref: 'E4', status: 'sent', asked_on: '2026-01-01', due_on: '2026-02-01' },
    {
      ...enquiry,
      enquiry_ref: 'E5',
      status: 'refused',
      asked: 'Police',
      about: 'J2',
      handling: 'strictly-confidential',
    },
  ])
})
afterAll(() => base.close())

const refs = async (query: EnquiriesQuery = {}, reader = operator) =>
  (await listEnquiries(base.analysis, reader, query)).map(({ ref }) => ref)

test('those that wait for somebody come first, the soonest due before the others, and each page goes on', async () => {
  const all = await refs()
  expect(all).toEqual(['E4', 'E3', 'E2', 'E5', 'E1'])
  const paged: string[] = []
  for (let page = await refs({ limit: 1 }); page.length > 0; page = await refs({ limit: 1, after: paged.at(-1) }))
    paged.push(...page)
  expect(paged).toEqual(all)
})

test('they are narrowed by state, by a part of a name, and by what raised them', async () => {
  expect(await refs({ state: 'open' })).toEqual(['E4', 'E3', 'E2'])
  expect(await refs({ state: 'draft' })).toEqual(['E2'])
  expect(await refs({ who: 'POLICE' })).toEqual(['E5'])
  expect(await refs({ about: 'J2' })).toEqual(['E5'])
})

test('who may not see one is not told of it', async () => {
  expect(await refs({ state: 'refused' }, { account: 'a', clearance: 1, teams: [] })).toEqual([])
})

const doubtsOf = async (ref: string) =>
  (await showRecord(base.analysis, operator, ref)).doubts.map(({ column, doubt }) => `${column} ${doubt}`)

test('what contradicts itself is kept with its doubts', async () => {
  expect(await doubtsOf('E1')).toEqual(['answered_on end-before-start', 'answer_ref answer-missing'])
  expect(await doubtsOf('E5')).toEqual(['asked_on missing'])
  expect(await doubtsOf('E2')).toEqual([])
})

test('an enquiry decides nothing; its answer, a row of stock, does', async () => {
  await base.put('settings', [{ setting: 'host_country', value: 'XA' }])
  await base.put('incidents', [{ incident_ref: 'I1', kind: 'attack', date: '2016-03-10', country: 'XA' }])
  await base.put('items', [{ ...rifle, item_ref: 'J1', incident_ref: 'I1', used_by: 'attacker' }])
  const raised = async () =>
    (await listFindings(base.analysis, operator, { rule: 'not-in-stock' })).map(({ subject, grounds }) => [
      subject.ref,
      ...grounds.map(({ ref }) => ref),
    ])
  expect(await raised()).toEqual([])
  const scope = { services: 'all', coverage: 'whole', covers_from: '2000', covers_to: '2026' }
  const answer = { ...rifle, ...scope, basis: 'statement', status: 'never-held', grade: 'B2' }
  await base.put('stock', [{ ...answer, stock_ref: 'E3-answer', holder: 'State of XA', holder_country: 'XA' }])
  expect(await raised()).toEqual([['J1', 'E3-answer']])
})
