/** For tests: a base whose reader's statements are noted as they are sent, and how PostgreSQL would run each. */
import type pg from 'pg'
import { rowsOf } from '#store/database.ts'
import { read, type Reader } from '#store/reader.ts'
import type { Store } from '#store/connect.ts'

export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** The same store; what its reader's connections are asked is added to the list. */
export function noting(store: Store, statements: Statement[]): Store {
  const note = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          const [sql, values = []] = args
          if (name === 'query' && typeof sql === 'string') statements.push({ sql, values: values as unknown[] })
          return value.apply(target, args) as unknown
        }
      },
    })
  const reader = { connect: async () => note(await store.reader.connect()) } as unknown as pg.Pool
  return { ...store, reader }
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Filter?: string
  readonly Plans?: readonly Node[]
}

/**
 * How the statement breaks the rule that the reader reaches records and what is derived by an index condition on more
 * than the node, or in an index's own order up to a LIMIT.
 */
export async function planFaults(store: Store, reader: Reader, { sql, values }: Statement): Promise<readonly string[]> {
  return read(store, reader, async (client) => {
    await client.query('set local enable_seqscan = off')
    const [row] = await rowsOf<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      client,
      `explain (format json) ${sql}`,
      [...values],
    )
    return row?.['QUERY PLAN'].flatMap(({ Plan }) => faultsIn(Plan, false)) ?? ['no plan']
  })
}

/** Nodes that hand rows on one by one, so that a LIMIT above them ends the scan below. */
const streaming = new Set(['Result', 'Subquery Scan', 'Nested Loop', 'Unique', 'LockRows', 'Merge Append', 'Append'])

function faultsIn(node: Node, limited: boolean): readonly string[] {
  const type = node['Node Type']
  const below = type === 'Limit' || (limited && streaming.has(type))
  return [...accessFaults(node, limited), ...(node.Plans ?? []).flatMap((plan) => faultsIn(plan, below))]
}

function accessFaults(node: Node, limited: boolean): readonly string[] {
  const type = node['Node Type']
  const where = node['Relation Name'] ?? node['Index Name'] ?? ''
  if (type === 'Seq Scan' || type === 'Tid Scan' || type === 'Sample Scan') return [`${type} on ${where}`]
  if (!/Index/.test(type)) return []
  const named = (node['Index Cond'] ?? '').replace(/\(?\bnode_id\b\s*=/g, '')
  if (/\w+\s*(=|<|>|IS)/.test(named.replace(/"/g, '')) || limited) return []
  return [`${type} on ${node['Index Name'] ?? where} by ${node['Index Cond'] ?? 'nothing'}`]
}

/** Many rows where there were few, so that PostgreSQL plans as it would for a mission at work. */
export async function multiply(store: Store, tables: readonly string[], times: number): Promise<void> {
  for (const table of tables) {
    const keys = await rowsOf<{ name: string; type: string }>(
      store.intake,
      `select distinct a.attname as name, t.typname as type
         from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
         join pg_type t on t.oid = a.atttypid
        where x.indrelid = $1::regclass and a.attname not in ('node_id', 'handling', 'team', 'side')`,
      [table],
    )
    const fresh = keys.flatMap(({ name, type }) => {
      const made = freshValue[type]?.(`t."${name}"`)
      return made === undefined ? [] : [`'${name}', ${made}`]
    })
    await store.intake.query(
      `insert into ${table} select r.*
         from (select * from ${table} limit 10) t cross join generate_series(1, $1) g (n)
         cross join lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${fresh.join(', ')})) r
       on conflict do nothing`,
      [times],
    )
  }
  await store.intake.query(`analyze ${tables.join(', ')}`)
}

const freshValue: { readonly [type: string]: (column: string) => string } = {
  uuid: (column) => `case when ${column} is not null then gen_random_uuid() end`,
  text: (column) => `${column} || '-' || g.n`,
  int8: (column) => `${column} # hashint8extended(g.n, 0)`,
  date: (column) => `${column} - g.n % 3000`,
}
