/** Drops the base of an exercise, and never one that holds a mission. */
import { Client, type ClientConfig } from 'pg'
import { rowsOf } from './database.ts'
import { roleNames, schema, type Passwords } from './migrate.ts'

/** `not-there`, or `mission`: a base of that name is no exercise, and was left alone. */
export type Dropped = 'dropped' | 'not-there' | 'mission'

/** `server` is the login that made the base, connected to another one. Fails with 55006 while the base is in use. */
export async function dropExercise(server: ClientConfig, base: string, passwords: Passwords): Promise<Dropped> {
  return asClient(server, async (client) => {
    const there = await rowsOf(client, 'select from pg_database where datname = $1', [base])
    if (there.length === 0) return 'not-there'
    if (!(await mayDrop(server, base, passwords))) return 'mission'
    await client.query(`drop database ${client.escapeIdentifier(base)}`)
    await client.query(`drop role if exists ${Object.values(roleNames(base)).join(', ')}`)
    return 'dropped'
  })
}

/** Also where making it was broken off before anything could be written. */
async function mayDrop(server: ClientConfig, base: string, passwords: Passwords): Promise<boolean> {
  const isMade = await asClient({ ...server, database: base }, async (client) => {
    const [row] = await rowsOf<{ made: boolean }>(client, 'select to_regclass($1) is not null as made', [
      `${schema}.nodes`,
    ])
    return row?.made === true
  })
  if (!isMade) return true
  const owner = { ...server, database: base, user: roleNames(base).owner, password: passwords.owner }
  return asClient(owner, async (client) => {
    const nodes = await rowsOf<{ exercise: boolean }>(client, `select exercise from ${schema}.nodes`)
    return nodes.every(({ exercise }) => exercise)
  })
}

async function asClient<Answer>(config: ClientConfig, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
