import { existsSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContext } from '../context.ts'
import { cookieOf, sampleApp, type SampleApp } from '../sample-app.ts'
import { firstPasswordFile } from './first-administrator.ts'

let sample: SampleApp
let file: string
beforeAll(async () => {
  sample = await sampleApp()
  file = firstPasswordFile(sample.context.home)
})
afterAll(() => sample.remove())

const change = async (currentPassword: string, newPassword: string, more: object = {}) => {
  const headers = await sample.signedIn()
  return sample.ask('POST', '/api/auth/change-password', {
    headers,
    payload: { currentPassword, newPassword, ...more },
  })
}

test('the first password lies in the home for its owner alone', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}\n$/)
})

test('another start makes no second administrator and leaves the password as it is', async () => {
  const again = await openContext(sample.place)
  await again.close()
  expect(readFileSync(file, 'utf8').trim()).toBe(sample.password)
  const { rows } = await sample.context.store.app.query('select from account_users')
  expect(rows).toHaveLength(1)
})

test('a change that fails leaves the file', async () => {
  const wrong = await change('wrong-wrong-wrong', 'a-new-good-password')
  expect(wrong.json()).toMatchObject({ status: 400, detail: 'The present password is not right.' })
  const short = await change(sample.password, 'short')
  expect(short.json()).toMatchObject({ status: 400, detail: 'The new password needs 12 characters or more.' })
  expect(existsSync(file)).toBe(true)
})

test("another account's change leaves the file", async () => {
  const { app } = sample.context.store
  const { hashPassword } = await import('better-auth/crypto')
  await app.query(
    `insert into account_users (id, name, email, administrator) values ('second', 'Second', 'second@headstamp.local', true)`,
  )
  await app.query(
    `insert into account_credentials (id, "accountId", "providerId", "userId", password) values ('second', 'second', 'credential', 'second', $1)`,
    [await hashPassword('the-second-password')],
  )
  const payload = { email: 'second@headstamp.local', password: 'the-second-password' }
  const cookie = cookieOf(await sample.ask('POST', '/api/auth/sign-in/email', { payload }))
  const changed = await sample.ask('POST', '/api/auth/change-password', {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    payload: { currentPassword: 'the-second-password', newPassword: 'the-third-password' },
  })
  expect(changed.statusCode).toBe(200)
  expect(existsSync(file)).toBe(true)
})

test('the first change that succeeds removes the file, and the old password with it', async () => {
  const before = await sample.signedIn()
  const changed = await change(sample.password, 'a-new-good-password', { revokeOtherSessions: true })
  expect(changed.statusCode).toBe(200)
  expect(existsSync(file)).toBe(false)
  expect((await sample.signIn()).statusCode).toBe(401)
  const after = await sample.signIn('a-new-good-password')
  expect(after.statusCode).toBe(200)
  const me = await sample.ask('GET', '/api/me', { headers: { cookie: cookieOf(after) } })
  expect(me.json()).toMatchObject({ must_change_password: false })
  expect((await sample.ask('GET', '/api/me', { headers: before })).statusCode).toBe(401)
})
