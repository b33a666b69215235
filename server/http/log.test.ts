import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlaceError } from '#store/place-error.ts'
import { administratorOf } from '../accounts/reader-of.ts'
import { giveToken } from '../accounts/make-token.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'
import { failureLine, logTo } from './log.ts'

let sample: SampleApp
beforeAll(async () => {
  sample = await sampleApp()
})
afterAll(() => sample.remove())

test('the log says method, path, status and time, and nothing else of what callers send', async () => {
  const { token } = await giveToken(sample.context, await administratorOf(sample.context.store), {
    days: 1,
    scope: 'write',
  })
  const cookie = await sample.signedIn()
  const secrets = ['SERIAL-7731', 'wrong-wrong-wrong', sample.password, token, cookie.cookie]
  const bearer = { authorization: `Bearer ${token}` }
  await sample.ask('GET', `/api/search?text=SERIAL-7731`, { headers: bearer })
  await sample.signIn('wrong-wrong-wrong')
  await sample.ask('GET', `/api/me?token=${token}`, { headers: cookie })
  const body = { incident: { incident_ref: 'SERIAL-7731', kind: 'SERIAL-7731' } }
  await sample.ask('POST', '/api/entries', { headers: bearer, payload: body })
  await sample.ask('POST', '/api/entries', {
    headers: { ...bearer, 'content-type': 'application/json' },
    payload: '{"SERIAL-7731',
  })
  const written = JSON.stringify(sample.log)
  for (const secret of secrets) expect(written).not.toContain(secret)
  expect(sample.log.length).toBe(6)
  expect(sample.log[1]).toEqual({
    at: expect.any(String),
    method: 'GET',
    path: '/api/search',
    status: 200,
    ms: expect.any(Number),
  })
})

test('a failure is logged by where it happened, without what the driver quotes', async () => {
  const error = Object.assign(new Error('invalid input: "SERIAL-7731"'), { code: '22P02' })
  const line = failureLine(error, 'now')
  expect(line).toMatchObject({ at: 'now', failure: 'Error', code: '22P02' })
  expect(JSON.stringify(line)).not.toContain('SERIAL-7731')
  expect(JSON.stringify(line)).toContain('log.test.ts')
})

test('a failure of ours is answered without saying what it was, and stands in the log', async () => {
  const broken = await sampleApp()
  const headers = await broken.signedIn()
  await broken.context.store.reader.end()
  const answer = await broken.ask('GET', '/api/findings', { headers })
  expect(answer.json()).toMatchObject({ type: 'urn:headstamp:problem:our-fault', status: 500 })
  expect(answer.body).not.toContain('pool')
  expect(broken.log.filter((line) => 'failure' in line)).toHaveLength(1)
  await broken.context.store.intake.end()
  await broken.context.store.app.end()
  await broken.app.close()
  await broken.place.remove()
})

test('what a place lacks is said in full, because it holds no secret', () => {
  const words = { en: 'The disk is full', fr: 'Le disque est plein' }
  const error = new PlaceError({ kind: 'disk-full', place: '/data', problem: words, remedy: words })
  expect(failureLine(error, 'now')).toMatchObject({ code: 'disk-full', says: expect.stringContaining('/data') })
})

test('each line is one JSON value', () => {
  let written = ''
  const log = logTo({ write: (text) => (written += text) })
  log({ at: 'a', method: 'GET', path: '/a\nb', status: 200, ms: 1 })
  log(failureLine('text', 'b'))
  expect(
    written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toHaveLength(2)
})
