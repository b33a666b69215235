/**
 * Reads as a person asks them, under the reader's role, against bare: the very statements that they sent, with the same
 * parameters, sent again as owner through the same driver, where no policy binds. Each pair runs side by side, the bare
 * one first and second in turn, so that a warm cache favours neither.
 */
import type { Pool } from 'pg'
import { listFindings } from '#server/reading/findings.ts'
import { linksOfIncident } from '#server/reading/links.ts'
import { search } from '#server/reading/search.ts'
import { showRecord } from '#server/reading/show.ts'
import { rowsOf } from '#store/database.ts'
import type { Reader } from '#store/reader.ts'
import { percentile, timed, type BenchBase } from './base.ts'
import { dice } from './workload.ts'

interface Statement {
  readonly sql: string
  readonly values: unknown[]
}

const analyst: Reader = { account: 'bench', clearance: 1, teams: [] }
const serials = 300
const incidents = 60

export async function benchReads(base: BenchBase, print: (line: string) => void): Promise<void> {
  const { context, bare } = base
  const { analysis } = context
  await bare.query('analyze')
  const roll = dice(11)
  const marked = await rowsOf<{ ref: string; serial: string }>(
    bare,
    `select ref, serial from items tablesample bernoulli (1) repeatable (7) where length(serial) between 6 and 12 limit ${serials}`,
  )
  const mistyped = marked.map(({ ref, serial }) => ({ ref, typed: mistype(serial, roll) }))
  let found = 0
  await compared(base, print, 'a mistyped serial', mistyped, async ({ ref, typed }) => {
    const hits = await search(analysis, analyst, typed)
    if (hits.some((hit) => hit.ref === ref)) found++
  })
  print(`  found ${found} of ${2 * mistyped.length}`)
  const linked = await rowsOf<{ ref: string }>(
    bare,
    `select ref from incidents where ref like 'I%' order by md5(ref) limit ${incidents}`,
  )
  const links = ({ ref }: { ref: string }) => linksOfIncident(analysis, analyst, ref)
  await compared(base, print, 'the links of an incident', linked, links)
  const show = ({ ref }: { ref: string }) => showRecord(analysis, analyst, ref)
  await compared(base, print, 'the page of an incident', linked, show)
  const list = () => listFindings(analysis, analyst, {})
  await compared(base, print, 'the first page of findings', linked.slice(0, 20), list)
}

/** Runs each read once to warm and to note its statements, then the read and its bare twin in turn. */
async function compared<T>(
  { context, bare }: BenchBase,
  print: (line: string) => void,
  name: string,
  asked: readonly T[],
  read: (one: T) => Promise<unknown>,
): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  for (const [i, one] of asked.entries()) {
    const statements = await noting(context.store.reader, () => read(one))
    const turns = [
      async () => theirs.push((await timed(() => again(bare, statements))).ms),
      async () => ours.push((await timed(() => read(one))).ms),
    ]
    for (const turn of i % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  const [p50, p95] = [0.5, 0.95].map((share) => [percentile(ours, share), percentile(theirs, share)] as const) as [
    readonly [number, number],
    readonly [number, number],
  ]
  print(
    `${name}: p50 ${p50[0].toFixed(1)} ms, p95 ${p95[0].toFixed(1)} ms; the same statements bare p50 ${p50[1].toFixed(1)} ms, ` +
      `p95 ${p95[1].toFixed(1)} ms; ratio of p95 ${(p95[0] / p95[1]).toFixed(2)}, of ${asked.length}`,
  )
}

/** The statements that the work sends to this pool, transactions and settings aside. */
async function noting(pool: Pool, work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const connect = pool.connect.bind(pool)
  const listening = async () => {
    const client = await connect()
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((sql: unknown, values: unknown) => {
      if (typeof sql === 'string' && Array.isArray(values)) statements.push({ sql, values })
      return query(sql, values)
    }) as typeof client.query
    const release = client.release.bind(client)
    client.release = (error) => {
      client.query = query as typeof client.query
      release(error)
    }
    return client
  }
  pool.connect = listening as typeof pool.connect
  try {
    await work()
  } finally {
    pool.connect = connect
  }
  return statements
}

/** In one transaction, as the reader's are. */
async function again(bare: Pool, statements: readonly Statement[]): Promise<void> {
  const client = await bare.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    for (const { sql, values } of statements) await client.query(sql, values)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** One slip, as hands and worn metal make them: two neighbours swapped, one lost, one too many, a look-alike. */
function mistype(serial: string, roll: (sides: number) => number): string {
  const at = 1 + roll(serial.length - 2)
  const [before, one, next, after] = [serial.slice(0, at), serial[at] ?? '', serial[at + 1] ?? '', serial.slice(at + 2)]
  switch (roll(4)) {
    case 0:
      return `${before}${next}${one}${after}`
    case 1:
      return `${before}${next}${after}`
    case 2:
      return `${before}${one}${roll(10)}${next}${after}`
    default:
      return `${before}${lookAlikes[one] ?? String(roll(10))}${next}${after}`
  }
}

const lookAlikes: { readonly [character: string]: string } = { 0: 'O', 1: 'I', 5: 'S', 8: 'B', 2: 'Z' }
