// Real servers in folders of their own: starting, joining, crashing, stopping.

import { once } from 'node:events'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { serverState } from './embedded/server-state.ts'
import { ask, databaseOf, dataOf, draftsIn, endAll, failureOf, inChild } from './embedded/testing.ts'
import { newHome, open, pidOf, removeAll, startChild, until } from './embedded/testing.ts'

afterEach(endAll)
afterAll(removeAll)

test('an empty home gets a server with checksums and code point order that only a password opens, and that stops', async () => {
  const home = newHome()
  const { connection, release } = await open(home)
  expect(await ask(connection, 'show data_checksums')).toBe('on')
  expect(await ask(connection, "select string_agg(c, '' order by c) from unnest(array['b','A','a','É']) c")).toBe(
    'AabÉ',
  )
  expect(await ask(connection, 'show listen_addresses')).toBe('')
  await expect(ask({ ...connection, password: 'another' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(lstatSync(join(databaseOf(home), 'cluster', 'password')).mode & 0o777).toBe(0o600)
  await release()
  expect(serverState(dataOf(home)).kind).toBe('none')
})

test('letters of every script count as letters in the search for fragments', async () => {
  const { connection } = await open(newHome())
  await ask(connection, 'create extension pg_trgm')
  expect(await ask(connection, "select similarity('Калашников', 'Калашников')")).toBe(1)
})

test("a person's own settings win, and a mistake in them is named", async () => {
  const home = newHome()
  const own = join(home.path, 'postgresql.user.conf')
  writeFileSync(own, "work_mem = '77MB'\n")
  const { connection, release } = await open(home, { settings: { work_mem: '11MB', max_connections: '33' } })
  expect(await ask(connection, "select current_setting('work_mem') || current_setting('max_connections')")).toBe(
    '77MB33',
  )
  await release()

  writeFileSync(own, 'work_memory = 1\n')
  const failure = await failureOf(open(home))
  expect(failure).toMatchObject({
    kind: 'bad-settings',
    remedy: { en: expect.stringContaining('postgresql.user.conf') },
  })
  expect(failure.message).toContain('work_memory')
})

test('the log holds no text of a statement that failed', async () => {
  const home = newHome()
  const { connection } = await open(home)
  await expect(ask(connection, "select 'informant-7'::int")).rejects.toThrow('informant-7')
  await expect(ask(connection, "create role r password 'informant-7' nonsense")).rejects.toThrow('nonsense')
  await ask(connection, "create table t (a text primary key); insert into t values ('informant-7')")
  await expect(ask(connection, "insert into t values ('informant-7')")).rejects.toThrow('t_pkey')
  expect(readFileSync(join(databaseOf(home), 'postgres.log'), 'utf8')).not.toContain('informant-7')
})

test('two commands at once on an empty home share one server, and the last one out stops it', async () => {
  const home = newHome()
  const [one, two] = await Promise.all([inChild({ home: home.path }), inChild({ home: home.path })])
  expect(one.opened.connection).toEqual(two.opened.connection)
  await one.release()
  expect(await ask(two.opened.connection, 'select 1')).toBe(1)
  expect(serverState(dataOf(home)).kind).toBe('ready')
  await two.release()
  expect(serverState(dataOf(home)).kind).toBe('none')
})

test('a server whose starter was killed hard is joined, and stopped by the last one out', async () => {
  const home = newHome()
  const starter = await inChild({ home: home.path })
  await ask(starter.opened.connection, 'create table kept as select 7 as seven')
  const pid = pidOf(home)
  starter.process.kill('SIGKILL')
  await once(starter.process, 'exit')

  const { connection, release } = await open(home)
  expect(pidOf(home)).toBe(pid)
  expect(await ask(connection, 'select seven from kept')).toBe(7)
  await release()
  expect(serverState(dataOf(home)).kind).toBe('none')
})

test('a server killed hard is started again under those who use it, with all that was committed', async () => {
  for (const options of [{}, { port: 'auto' }] as const) {
    const home = newHome()
    const { connection, release } = await open(home, options)
    await ask(connection, 'create table kept as select 7 as seven')
    const before = pidOf(home)
    process.kill(before, 'SIGKILL')
    await until(() => serverState(dataOf(home)).kind === 'ready' && pidOf(home) !== before)
    expect(await ask(connection, 'select seven from kept')).toBe(7)
    await release()
    expect(serverState(dataOf(home)).kind).toBe('none')
  }
})

test('a server and its starter both killed hard leave nothing that stops the next start', async () => {
  const home = newHome()
  const starter = await inChild({ home: home.path })
  const server = pidOf(home)
  starter.process.kill('SIGKILL')
  process.kill(server, 'SIGKILL')
  await until(() => serverState(dataOf(home)).kind !== 'ready')
  const { connection, release } = await open(home)
  expect(await ask(connection, 'select 1')).toBe(1)
  await release()

  // Since then the machine has started anew, and the server's number is another program's.
  writeFileSync(join(dataOf(home), 'postmaster.pid'), `${process.pid}\n${dataOf(home)}\n1\n5432\n\n\n  1 1\nready   \n`)
  expect(await ask((await open(home)).connection, 'select 1')).toBe(1)
})

test('a start that was killed half way is begun again', async () => {
  const home = newHome()
  const starter = startChild({ home: home.path })
  // What it had set going lives on, and fills the draft while the next start empties it.
  const filling = (draft: string): boolean => existsSync(join(databaseOf(home), draft, 'data/base/1/PG_VERSION'))
  await until(() => draftsIn(home).some(filling))
  starter.process.kill('SIGKILL')
  await once(starter.process, 'exit')
  expect(await ask((await open(home)).connection, 'select 1')).toBe(1)
  expect(draftsIn(home)).toEqual([])
})

test('a server that is going down is waited for, and started again', async () => {
  const home = newHome()
  const starter = await inChild({ home: home.path })
  const before = pidOf(home)
  const last = new Client(starter.opened.connection)
  await last.connect()
  // It refuses newcomers and waits for its last client.
  process.kill(before, 'SIGTERM')
  await until(() => serverState(dataOf(home)).kind === 'stopping')
  const joining = open(home)
  starter.process.kill('SIGKILL')
  await last.end()
  expect(await ask((await joining).connection, 'select 1')).toBe(1)
  expect(pidOf(home)).not.toBe(before)
})

test('without a socket the server listens on 127.0.0.1 and nowhere else, and is joined there', async () => {
  const home = newHome()
  const { connection } = await open(home, { port: 'auto' })
  expect(connection.host).toBe('127.0.0.1')
  expect(
    await ask(connection, "select current_setting('listen_addresses') || current_setting('unix_socket_directories')"),
  ).toBe('127.0.0.1')
  await expect(ask({ ...connection, password: 'another' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect((await open(home)).connection).toEqual(connection)
})

test('a port that another program has is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const failure = await failureOf(open(newHome(), { port }))
  other.close()
  expect(failure).toMatchObject({ kind: 'port-taken', place: `127.0.0.1:${port}` })
})

test('a folder of another major version is refused with the way out, and left as it is', async () => {
  const home = newHome()
  await (await open(home)).release()
  const version = join(dataOf(home), 'PG_VERSION')
  writeFileSync(version, '17\n')
  const failure = await failureOf(open(home))
  expect(failure).toMatchObject({ kind: 'other-version', place: dataOf(home) })
  expect(failure.message).toMatch(/PostgreSQL 17.*PostgreSQL 18.*Export/)
  expect(readFileSync(version, 'utf8')).toBe('17\n')
})

test('a path too long for a socket gets one in the temporary folder, taken away at the end', async () => {
  const home = newHome(undefined, 'long-'.repeat(25))
  const { connection, release } = await open(home)
  expect(Buffer.byteLength(join(connection.host, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107)
  expect(statSync(connection.host).mode & 0o777).toBe(0o700)
  await release()
  expect(existsSync(connection.host)).toBe(false)
})
