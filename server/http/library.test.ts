import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LibraryRowAnswer, MeaningAnswer, ReviewAnswer } from '#api/library-routes.ts'
import { workOff } from '../analysis/judge.ts'
import { giveToken } from '../accounts/make-token.ts'
import { administratorOf } from '../accounts/reader-of.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import type { Account } from '../accounts/roster.ts'
import { sampleAccount } from '../sample-account.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'
import { sampleParts } from '../sample-base.ts'

let sample: SampleApp
let ann: string
let ben: string
let low: string
beforeAll(async () => {
  sample = await sampleApp()
  const { context } = sample
  const tokenOf = async (account: Account, scope: 'read' | 'write' = 'write') =>
    (await giveToken(context, account, { days: 1, scope })).token
  const person = (name: string, clearance: number) =>
    sampleAccount(context.store.app, {
      id: context.newId(),
      name,
      email: `${name.toLowerCase()}@headstamp.local`,
      password: 'not used here at all',
      clearance,
    })
  ann = await tokenOf(await administratorOf(context.store))
  ben = await tokenOf(await person('Ben', 2))
  low = await tokenOf(await person('Low', 0))
})
afterAll(() => sample.remove())

const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const propose = (token: string, row: object) =>
  sample.ask('POST', '/api/records', { ...as(token), payload: { table: 'library', row } })
const rowsFor = async (token: string, query: string) =>
  (await sample.ask('GET', `/api/library?${query}`, as(token))).json<{ rows: LibraryRowAnswer[]; found: number }>()
const review = async (token: string, ref: string, more: object = {}) => {
  const { rows } = await rowsFor(token, 'limit=1000')
  const grounds = rows.find((row) => row.ref === ref)?.grounds ?? 'none'
  return sample.ask('POST', `/api/library/${encodeURIComponent(ref)}/review`, {
    ...as(token),
    payload: { choice: 'accepted', grounds, ...more },
  })
}
const put = async (table: 'incidents' | 'items', rows: readonly Record<string, string>[]) => {
  const { intake, analysis } = sample.context
  const parts = rows.map((row) => sampleParts(table, row))
  await writeBulk(
    intake,
    analysis,
    parts.map((part) => ({ source: 'default', author: 'operator', device: 'test', parts: [part] })),
  )
  await workOff(analysis)
}

const works = {
  list: 'producers',
  name: 'Works One',
  aliases: 'W1; Завод Один',
  confidence: 'probable',
  read_in: 'A letter',
}

test('what ships is listed with its source and confidence in words, and narrowed by list, text and confidence', async () => {
  const all = await rowsFor(ann, 'limit=1000')
  expect(all.found).toBe(all.rows.length)
  expect(new Set(all.rows.map(({ list }) => list)).size).toBe(9)
  const { rows } = await rowsFor(ann, 'list=producers&text=ульяновский')
  expect(rows).toMatchObject([{ ref: 'shipped:ulyanovsk', state: 'shipped', confidence: 'unverified', used: true }])
  expect((await rowsFor(ann, 'list=producers&confidence=verified')).found).toBe(0)
  expect((await rowsFor(ann, 'list=headstamp-codes&text=71')).rows.map(({ title }) => title)).toEqual(['71'])
  const first = await rowsFor(ann, 'limit=2')
  expect(await rowsFor(ann, 'limit=1&after=1')).toEqual({ rows: [first.rows[1]], found: first.found })
})

test('marks are read in every way that they can be, and what cannot be says why', async () => {
  const asked = await sample.ask('GET', '/api/library/readings?marks=12:71%206:81&year=1975', as(low))
  const readings = asked.json<MeaningAnswer[]>()
  const said = readings.map(({ of, says, against }) => [of, says.en, against.map(({ en }) => en).join()])
  expect(said).toContainEqual(['71', 'year 1971', ''])
  expect(said).toContainEqual(['81', 'year 1981', 'It cannot be: 1981 lies after 1975.'])
  expect(said.filter(([of]) => of === '71').length).toBeGreaterThan(1)
  for (const { rests_on: grounds } of readings) expect(grounds[0]?.source).not.toBe('')
})

test('a row without its source, or one that its list cannot take, is refused by its field', async () => {
  const { read_in: _, ...sourceless } = works
  expect((await propose(ann, sourceless)).json()).toMatchObject({ status: 422, fields: [{ field: 'read_in' }] })
  const code = { list: 'headstamp-codes', code: 'QZX', confidence: 'probable', read_in: 'A letter' }
  expect((await propose(ann, code)).json()).toMatchObject({ fields: [{ field: 'code' }] })
})

test('a proposal waits, held as the mission holds its records, and is not accepted by its author or without writing', async () => {
  const { ref } = (await propose(ann, works)).json<{ ref: string }>()
  const [row] = (await rowsFor(ben, 'state=proposed')).rows
  expect(row).toMatchObject({
    ref,
    used: false,
    handling: 'confidential',
    proposed_by: 'Administrator',
    may_review: true,
  })
  expect((await rowsFor(low, 'state=proposed')).found).toBe(0)
  expect((await rowsFor(ann, 'state=proposed')).rows).toMatchObject([{ ref, may_review: false }])
  const own = await review(ann, ref)
  expect([own.statusCode, own.json<{ detail: string }>().detail]).toEqual([
    403,
    'You proposed this row: another person reviews it.',
  ])
  const readOnly = await giveToken(sample.context, await administratorOf(sample.context.store), {
    days: 1,
    scope: 'read',
  })
  expect((await propose(readOnly.token, works)).statusCode).toBe(403)
  expect((await review(readOnly.token, ref)).statusCode).toBe(403)
  expect((await review(low, ref)).statusCode).toBe(404)
  expect((await review(ben, ref, { choice: 'refused' })).json()).toMatchObject({ fields: [{ field: 'reason' }] })
  expect((await review(ben, ref, { grounds: 'other' })).statusCode).toBe(409)
  expect((await review(ben, ref, { choice: 'refused', reason: 'The letter names no works.' })).statusCode).toBe(201)
  expect((await rowsFor(ben, 'state=refused')).rows).toMatchObject([
    { ref, reason: 'The letter names no works.', reviewed_by: 'Ben', used: false },
  ])
})

