/** Every read goes through here: the reader's role, bound by row-level security to what one account may see. */
import type { Client } from './database.ts'
import type { Store } from './connect.ts'

/** For whom something is read. */
export interface Reader {
  readonly account: string
  /** 0 to 2; 3 is the operator at this home's own command line, who sees informants too. */
  readonly clearance: number
  readonly teams: readonly string[]
}

export const operator: Reader = { account: 'operator', clearance: 3, teams: [] }

/** Runs the work in one read-only transaction whose settings say what may be seen. */
export async function read<T>(store: Store, reader: Reader, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await store.reader.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; ${settingsFor(store, reader, client)}`)
    const value = await work(client)
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** One trip for all: set_config(…, true) lasts to the end of the transaction and no longer. */
function settingsFor(store: Store, reader: Reader, client: { escapeLiteral(text: string): string }): string {
  const settings = {
    node: String(store.nodeId),
    clearance: String(reader.clearance),
    teams: reader.teams.join(','),
    account: reader.account,
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('headstamp.${name}', ${client.escapeLiteral(value)}, true)`,
  )
  return `select ${calls.join(', ')}`
}
