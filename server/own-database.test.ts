// A PostgreSQL of one's own: a second server, started by hand, whose logins are no superusers.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults } from '#store/access-faults.ts'
import { openHome } from '#store/home.ts'
import { roleNames } from '#store/migrate.ts'
import { openEmbedded, type Embedded } from '#store/open-embedded.ts'
import { PlaceError } from '#store/place-error.ts'
import { operator } from '#store/reader.ts'
import { openContext, type Context } from './context.ts'
import { examine } from './doctor/doctor.ts'
import { removeExercise } from './exercise-base.ts'
import { rolePasswordsFile } from './home-keys.ts'
import { sampleParts } from './sample-base.ts'
import { showRecord } from './reading/show.ts'

let folder: string
let server: Embedded
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-database-'))
  server = await openEmbedded(openHome(join(folder, 'by-hand')), { port: 'auto' })
})
afterAll(async () => {
  await server.release()
  rmSync(folder, { recursive: true, force: true })
})

async function asSuperuser(database: string, sql: string): Promise<void> {
  const client = new Client({ ...server.connection, database })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** A base, and a login on it with these rights; answers how it is named. */
async function makeBase(base: string, login: string, rights: string): Promise<string> {
  await asSuperuser('postgres', `create database "${base}"`)
  await asSuperuser(
    base,
    `create role "${login}" login password 'correct horse' ${rights}; revoke all on database "${base}" from public;
     grant connect on database "${base}" to "${login}" with grant option; grant connect on database "${base}" to public`,
  )
  return `postgresql://${login}:correct%20horse@127.0.0.1:${server.connection.port}/${encodeURIComponent(base)}`
}

async function writeAndRead({ submitter, analysis }: Context): Promise<void> {
  const parts = [sampleParts('incidents', { incident_ref: 'I1', kind: 'attack', date: '2015-11-20', country: 'XA' })]
  await submitter.submit({ source: 'default', author: 'operator', device: 'test', parts }, null)
  expect(await showRecord(analysis, operator, 'I1')).toMatchObject({ ref: 'I1', fields: { kind: 'attack' } })
}

const ill = async (home: string, databaseUrl: string) =>
  (await examine({ home, databaseUrl })).filter(({ remedy }) => remedy !== null)

test('a login with CREATEROLE and CREATE on the base is enough, and the access model holds', async () => {
  const databaseUrl = await makeBase('mission', 'maker', 'createrole')
  await asSuperuser('mission', 'grant create on database mission to maker')
  const home = join(folder, 'maker-home')
  expect(await ill(home, databaseUrl)).toEqual([])
  const context = await openContext({ home, databaseUrl })
  await writeAndRead(context)
  await context.close()
  expect(await ill(home, databaseUrl)).toEqual([])
  const again = await openContext({ home, databaseUrl })
  expect(await showRecord(again.analysis, operator, 'I1')).toMatchObject({ ref: 'I1' })
  await again.close()
  const client = new Client({ ...server.connection, database: 'mission' })
  await client.connect()
  expect(await accessFaults(client, 'mission')).toEqual([])
  await client.end()
})

test('for a login without CREATEROLE the doctor prints the SQL, and with that run everything works', async () => {
  const databaseUrl = await makeBase('Second Mission', 'plain', '')
  const home = join(folder, 'plain-home')
  const refused = await openContext({ home, databaseUrl }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ kind: 'other-user', remedy: { en: expect.stringContaining('headstamp doctor') } })
  expect((refused as PlaceError).message).not.toContain('horse')

  const [rights, ...others] = await ill(home, databaseUrl)
  expect(others).toEqual([])
  expect(rights).toMatchObject({
    name: 'rights',
    remedy: { fr: expect.stringContaining("l'administrateur du serveur") },
  })
  const sql = (rights?.remedy?.en ?? '').split('\n').slice(1).join('\n')
  expect(sql).toContain('SCRAM-SHA-256$')
  for (const password of Object.values(JSON.parse(readFileSync(join(home, rolePasswordsFile), 'utf8')) as object)) {
    expect(sql).not.toContain(password)
  }

  await asSuperuser('Second Mission', sql)
  expect(await ill(home, databaseUrl)).toEqual([])
  const context = await openContext({ home, databaseUrl })
  await writeAndRead(context)
  await context.close()
  expect(await ill(home, databaseUrl)).toEqual([])
})

test('a login that may make roles and not a schema is told the one line that it lacks', async () => {
  const databaseUrl = await makeBase('third', 'half', 'createrole')
  const [rights] = await ill(join(folder, 'half-home'), databaseUrl)
  expect(rights?.remedy?.en).toMatch(/grant create on database "third" to "half";$/)
})

test('an exercise lies in a base beside the mission, which an administrator makes where the login may not', async () => {
  const databaseUrl = await makeBase('fifth', 'no_maker', 'createrole')
  await asSuperuser('fifth', 'grant create on database fifth to no_maker')
  const options = { home: join(folder, 'fifth-home'), databaseUrl, exercise: true }
  const refused = await openContext(options).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(PlaceError)
  const [, sql = ''] = /run: (.+?)\. Nothing/.exec((refused as PlaceError).remedy.en) ?? []
  await asSuperuser('postgres', sql)
  const exercise = await openContext(options)
  expect(exercise.store.exercise).toBe(true)
  await writeAndRead(exercise)
  await exercise.close()
  expect(await removeExercise(options)).toBe(true)
  expect(await removeExercise(options)).toBe(false)
})

test('the roles carry the name of their base, and bases whose names look alike do not share them', () => {
  expect(roleNames('mission').reader).toBe('headstamp_mission_reader')
  const names = ['mission-a', 'Mission_A', 'mission_a', `${'m'.repeat(40)}1`, `${'m'.repeat(40)}2`].map(
    (base) => roleNames(base).retention,
  )
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^headstamp_[a-z0-9_]{1,40}_retention$/)
})

test('a base that was made from another home is told from one that is not made yet', async () => {
  const databaseUrl = await makeBase('fourth', 'owner_of_two', 'createrole')
  await asSuperuser('fourth', 'grant create on database fourth to owner_of_two')
  await (await openContext({ home: join(folder, 'one'), databaseUrl })).close()
  const other = join(folder, 'other')
  const [schema] = await ill(other, databaseUrl)
  expect(schema).toMatchObject({ name: 'schema', remedy: { en: expect.stringContaining(rolePasswordsFile) } })
  const refused = await openContext({ home: other, databaseUrl }).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    kind: 'password-refused',
    remedy: { en: expect.stringContaining(rolePasswordsFile) },
  })
})

test.each([
  ['no server answers there', (): string => 'postgresql://u:hush@127.0.0.1:1/x', 'not-answering'],
  [
    'the password is another',
    (): string => `postgresql://headstamp:hush@127.0.0.1:${server.connection.port}/x`,
    'password-refused',
  ],
  ['it cannot be read', (): string => 'mysql://u:hush@h/x', 'bad-settings'],
] as const)('an address under which %s is refused with what to do, its password never said', async (_, url, kind) => {
  const failure = await openContext({ home: join(folder, 'nowhere'), databaseUrl: url() }).catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(PlaceError)
  expect(failure).toMatchObject({ kind })
  for (const language of ['en', 'fr'] as const)
    expect((failure as PlaceError).inLanguage(language)).not.toContain('hush')
})
