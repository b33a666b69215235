import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleBase, type SampleBase } from '#server/sample-base.ts'
import { rowsOf } from './database.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

test('a connection that the server ends while it is held costs its holder the call, not the process', async () => {
  const held = await base.store.intake.connect()
  const [own] = await rowsOf<{ pid: number }>(held, 'select pg_backend_pid() as pid')
  const ended = new Promise((resolve) => held.once('end', resolve))
  await base.store.intake.query('select pg_terminate_backend($1)', [own?.pid])
  await ended
  await expect(held.query('select 1').finally(() => held.release(true))).rejects.toThrow()
  expect(await rowsOf(base.store.intake, 'select 1 as one')).toEqual([{ one: 1 }])
})
