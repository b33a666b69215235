/** Makes a base on a server where it is not there yet, and tells whether one is. */
import { Client, type ClientConfig } from 'pg'
import { rowsOf, type Queryable } from './database.ts'
import { codeOf } from './place-error.ts'

/** `server` is a superuser's connection. Any number of processes may call this at once. */
export async function ensureDatabase(server: ClientConfig, name: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    const there = await rowsOf(client, 'select from pg_database where datname = $1', [name])
    if (there.length > 0) return
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    if (!madeMeanwhile.has(codeOf(error))) throw error
  } finally {
    await client.end()
  }
}

/** Whether the server has a base whose name is this one's with that at its end. */
export async function hasBaseBeside(db: Queryable, suffix: string): Promise<boolean> {
  const there = await rowsOf(db, 'select from pg_database where datname = current_database() || $1', [suffix])
  return there.length > 0
}

/** duplicate_database; unique_violation where two made it in the same instant. */
const madeMeanwhile = new Set(['42P04', '23505'])
