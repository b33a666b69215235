/** What a login of a PostgreSQL of one's own may do, and the SQL that gives it what it lacks. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, escapeIdentifier as quoted, type ClientConfig } from 'pg'
import { accessFaults } from './access-faults.ts'
import { rowsOf } from './database.ts'
import { logins, roleNames, schema, type Passwords } from './migrate.ts'
import { codeOf } from './place-error.ts'

export interface Rights {
  /** Such as 180003. */
  readonly version: number
  readonly encoding: string
  readonly canMakeRoles: boolean
  readonly canCreate: boolean
  /** The roles of this base are there, and the login may act for them. */
  readonly hasRoles: boolean
  /** What is set at sign-in holds: nothing between hands connections around. */
  readonly isDirect: boolean
  /** The server's clock, milliseconds since 1970. */
  readonly now: number
}

/** `login` is the one that migrates, on the base itself. */
export async function rightsOf(login: ClientConfig): Promise<Rights> {
  const client = new Client({ ...login, options: '-c headstamp.probe=here' })
  await client.connect()
  try {
    const [row] = await rowsOf<{
      version: string
      encoding: string
      makes: boolean
      creates: boolean
      probe: string | null
      now: string
      base: string
    }>(
      client,
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
              rolcreaterole or rolsuper as makes,
              has_database_privilege(current_database(), 'create') as creates,
              current_setting('headstamp.probe', true) as probe,
              (extract(epoch from clock_timestamp()) * 1000)::text as now, current_database() as base
         from pg_roles where rolname = current_user`,
    )
    if (row === undefined) throw new Error('the login has no role')
    return {
      version: Number(row.version),
      encoding: row.encoding,
      canMakeRoles: row.makes,
      canCreate: row.creates,
      hasRoles: await hasRoles(client, row.base),
      isDirect: row.probe === 'here',
      now: Number(row.now),
    }
  } finally {
    await client.end()
  }
}

async function hasRoles(client: Client, base: string): Promise<boolean> {
  const names = Object.values(roleNames(base))
  const { owner, tables } = roleNames(base)
  const there = await rowsOf<{ mine: boolean }>(
    client,
    `select rolname <> all ($2) or pg_has_role(current_user, oid, 'member') as mine from pg_roles where rolname = any ($1)`,
    [names, [owner, tables]],
  )
  return there.length === names.length && there.every(({ mine }) => mine)
}

/** Makes the roles, for a login that may not. Passwords stand in it as verifiers that cannot be turned back. */
export function sqlForAdministrator(database: string, user: string, passwords: Passwords): string {
  const roles = roleNames(database)
  return [
    `-- As a superuser, in the database ${quoted(database)}:`,
    `create role ${quoted(roles.tables)} nologin;`,
    ...logins.map(
      (login) => `create role ${quoted(roles[login])} login password '${scramVerifier(passwords[login])}';`,
    ),
    `grant ${quoted(roles.owner)}, ${quoted(roles.tables)} to ${quoted(user)};`,
    `grant ${quoted(roles.tables)} to ${quoted(roles.owner)}, ${quoted(roles.intake)};`,
    `grant create on database ${quoted(database)} to ${quoted(user)};`,
  ].join('\n')
}

/** As PostgreSQL keeps a password (RFC 5803), so that nobody who sees the SQL can sign in with it. */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`
}

export type BaseState =
  /** Nothing was made there yet. */
  | { readonly state: 'none' }
  /** The owner may not sign in: there is none, or its password is another. */
  | { readonly state: 'refused' }
  /** `unknown`: migrations that this version does not know. `faults`: where the access model is broken. */
  | { readonly state: 'made'; readonly unknown: readonly string[]; readonly faults: readonly string[] }

export async function baseState(owner: ClientConfig, base: string): Promise<BaseState> {
  const client = new Client(owner)
  try {
    await client.connect()
    const applied = await rowsOf<{ name: string }>(client, `select name from ${schema}.migrations`)
    const known = await readdir(join(import.meta.dirname, 'migrations'))
    return {
      state: 'made',
      unknown: applied.map(({ name }) => name).filter((name) => !known.includes(name)),
      faults: await accessFaults(client, base),
    }
  } catch (error) {
    if (codeOf(error).startsWith('28')) return { state: 'refused' }
    if (nothingThere.has(codeOf(error))) return { state: 'none' }
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** No such database, schema or table; a schema that is not ours. */
const nothingThere = new Set(['3D000', '3F000', '42P01', '42501'])
