// A database of its own for a test: a clone of a template that is made once in a run of the tests.

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Connection } from './embedded/hold.ts'
import { logins, migrate, type Passwords } from './migrate.ts'
import { testServer } from './test-server.ts'

export interface TestDatabase<Made> {
  /** A superuser's. */
  readonly connection: Connection
  /** What making the template answered. */
  readonly made: Made
  /** Also while others are still connected to it. */
  drop(): Promise<void>
}

/** `Made` passes from one process to another as JSON. */
export interface Template<Made> {
  /** Letters and underscores: the template's database is `template_<name>`. */
  readonly name: string
  /** Fills the database, and leaves no connection open. */
  fill(database: Connection): Promise<Made>
}

/** The roles are the template's: `roleNames(rolesOf)`. */
interface Migrated {
  readonly rolesOf: string
  readonly passwords: Passwords
}

/** A database with every migration run. */
export async function testDatabase(): Promise<TestDatabase<Migrated>> {
  return cloneOf(migrated)
}

/** A database that nothing has been done to. */
export async function emptyDatabase(): Promise<TestDatabase<null>> {
  return cloneOf({ name: 'empty', fill: () => Promise.resolve(null) })
}

export async function cloneOf<Made>(template: Template<Made>): Promise<TestDatabase<Made>> {
  const server = await testServer(inject('testHome'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const made = await asAdministrator(server, async (administrator) => {
    const kept = await makeOnce(template, server, administrator)
    // File by file: four times as fast as through the log, and nothing here has to survive a crash.
    await administrator.query(`create database ${name} template template_${template.name} strategy file_copy`)
    return kept
  })
  const drop = (): Promise<void> =>
    asAdministrator(server, async (administrator) => {
      await administrator.query(`drop database if exists ${name} with (force)`)
    })
  return { connection: { ...server, database: name }, made, drop }
}

const migrated: Template<Migrated> = {
  name: 'migrated',
  async fill(database) {
    const passwords = Object.fromEntries(logins.map((role) => [role, randomBytes(12).toString('hex')])) as Passwords
    await migrate(database, passwords)
    return { rolesOf: database.database, passwords }
  },
}

async function makeOnce<Made>(template: Template<Made>, server: Connection, administrator: Client): Promise<Made> {
  const database = `template_${template.name}`
  // Two templates may be wanted at once, and "if not exists" looks before it makes.
  await administrator.query('select pg_advisory_lock(0)')
  await administrator.query('create table if not exists templates (name text primary key, made jsonb not null)')
  await administrator.query('select pg_advisory_unlock(0)')
  await administrator.query('select pg_advisory_lock(hashtext($1))', [database])
  const kept = await administrator.query<{ made: Made }>('select made from templates where name = $1', [database])
  const made = kept.rows[0] ? kept.rows[0].made : await make(template, { ...server, database }, administrator)
  await administrator.query('select pg_advisory_unlock(hashtext($1))', [database])
  return made
}

async function make<Made>(template: Template<Made>, database: Connection, administrator: Client): Promise<Made> {
  await administrator.query(`drop database if exists ${database.database} with (force)`)
  await administrator.query(`create database ${database.database} strategy file_copy`)
  const made = await template.fill(database)
  await administrator.query(`alter database ${database.database} with allow_connections false`)
  await administrator.query('insert into templates values ($1, $2)', [database.database, JSON.stringify(made)])
  return made
}

async function asAdministrator<Answer>(server: Connection, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client(server)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
