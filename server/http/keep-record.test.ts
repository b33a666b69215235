import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '#store/settings.ts'
import { administratorOf } from '../accounts/reader-of.ts'
import { giveToken } from '../accounts/make-token.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'

let sample: SampleApp
beforeAll(async () => {
  sample = await sampleApp()
})
afterAll(() => sample.remove())

const keep = async (row: object, scope: 'read' | 'write' = 'write') => {
  const { token } = await giveToken(sample.context, await administratorOf(sample.context.store), { days: 1, scope })
  return sample.ask('POST', '/api/records', {
    headers: { authorization: `Bearer ${token}` },
    payload: { table: 'settings', row },
  })
}

test('a setting written at the desk holds when it is answered', async () => {
  const kept = await keep({ setting: 'floor', value: '25', from: '2021-01-01' })
  expect(kept.statusCode).toBe(201)
  expect(kept.json()).toMatchObject({ ref: 'desk:floor@2021-01-01', doubts: [] })
  expect((await readSettings(sample.context.store.intake, sample.context.store.nodeId)).floor).toBe(25)
})

test('a value that its setting cannot hold is refused with its field and a remedy', async () => {
  const refused = await keep({ setting: 'floor', value: 'many' })
  expect(refused.json()).toMatchObject({ status: 422, fields: [{ field: 'value' }] })
})

test('only an administrator changes a setting or asks what a change would move', async () => {
  const { store } = sample.context
  const account = { ...(await administratorOf(store)), id: 'reader', email: 'r@x' }
  await store.app.query(`insert into account_users (id, name, email) values ('reader', 'R', 'r@x')`)
  const { token } = await giveToken(sample.context, account, { days: 1, scope: 'write' })
  const asReader = { headers: { authorization: `Bearer ${token}` } }
  const row = { setting: 'floor', value: '20' }
  for (const [url, payload] of [
    ['/api/records', { table: 'settings', row }],
    ['/api/settings/previews', row],
  ] as const) {
    expect((await sample.ask('POST', url, { ...asReader, payload })).statusCode).toBe(403)
  }
  expect((await sample.ask('GET', '/api/settings', asReader)).statusCode).toBe(200)
})

test('a token to read keeps nothing', async () => {
  expect((await keep({ setting: 'floor', value: '20' }, 'read')).statusCode).toBe(403)
})
