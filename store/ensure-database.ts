/** Makes the base on the embedded server where it is not there yet. */
import { Client, type ClientConfig } from 'pg'
import { rowsOf } from './database.ts'
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

/** duplicate_database; unique_violation where two made it in the same instant. */
const madeMeanwhile = new Set(['42P04', '23505'])
