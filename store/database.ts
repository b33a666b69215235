/** The few words of PostgreSQL that the store speaks: a query on a client or a pool, and a transaction. */
import { types, type ClientBase, type Pool } from 'pg'
import { atOnce } from './prompt-client.ts'

export type Client = ClientBase
export type Queryable = Pick<ClientBase, 'query'>

// Days are ISO texts in core, never instants in somebody's time zone; instants are RFC 3339 in UTC.
types.setTypeParser(types.builtins.DATE, (value) => value)
types.setTypeParser(types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())

export async function transact<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const [, value] = await atOnce(client, [() => client.query('begin'), () => work(client)])
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    // A connection whose rollback fails is thrown away with whatever it still holds.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** The rows of one statement. */
export async function rowsOf<R extends object>(db: Queryable, sql: string, values: unknown[] = []): Promise<R[]> {
  const result = await db.query<R>(sql, values)
  return result.rows
}
