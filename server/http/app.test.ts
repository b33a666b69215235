import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '#api/routes.ts'
import type { Route } from '#api/route.ts'
import { firstEmail } from '../accounts/first-administrator.ts'
import { Previews } from '../reading/previews.ts'
import { allRoutes } from '../routes/all.ts'
import { cookieOf, sampleApp, type SampleApp } from '../sample-app.ts'
import { uploadsOf } from './app.ts'

let sample: SampleApp
const desk = mkdtempSync(join(tmpdir(), 'headstamp-desk-'))

beforeAll(async () => {
  writeFileSync(join(desk, 'index.html'), '<!doctype html><title>Headstamp</title>')
  writeFileSync(join(desk, 'main.js'), 'export {}')
  sample = await sampleApp({ desk })
})
afterAll(async () => {
  await sample.remove()
  rmSync(desk, { recursive: true })
})

const everyRoute = routes as readonly Route[]
const addressOf = ({ path }: Route) => path.replace(/\{\w+\}/g, 'X-1')

test('every route of the contract is served', () => {
  const uploads = uploadsOf(sample.context, () => undefined)
  const previews = new Previews(sample.context.analysis, () => undefined)
  expect(allRoutes(sample.context, { uploads, previews, host: null }).map(({ route }) => route)).toEqual(everyRoute)
})

test('without signing in no route answers, however it is spelled', async () => {
  const answered: string[] = []
  for (const route of everyRoute) {
    const address = addressOf(route)
    const odd = address.replace('/api', '/%61pi')
    for (const url of [address, odd, `${address}/`, `/${address}`, address.toUpperCase()]) {
      for (const method of ['GET', 'HEAD', 'POST'] as const) {
        const { statusCode, headers } = await sample.ask(method, url, method === 'POST' ? { payload: {} } : {})
        // What is spelled so that it is no route any more is a page of the desk.
        const isDesk = statusCode === 200 && headers['content-type'] === 'text/html; charset=utf-8'
        if (!isDesk && statusCode !== 401 && statusCode !== 404) answered.push(`${method} ${url} ${statusCode}`)
      }
    }
    const { statusCode, headers } = await sample.ask(route.method, address)
    expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer'])
  }
  expect(answered).toEqual([])
  expect((await sample.ask('GET', '/api/nothing')).statusCode).toBe(401)
})

test('health, the OpenAPI document and the pages need no signing in', async () => {
  expect((await sample.ask('GET', '/api/health')).json()).toEqual({ ok: true, exercise: false })
  const document = (await sample.ask('GET', '/api/openapi.json')).json<{ openapi: string; paths: object }>()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual([...new Set(everyRoute.map(({ path }) => path))])
  expect((await sample.ask('GET', '/main.js')).headers['content-type']).toContain('javascript')
})

test('every path that is no file is a page of the desk', async () => {
  for (const url of ['/', '/findings', '/records/a%2Fb']) {
    const { statusCode, headers, body } = await sample.ask('GET', url)
    expect([statusCode, headers['content-type'], body]).toEqual([
      200,
      'text/html; charset=utf-8',
      expect.stringContaining('Headstamp'),
    ])
  }
  expect((await sample.ask('GET', '/missing.js')).statusCode).toBe(404)
  expect((await sample.ask('GET', '/../package.json')).statusCode).toBe(404)
  expect((await sample.ask('GET', '/..%2f..%2fpackage.json')).statusCode).toBe(404)
})

test('every answer binds the browser to this server', async () => {
  for (const url of ['/', '/main.js', '/api/health', '/api/me', '/nothing.js']) {
    const { headers } = await sample.ask('GET', url)
    expect(headers['content-security-policy']).toMatch(/default-src 'self'; script-src 'self';.*frame-ancestors 'none'/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers['permissions-policy']).toContain('geolocation=()')
  }
  expect((await sample.ask('GET', '/api/me')).headers['cache-control']).toBe('no-store')
})

test('who signs in with the first password is the administrator, and is told to change it', async () => {
  const signedIn = await sample.signIn()
  expect(signedIn.statusCode).toBe(200)
  expect(signedIn.body).not.toContain('token')
  const me = await sample.ask('GET', '/api/me', { headers: { cookie: cookieOf(signedIn) } })
  expect(me.json()).toEqual({
    name: 'Administrator',
    email: firstEmail,
    language: 'en',
    administrator: true,
    exercise: false,
    must_change_password: true,
  })
})

