import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorOf } from '../accounts/reader-of.ts'
import { giveToken, takeBackToken, tokensGiven } from '../accounts/make-token.ts'
import { signToken, type Scope } from '../accounts/token.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'

let sample: SampleApp
beforeAll(async () => {
  sample = await sampleApp()
})
afterAll(() => sample.remove())

const give = async (days = 1, scope: Scope = 'write') =>
  giveToken(sample.context, await administratorOf(sample.context.store), { days, scope })

const ask = (token: string, method: 'GET' | 'POST' = 'GET', payload?: object) =>
  sample.ask(method, method === 'GET' ? '/api/me' : '/api/entries', {
    headers: { authorization: `Bearer ${token}` },
    ...(payload && { payload }),
  })

const entry = { incident: { incident_ref: 'T-1', kind: 'seizure', date: '2016-03-13', country: 'CI' } }

test('a token opens what its account may read and write, with no session and from no page', async () => {
  const { token } = await give()
  expect((await ask(token)).json()).toMatchObject({ administrator: true })
  expect((await ask(token, 'POST', entry)).statusCode).toBe(201)
})

test('a token to read writes nothing', async () => {
  const { token } = await give(1, 'read')
  expect((await ask(token)).statusCode).toBe(200)
  const refused = await ask(token, 'POST', entry)
  expect(refused.json()).toMatchObject({ status: 403, detail: 'This token may only read.' })
})

test('a token that has run out opens nothing', async () => {
  const { token, expires } = await give(2)
  const left = Date.parse(expires) - sample.context.now()
  sample.passTime(left - 1_000)
  expect((await ask(token)).statusCode).toBe(200)
  sample.passTime(1_000)
  expect((await ask(token)).statusCode).toBe(401)
})

test('a token that was taken back opens nothing two seconds later, and stays in the list until it runs out', async () => {
  const { token } = await give()
  expect((await ask(token)).statusCode).toBe(200)
  const id = await takeBackToken(sample.context, token)
  expect(id).not.toBeNull()
  sample.passTime(2_000)
  expect((await ask(token)).statusCode).toBe(401)
  const listed = (await tokensGiven(sample.context)).find((each) => each.id === id)
  expect(listed?.revokedAt).not.toBeNull()
  expect(await takeBackToken(sample.context, 'no-such-token')).toBeNull()
})

test('a token that another key has signed, or that was altered, opens nothing', async () => {
  const { token } = await give()
  const [start, payload = '', mac] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Parameters<typeof signToken>[1]
  const altered = Buffer.from(JSON.stringify({ ...claims, expires: claims.expires + 1 })).toString('base64url')
  for (const forged of [signToken(new Uint8Array(32), claims), `${start}.${altered}.${mac}`, `${start}.${payload}.`]) {
    expect((await ask(forged)).statusCode).toBe(401)
  }
})

test('a token of an account that is gone opens nothing', async () => {
  const { app } = sample.context.store
  await app.query(`insert into account_users (id, name, email) values ('gone', 'Gone', 'gone@headstamp.local')`)
  const { token } = await giveToken(
    sample.context,
    { ...(await administratorOf(sample.context.store)), id: 'gone' },
    { days: 1, scope: 'write' },
  )
  expect((await ask(token)).statusCode).toBe(200)
  await app.query(`delete from account_users where id = 'gone'`)
  sample.passTime(2_000)
  expect((await ask(token)).statusCode).toBe(401)
})

test('who shows a wrong token is not let in by a cookie beside it', async () => {
  const headers = await sample.signedIn()
  const both = { headers: { ...headers, authorization: 'Bearer hs1.nothing.nothing' } }
  expect((await sample.ask('GET', '/api/me', both)).statusCode).toBe(401)
})
