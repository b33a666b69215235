/** For tests: a connection as the owner of a context's base. */
import { Client } from 'pg'
import { roleNames, schema } from '#store/migrate.ts'
import type { Context } from './context.ts'
import { rolePasswords } from './home-keys.ts'

export async function withOwner<T>({ home, store }: Context, work: (owner: Client) => Promise<T>): Promise<T> {
  const { host, port, database = '' } = store.intake.options
  const owner = new Client({
    host,
    port,
    database,
    user: roleNames(database).owner,
    password: rolePasswords(home).owner,
    options: `-c search_path=${schema}`,
  } as ConstructorParameters<typeof Client>[0])
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