test('the cookie of a session is for this server alone, and no script reads it', async () => {
  const [cookie] = [(await sample.signIn()).headers['set-cookie'] ?? []].flat()
  expect(cookie).toMatch(/^headstamp\.session_token=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
})

test('a wrong password is refused, in the language that was asked for', async () => {
  const [english, french] = await Promise.all(
    ['en', 'fr-BF,fr;q=0.9,en;q=0.1'].map((language) =>
      sample.signIn('wrong-wrong-wrong', { headers: { 'accept-language': language } }),
    ),
  )
  expect(english?.headers['content-type']).toContain('application/problem+json')
  expect(english?.json()).toMatchObject({ status: 401, detail: 'Address or password is not right.' })
  expect(french?.json()).toMatchObject({ status: 401, detail: "L'adresse ou le mot de passe est inexact." })
})

test('an address that nobody has is refused like a wrong password', async () => {
  const unknown = await sample.ask('POST', '/api/auth/sign-in/email', {
    payload: { email: 'nobody@headstamp.local', password: 'wrong-wrong-wrong' },
  })
  expect(unknown.json()).toEqual((await sample.signIn('wrong-wrong-wrong')).json())
})

test('nobody signs up, and nothing else of the sign-in library is served', async () => {
  for (const path of ['sign-up/email', 'request-password-reset', 'delete-user', 'list-sessions', 'ok', 'error']) {
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode } = await sample.ask(method, `/api/auth/${path}`)
      expect(`${path} ${statusCode}`).toBe(`${path} 401`)
    }
  }
})

test('one machine that tries many passwords has to wait', async () => {
  const from = {
    remoteAddress: '203.0.113.9',
    headers: { 'x-headstamp-address': '198.51.100.1', 'x-forwarded-for': '1.2.3.4' },
  }
  const answers = []
  for (let i = 0; i < 21; i++) answers.push((await sample.signIn('wrong-wrong-wrong', from)).statusCode)
  expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
  expect(answers[20]).toBe(429)
  expect((await sample.signIn()).statusCode).toBe(200)
})

test('signing out ends the session', async () => {
  const headers = await sample.signedIn()
  expect((await sample.ask('GET', '/api/me', { headers })).statusCode).toBe(200)
  expect((await sample.ask('POST', '/api/auth/sign-out', { headers, payload: {} })).statusCode).toBe(200)
  expect((await sample.ask('GET', '/api/me', { headers })).statusCode).toBe(401)
})

test('a session that has run out is none', async () => {
  const headers = await sample.signedIn()
  await sample.context.store.app.query(`update account_sessions set "expiresAt" = now() - interval '1 second'`)
  expect((await sample.ask('GET', '/api/me', { headers })).statusCode).toBe(401)
})

test('a cookie with another signature is none', async () => {
  const { cookie } = await sample.signedIn()
  const forged = cookie.replace(/(.)(%3D)?$/, (_, last: string) => (last === 'A' ? 'B' : 'A'))
  expect((await sample.ask('GET', '/api/me', { headers: { cookie: forged } })).statusCode).toBe(401)
})

test('a session changes nothing from the page of another server', async () => {
  const { cookie } = await sample.signedIn()
  const payload = { incident: { incident_ref: 'F-1', kind: 'attack' } }
  const foreign = [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example', host: 'headstamp.example' },
    { origin: 'null' },
  ]
  for (const headers of foreign) {
    const answer = await sample.ask('POST', '/api/entries', { headers: { cookie, ...headers }, payload })
    expect(answer.statusCode).toBe(403)
    const change = { currentPassword: sample.password, newPassword: 'another-good-password' }
    const signing = { headers: { cookie, ...headers }, payload: change }
    expect((await sample.ask('POST', '/api/auth/change-password', signing)).statusCode).toBe(403)
  }
  const own = { cookie, origin: 'https://headstamp.example', host: 'headstamp.example:443' }
  expect((await sample.ask('POST', '/api/entries', { headers: own, payload })).statusCode).toBe(201)
})

test('the language of an account is spoken where the browser asks for none', async () => {
  const headers = await sample.signedIn()
  const french = { headers, payload: { language: 'fr' } }
  expect((await sample.ask('POST', '/api/auth/update-user', french)).statusCode).toBe(200)
  const { detail } = (await sample.ask('GET', '/api/nothing', { headers })).json<{ detail: string }>()
  expect(detail).toBe("Il n'y a rien à cette adresse.")
  await sample.ask('POST', '/api/auth/update-user', { headers, payload: { language: 'en' } })
})

test('nobody raises their own clearance', async () => {
  const headers = await sample.signedIn()
  const raise = { headers, payload: { clearance: 2 } }
  const answer = await sample.ask('POST', '/api/auth/update-user', raise)
  expect(answer.json()).toMatchObject({ status: 400, fields: [{ field: 'clearance' }] })
})

test('the https address of a proxy makes cookies travel by that alone', async () => {
  const behind = await sampleApp({ url: 'https://headstamp.example' })
  try {
    const [cookie] = [(await behind.signIn()).headers['set-cookie'] ?? []].flat()
    expect(cookie).toMatch(/^__Secure-headstamp\.session_token=.*; HttpOnly; Secure; SameSite=Strict$/)
    const me = await behind.ask('GET', '/api/me', { headers: { cookie: cookie?.split(';')[0] } })
    expect(me.statusCode).toBe(200)
  } finally {
    await behind.remove()
  }
})
