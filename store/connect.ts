/** The store: one pool a role, and the node that this home keeps. */
import { randomInt, randomUUID } from 'node:crypto'
import { Pool, type ClientConfig, type PoolConfig } from 'pg'
import { readShapes, type TableShape } from './copy.ts'
import { rowsOf } from './database.ts'
import { promptPool } from './prompt-client.ts'
import { migrate, roleNames, schema, type Login, type Passwords } from './migrate.ts'

/** Where the database is; a folder as host means the socket in it. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly ssl?: ClientConfig['ssl']
}

export interface Store {
  readonly nodeId: number
  readonly node: string
  readonly exercise: boolean
  readonly intake: Pool
  /** The same role, for single submissions. */
  readonly prompt: Pool
  readonly reader: Pool
  readonly app: Pool
  readonly shapes: ReadonlyMap<string, TableShape>
  shape(table: string): TableShape
  close(): Promise<void>
}

export interface OpenStore {
  readonly address: Address
  /** Superuser, or a login with CREATEROLE and CREATE on the database. */
  readonly login: { readonly user: string; readonly password?: string }
  readonly passwords: Passwords
  /** The base whose roles are used, where it is another: a copy keeps those of its original. */
  readonly rolesOf?: string
  readonly exercise?: boolean
  readonly now: () => number
}

export async function openStore({
  address,
  login,
  passwords,
  rolesOf,
  exercise = false,
  now,
}: OpenStore): Promise<Store> {
  await migrate({ ...address, ...login }, passwords, rolesOf)
  const roles = roleNames(rolesOf ?? address.database)
  const pool = (role: Login, max: number, { options = '', ...more }: PoolConfig = {}) =>
    new Pool({
      ...address,
      user: roles[role],
      password: passwords[role],
      max,
      options: `-c search_path=${schema} -c client_min_messages=warning -c timezone=UTC ${options}`,
      application_name: `headstamp ${role}`,
      ...more,
    })
  const owner = pool('owner', 1)
  const { nodeId, node, ...kept } = await ensureNode(owner, exercise, now)
  await owner.end()
  const prompt = pool('intake', 2, promptPool)
  const pools = { intake: pool('intake', 4), prompt, reader: pool('reader', 8), app: pool('app', 4) }
  // A connection that the server ends is replaced at the next call, and what was asked on it fails; without listeners
  // the process would end, whether it lay idle or was at work.
  for (const each of Object.values(pools)) {
    each.on('error', () => undefined)
    each.on('connect', (client) => client.on('error', () => undefined))
  }
  const shapes = await readShapes(pools.intake, schema)
  return {
    nodeId,
    node,
    exercise: kept.exercise,
    ...pools,
    shapes,
    shape(table) {
      const shape = shapes.get(table)
      if (shape === undefined) throw new Error(`no table ${table}`)
      return shape
    },
    async close() {
      await Promise.all(Object.values(pools).map((each) => each.end()))
    },
  }
}

/** The node of this base, made at its first start. Its number is drawn, so that bases can stand side by side. */
async function ensureNode(owner: Pool, exercise: boolean, now: () => number) {
  await owner.query(
    `with made as (
       insert into nodes (node_id, node, exercise, made_at)
       select $1, $2, $3, $4 where not exists (select from nodes) returning node_id)
     insert into ledger_heads (node_id, leaves, frontier) select node_id, 0, '' from made`,
    [randomInt(1, 2 ** 31 - 1), randomUUID(), exercise, new Date(now()).toISOString()],
  )
  const [row] = await rowsOf<{ node_id: number; node: string; exercise: boolean }>(owner, 'select * from nodes limit 1')
  if (row === undefined) throw new Error('the base has no node')
  return { nodeId: row.node_id, node: row.node, exercise: row.exercise }
}
