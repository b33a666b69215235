/**
 * Brings a database to the present shape: the roles with logins of their own, the schema, the numbered migrations,
 * and the policies. Safe to run by several processes at once and again at any time.
 */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { rowsOf, type Queryable } from './database.ts'

export const schema = 'headstamp'
const folder = join(import.meta.dirname, 'migrations')

/** Every role with a login; `tables` has none. */
export const logins = ['owner', 'intake', 'reader', 'app', 'retention'] as const
export type Login = (typeof logins)[number]
export type Passwords = { readonly [L in Login]: string }

export type RoleNames = { readonly [R in Login | 'tables']: string }

/**
 * The roles of one base; a base may stand beside others on one server, so they carry its name. One that is no plain
 * word is told from those that look like it by a digest.
 */
export function roleNames(base: string): RoleNames {
  const isPlain = /^[a-z0-9_]{1,40}$/.test(base)
  const word = base
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 31)
  const stem = `headstamp_${isPlain ? base : `${word}_${createHash('sha256').update(base).digest('hex').slice(0, 8)}`}`
  return Object.fromEntries([...logins, 'tables'].map((role) => [role, `${stem}_${role}`])) as RoleNames
}

export class NewerDatabase extends Error {
  readonly migration: string
  constructor(migration: string) {
    super(`The database was made by a newer Headstamp (it has ${migration}). Start that version, or restore a backup.`)
    this.migration = migration
  }
}

/**
 * `login` is a superuser or any login with CREATEROLE and CREATE on the database. `rolesOf` is the base whose roles are
 * used, where that is another (a copy of a base keeps its roles). Answers the names of the migrations that were run now.
 */
export async function migrate(login: ClientConfig, passwords: Passwords, rolesOf?: string): Promise<readonly string[]> {
  const client = new Client(login)
  await client.connect()
  try {
    const [{ base = '' } = {}] = await rowsOf<{ base: string }>(client, 'select current_database() as base')
    const roles = roleNames(rolesOf ?? base)
    // One migrator at a time: the others wait here and find the work done.
    await client.query('select pg_advisory_lock(hashtext($1))', [`headstamp migrate ${base}`])
    await makeRoles(client, roles, passwords)
    await client.query(`create schema if not exists ${schema} authorization ${roles.owner}`)
    await client.query(`grant usage, create on schema ${schema} to ${roles.tables}`)
    for (const role of logins) await client.query(`grant usage on schema ${schema} to ${roles[role]}`)
    return await asOwner(login, roles, passwords)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: Queryable, roles: RoleNames, passwords: Passwords): Promise<void> {
  const there = await rowsOf<{ rolname: string }>(client, 'select rolname from pg_roles where rolname = any ($1)', [
    Object.values(roles),
  ])
  const known = new Set(there.map(({ rolname }) => rolname))
  if (!known.has(roles.tables)) await client.query(`create role ${roles.tables} nologin`)
  for (const login of logins) {
    const name = roles[login]
    if (known.has(name)) continue
    await client.query(`create role ${name} login password ${quoteLiteral(passwords[login])}`)
  }
  if (known.size === Object.keys(roles).length) return
  await client.query(`grant ${roles.owner}, ${roles.tables} to current_user`)
  await client.query(`grant ${roles.tables} to ${roles.owner}, ${roles.intake}`)
}

async function asOwner(login: ClientConfig, roles: RoleNames, passwords: Passwords): Promise<readonly string[]> {
  const { connectionString: _, ...rest } = login
  const owner = new Client({
    ...rest,
    user: roles.owner,
    password: passwords.owner,
    options: `-c search_path=${schema} -c client_min_messages=warning`,
  })
  await owner.connect()
  try {
    await owner.query('create table if not exists migrations (name text primary key, sha256 text not null)')
    const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).toSorted()
    const applied = new Set(
      (await rowsOf<{ name: string }>(owner, 'select name from migrations')).map(({ name }) => name),
    )
    for (const name of applied) if (!files.includes(name)) throw new NewerDatabase(name)
    const missing = files.filter((name) => !applied.has(name))
    if (missing.length === 0) return []
    await owner.query('begin')
    for (const name of missing) {
      const sql = await readFile(join(folder, name), 'utf8')
      await owner.query(named(sql, roles))
      await owner.query('insert into migrations values ($1, $2)', [
        name,
        createHash('sha256').update(sql).digest('hex'),
      ])
    }
    await owner.query(named(await readFile(join(folder, 'policies.sql'), 'utf8'), roles))
    await owner.query('commit')
    return missing
  } finally {
    await owner.end()
  }
}

const named = (sql: string, roles: RoleNames) =>
  sql.replace(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const name = word === 'schema' ? schema : roles[word as keyof RoleNames]
    if (name === undefined) throw new Error(`a migration names no role ${word}`)
    return name
  })

const quoteLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`
