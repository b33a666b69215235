import { Client } from 'pg'
import { expect, test } from 'vitest'
import type { Connection } from './embedded/hold.ts'
import { cloneOf, emptyDatabase, testDatabase } from './test-database.ts'

test('each test has a database of its own, with every migration run', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  expect(one.made).toEqual(other.made)
  expect(one.connection.database).not.toBe(other.connection.database)
  await ask(one.connection, 'create table kept as select 7 as seven')
  expect(await ask(one.connection, "select count(*)::int > 5 from pg_tables where schemaname = 'headstamp'")).toBe(true)
  expect(await ask(other.connection, "select to_regclass('kept')")).toBeNull()
  await Promise.all([one.drop(), other.drop()])
})

test('a template is made once, however many ask for it', async () => {
  let times = 0
  const template = { name: 'counted', fill: () => Promise.resolve({ times: ++times }) }
  const clones = await Promise.all([1, 2, 3].map(() => cloneOf(template)))
  expect(clones.map(({ made }) => made)).toEqual([{ times: 1 }, { times: 1 }, { times: 1 }])
  await Promise.all(clones.map(({ drop }) => drop()))
})

test('a database is dropped under those who are still connected to it', async () => {
  const { connection, drop } = await emptyDatabase()
  const client = new Client(connection)
  client.on('error', () => {})
  await client.connect()
  await drop()
  await expect(ask(connection, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

async function ask(connection: Connection, sql: string): Promise<unknown> {
  const client = new Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}
