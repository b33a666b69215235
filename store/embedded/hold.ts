// What keeps the server running: each process holds a lock of PostgreSQL's own, shared, on a connection of its own.
//
// The lock ends with the process, however it ends. Whoever leaves asks for the lock alone and gets it only where no
// other process holds it: then, and only then, it stops the server. Who comes meanwhile waits at the lock, loses the
// connection as the server stops, and starts anew.

import { Client } from 'pg'
import { text } from '#core/lib/text.ts'
import { codeOf, PlaceError } from '../place-error.ts'
import { readPassword, superuser } from './cluster.ts'
import type { DatabasePlace } from './database-place.ts'
import { isSocket } from './start-server.ts'
import { serverState } from './server-state.ts'

/** A superuser's, as the driver takes it. `host` is an address or the folder of the socket. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Said outright: the driver would otherwise take it from the caller's environment. */
  readonly ssl: false
}

export interface Hold {
  readonly connection: Connection
  readonly client: HeldClient
}

/** What the driver has and its types leave out: whether the connection keeps the process going. */
type HeldClient = Client & { ref(): void; unref(): void }

/** The letters `headstam`: the one lock of the database `postgres` that this code takes. */
const lockKey = '7522525836653912429'
const longestWaitMs = 5_000

/** Takes hold of the live server, if there is one that answers. Throws a `PlaceError` where it refuses the password. */
export async function takeHold(place: DatabasePlace): Promise<Hold | undefined> {
  const state = serverState(place.data)
  if (state.kind === 'none' || !state.address) return undefined
  // A port may be another server's by now; a socket in our own folder answers for the right one, even to a container.
  if (!isSocket(state.address) && state.kind !== 'ready') return undefined

  const password = keptPassword(place)
  const connection: Connection = { ...state.address, user: superuser, password, database: 'postgres', ssl: false }
  const client = new Client({
    ...connection,
    application_name: 'headstamp',
    connectionTimeoutMillis: longestWaitMs,
  }) as HeldClient
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`set idle_session_timeout = 0; select pg_advisory_lock_shared(${lockKey})`)
  } catch (error) {
    await client.end().catch(() => {})
    if (codeOf(error).startsWith('28')) throw refused(place, error)
    return undefined
  }
  // A command that is done ends, even where it forgot to let go.
  client.unref()
  return { connection, client }
}

function keptPassword(place: DatabasePlace): string {
  try {
    return readPassword(place)
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? refused(place, error) : error
  }
}

/** Lets go, and answers whether no other process holds on. If so, none can until the client ends. */
export async function letGo({ client }: Hold): Promise<boolean> {
  client.ref()
  try {
    await client.query(`select pg_advisory_unlock_shared(${lockKey})`)
    const answer = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${lockKey}) as alone`)
    return answer.rows[0]?.alone === true
  } catch {
    // The connection is gone, and the hold with it.
    return false
  }
}

function refused(place: DatabasePlace, cause: unknown): PlaceError {
  return new PlaceError({
    kind: 'password-refused',
    place: place.cluster,
    problem: text(
      "The password kept here is not the database's",
      "Le mot de passe conservé ici n'est pas celui de la base",
    ),
    remedy: text(
      'Put back the password file from a copy of the home.',
      'Remettez le fichier password depuis une copie du dossier.',
    ),
    cause,
  })
}
