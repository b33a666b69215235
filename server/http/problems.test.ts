import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemSchema, type Problem } from '#api/problem.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'

let sample: SampleApp
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  sample = await sampleApp()
  headers = await sample.signedIn()
})
afterAll(() => sample.remove())

async function problem(url: string, more: object = {}, language = 'en'): Promise<Problem> {
  const answer = await sample.ask('payload' in more ? 'POST' : 'GET', url, {
    ...more,
    headers: { ...headers, 'accept-language': language, ...('headers' in more ? (more.headers as object) : {}) },
  })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const body = problemSchema.strict().parse(answer.json())
  expect(body.status).toBe(answer.statusCode)
  return body
}

const json = { 'content-type': 'application/json' }

test('a query that is not understood names its fields, in the language that was asked for', async () => {
  const [english, french] = [
    await problem('/api/findings?limit=0&rul=embargo&all=maybe'),
    await problem('/api/findings?limit=0&rul=embargo&all=maybe', {}, 'fr'),
  ]
  expect(english).toMatchObject({ type: 'urn:headstamp:problem:not-understood', status: 400 })
  const fields = english.fields ?? []
  expect(fields.map(({ field }) => field).toSorted()).toEqual(['all', 'limit', 'rul'])
  expect(fields.find(({ field }) => field === 'all')?.remedy).toBe('Give one of: true, false.')
  expect(french.title).toBe("La demande n'est pas comprise.")
  expect(french.fields?.find(({ field }) => field === 'limit')?.remedy).toBe('Donnez au moins 1.')
  expect(french.fields?.find(({ field }) => field === 'all')?.problem).toContain('attendu')
})

test('an entry that cannot be kept names each field, what is wrong with it and what to do', async () => {
  const payload = {
    incident: { incident_ref: 'P-1', kind: 'picnic', date: '2015-02-30' },
    items: [{ item_ref: 'P-1-1', class: 'sword' }],
  }
  const english = await problem('/api/entries', { payload })
  expect(english.status).toBe(422)
  expect(english.fields?.map(({ field }) => field)).toEqual(['incident.kind', 'incident.date', 'items[0].class'])
  const french = await problem('/api/entries', { payload }, 'fr')
  expect(french.fields?.[1]).toEqual({
    field: 'incident.date',
    problem: '"2015-02-30" n\'est pas une date.',
    remedy: "Écrivez 2015-11-20, ou 2015-11 ou 2015 si le jour n'est pas connu.",
  })
})

test('an entry with nothing in it is refused', async () => {
  expect(await problem('/api/entries', { payload: {} })).toMatchObject({ status: 422 })
  expect(await problem('/api/entries', { payload: { incident: null, items: [] } })).toMatchObject({ status: 422 })
})

test('a name that an entry does not have is not dropped in silence', async () => {
  const payload = { incidents: [{ incident_ref: 'P-2', kind: 'attack' }] }
  expect((await problem('/api/entries', { payload })).fields?.[0]?.field).toBe('incidents')
})

const refused = (payload: string | Buffer, type = json) => problem('/api/entries', { payload, headers: type })

test('a body that is no JSON, no UTF-8, no object or too large is refused with the reason', async () => {
  expect(await refused('{"incident":')).toMatchObject({ status: 400, detail: 'The body is not JSON.' })
  expect(await refused(Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({
    status: 400,
    detail: 'The body is not UTF-8.',
  })
  expect(await refused('[]')).toMatchObject({ status: 400 })
  expect(await refused('"text"')).toMatchObject({ status: 400 })
  expect(await refused('{"__proto__":{"a":1}}')).toMatchObject({ status: 400 })
  expect(await refused('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 400 })
  expect(await refused(`{"source":"${'a'.repeat(8 * 2 ** 20)}"}`)).toMatchObject({ status: 413 })
})

test('a text that no database keeps is refused, not failed on', async () => {
  expect((await problem('/api/search?text=a%00b')).fields?.[0]?.field).toBe('text')
  expect(await problem('/api/records/a%00b')).toMatchObject({ status: 404 })
  expect(await problem('/api/findings?since=a%00b')).toMatchObject({ status: 400 })
})

test('a reference that nothing has is not found', async () => {
  for (const url of ['/api/records/X-9', '/api/incidents/X-9/links', '/api/findings/X-9', '/api/findings?item=X-9']) {
    expect(await problem(url)).toMatchObject({ type: 'urn:headstamp:problem:not-found', status: 404 })
  }
})

test('a reference that several records have names them', async () => {
  for (const source of ['east', 'west']) {
    const payload = { source, incident: { incident_ref: 'P-3', kind: 'attack' } }
    expect((await sample.ask('POST', '/api/entries', { headers, payload })).statusCode).toBe(201)
  }
  expect(await problem('/api/records/P-3')).toMatchObject({ status: 409, detail: 'It may be: east:P-3, west:P-3.' })
  const { statusCode } = await sample.ask('GET', '/api/records/east%3AP-3', { headers })
  expect(statusCode).toBe(200)
})

test('a reference with a slash, a space and letters of its own is found', async () => {
  const ref = 'P/4 й'
  const payload = { incident: { incident_ref: ref, kind: 'attack' } }
  expect((await sample.ask('POST', '/api/entries', { headers, payload })).statusCode).toBe(201)
  const found = await sample.ask('GET', `/api/records/${encodeURIComponent(ref)}`, { headers })
  expect(found.json()).toMatchObject({ ref })
})

test('the same body with the same key is written once, and another body with it is refused', async () => {
  const payload = { incident: { incident_ref: 'P-5', kind: 'attack' } }
  const keyed = { headers: { ...headers, 'idempotency-key': 'one' }, payload }
  const first = await sample.ask('POST', '/api/entries', keyed)
  const again = await sample.ask('POST', '/api/entries', keyed)
  expect([first.statusCode, again.statusCode]).toEqual([201, 200])
  expect(again.json()).toEqual(first.json())
  const other = { incident: { ...payload.incident, country: 'ML' } }
  const reused = await problem('/api/entries', { payload: other, headers: { 'idempotency-key': 'one' } })
  expect(reused).toMatchObject({ type: 'urn:headstamp:problem:key-used', status: 409 })
  const bad = await problem('/api/entries', { payload, headers: { 'idempotency-key': 'é' } })
  expect(bad.status).toBe(400)
})