test('an accepted row is seen by all, joins what is compared, and the review says what that changed', async () => {
  await put(
    'incidents',
    [1, 2, 3].map((n) => ({
      incident_ref: `I${n}`,
      kind: 'attack',
      date: `2016-0${n}-10`,
      country: 'ML',
      handling: 'unclassified',
    })),
  )
  const item = { class: 'ammunition', calibre: '7.62x39', year: '2015', used_by: 'attacker', mark_condition: 'intact' }
  await put(
    'items',
    ['Works One', 'W1', 'завод один'].map((producer, n) => ({
      ...item,
      item_ref: `I${n + 1}-1`,
      incident_ref: `I${n + 1}`,
      producer,
      marks: '12:QZX; 6:15',
    })),
  )
  const links = async () =>
    (await sample.ask('GET', '/api/incidents/I1/links', as(ann))).json<{ incident_ref: string }[]>()
  const signature = async () =>
    (await sample.ask('GET', '/api/records/I2-1', as(ann))).json<{ signatures: string[] }>().signatures
  expect((await signature()).join()).toContain('producer=W1')
  const before = JSON.stringify(await links())
  const { ref } = (await propose(ann, works)).json<{ ref: string }>()
  const done = (await review(ben, ref)).json<ReviewAnswer>()
  expect(done).toMatchObject({ state: 'accepted', opened: true, items: 2, doubts: [] })
  expect((await signature()).join()).toContain('producer=Works One')
  expect(JSON.stringify(await links())).not.toBe(before)
  expect((await rowsFor(low, 'state=accepted')).rows).toMatchObject([
    { ref, used: true, handling: 'unclassified', proposed_by: 'Administrator', reviewed_by: 'Ben' },
  ])
  expect((await sample.ask('GET', `/api/records/${encodeURIComponent(ref)}`, as(low))).statusCode).toBe(200)
})

test('an accepted code is read on an item’s page, with who proposed and who reviewed it', async () => {
  const code = {
    list: 'headstamp-codes',
    code: 'QZX',
    producer: 'Works One',
    confidence: 'unverified',
    read_in: 'A box',
  }
  const { ref } = (await propose(ben, code)).json<{ ref: string }>()
  const page = async () =>
    (await sample.ask('GET', '/api/records/I1-1', as(ann))).json<{ meanings: MeaningAnswer[] }>().meanings
  expect((await page()).filter(({ of }) => of === 'QZX')).toEqual([])
  expect((await review(ann, ref)).json()).toMatchObject({ state: 'accepted', items: 0, raised: 0, gone: 0 })
  const [reading] = (await page()).filter(({ of }) => of === 'QZX')
  expect(reading).toMatchObject({
    says: { en: 'producer Works One' },
    rests_on: [
      { list: 'headstamp-codes', ref, source: 'A box', proposed_by: 'Ben', reviewed_by: 'Administrator' },
      { list: 'producers', reviewed_by: 'Ben' },
    ],
  })
})

test('an edit of an accepted row needs a new review: until then it is used no longer', async () => {
  const { rows } = await rowsFor(ann, 'state=accepted&list=producers')
  const ref = rows[0]?.ref ?? ''
  await propose(ann, { ...works, entry_ref: ref, aliases: 'W1' })
  await workOff(sample.context.analysis)
  const page = async (of: string) =>
    (await sample.ask('GET', `/api/records/${of}`, as(ann))).json<{ signatures: string[] }>().signatures.join()
  expect(await page('I2-1')).toContain('producer=W1')
  expect((await rowsFor(low, 'state=proposed')).found).toBe(0)
  expect((await review(ben, ref)).json()).toMatchObject({ state: 'accepted', items: 1 })
  expect(await page('I2-1')).toContain('producer=Works One')
  expect(await page('I3-1')).toContain('producer=завод один')
})

test('a second correction of one row, and one of a row that is not there, are refused with what to do', async () => {
  const fix = { ...works, name: 'Ulyanovsk', aliases: '', corrects: 'shipped:ulyanovsk' }
  const first = (await propose(ann, fix)).json<{ ref: string }>().ref
  const second = (await propose(ann, { ...fix, name: 'Ulyanovsk Works' })).json<{ ref: string }>().ref
  expect((await review(ben, first)).statusCode).toBe(201)
  const refused = await review(ben, second)
  expect(refused.json()).toMatchObject({ status: 422, fields: [{ field: 'corrects' }] })
  const stray = (await propose(ann, { ...fix, corrects: 'shipped:gone' })).json<{ ref: string }>().ref
  expect((await review(ben, stray)).json()).toMatchObject({ status: 422, fields: [{ field: 'corrects' }] })
  const onIt = (await propose(ann, { ...fix, name: 'Third', corrects: first })).json<{ ref: string }>().ref
  expect((await review(ben, onIt)).json()).toMatchObject({ state: 'accepted' })
  expect((await rowsFor(ann, 'list=producers&text=third')).rows).toMatchObject([{ ref: onIt, used: true }])
})
