/**
 * One new item screened by all rules, against one durable row; and a statement of stock that turns the answers of ten
 * thousand items, while others go on writing.
 */
import { parseRow } from '#core/record/parse-row.ts'
import { rowsOf } from '#store/database.ts'
import { pendingCount } from '#store/pending.ts'
import { workOff } from '#server/analysis/judge.ts'
import { Client } from 'pg'
import { percentile, seconds, type BenchBase } from './base.ts'
import { dice } from './workload.ts'

export async function benchSettling(base: BenchBase, print: (line: string) => void): Promise<void> {
  await oneItem(base, print)
  await oneCorrection(base, print)
}

const roll = dice(11)
let made = 0

async function submit({ context }: BenchBase, table: 'incidents' | 'items' | 'stock', rows: readonly object[]) {
  const parts = rows.map((row) => {
    const parsed = parseRow(table, row as Record<string, unknown>, context.reference.codes)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  })
  return context.submitter.submit({ source: 'bench', author: 'operator', device: 'bench', parts }, null)
}

/** One item of an incident that exists, alone: nobody else writes. */
async function oneItem(base: BenchBase, print: (line: string) => void): Promise<void> {
  const bare = await bareTimes(base)
  const incident = {
    incident_ref: `ONE-${process.pid}`,
    kind: 'attack',
    date: '2023-05-05',
    country: 'XA',
    admin1: 'Region 1',
  }
  await submit(base, 'incidents', [incident])
  const times: number[] = []
  for (let i = 0; i < 320; i++) {
    if (i % 8 === 0) await submit(base, 'incidents', [{ ...incident, incident_ref: `ONE-${process.pid}-${i}` }])
    const item = itemOf(`ONE-${process.pid}-${i - (i % 8)}`)
    const start = performance.now()
    await submit(base, 'items', [item])
    if (i >= 20) times.push(performance.now() - start)
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
  const [own50, own95] = [percentile(bare, 0.5), percentile(bare, 0.95)]
  print(
    `one item, all rules: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; one durable row p50 ${own50.toFixed(1)} ms, ` +
      `p95 ${own95.toFixed(1)} ms; ratio p95 ${(p95 / own95).toFixed(1)}, p50 ${(p50 / own50).toFixed(1)}`,
  )
}

function itemOf(incident: string) {
  const isArm = roll(2) === 0
  return {
    item_ref: `${incident}-${made++}`,
    incident_ref: incident,
    class: isArm ? 'arm' : 'ammunition',
    ...(isArm
      ? { pattern: 'AK', model: `Model ${roll(40)}`, serial: `S${roll(10_000_000)}` }
      : { calibre: '7.62x39', lot: `L${roll(40)}-${roll(60)}` }),
    producer: `Factory ${roll(60)}`,
    year: 1960 + roll(60),
    used_by: 'attacker',
  }
}

async function bareTimes({ bare, superuser }: BenchBase): Promise<readonly number[]> {
  await bare.query(
    'create table if not exists public.bare_rows (id bigint generated always as identity primary key, body text)',
  )
  const client = new Client(superuser)
  await client.connect()
  const times: number[] = []
  for (let i = 0; i < 320; i++) {
    const start = performance.now()
    await client.query('insert into public.bare_rows (body) values ($1)', ['x'.repeat(200)])
    if (i >= 20) times.push(performance.now() - start)
  }
  await client.end()
  await bare.query('drop table public.bare_rows')
  return times
}

/** Of the type that is nearest to ten thousand items a State answers that it never held it. */
async function oneCorrection(base: BenchBase, print: (line: string) => void): Promise<void> {
  const { context } = base
  const { store } = context
  const [type] = await rowsOf<{ model: string; producer: string; year: number; items: number }>(
    store.intake,
    `select model, producer, year, count(*)::int as items from items
      where node_id = $1 and class = 'arm' and model is not null and producer is not null and year is not null
      group by 1, 2, 3 order by abs(count(*) - 10000) limit 1`,
    [store.nodeId],
  )
  if (type === undefined) return
  const { model, producer, year, items } = type
  const answer = {
    stock_ref: `NEVER-${process.pid}`,
    holder: 'State of XA',
    holder_country: 'XA',
    services: ['all'],
    basis: 'statement',
    coverage: 'whole',
    covers_from: String(year),
    covers_to: '2024',
    class: 'arm',
    model,
    producer,
    year,
    status: 'never-held',
    grade: 'B2',
  }
  const others: number[] = []
  const start = performance.now()
  await submit(base, 'stock', [answer])
  const waiting = await pendingCount(store.intake, store.nodeId)
  const state = { settled: false }
  const settling = workOff(context.analysis).then(() => {
    state.settled = true
  })
  while (!state.settled) {
    const own = performance.now()
    await submit(base, 'items', [itemOf(`ONE-${process.pid}`)])
    others.push(performance.now() - own)
  }
  await settling
  const ms = performance.now() - start
  const raised = await rowsOf<{ count: string }>(
    store.intake,
    `select count(*) from findings f join items i on i.node_id = f.node_id and i.id::text = f.subject
      where f.node_id = $1 and f.rule = 'not-in-stock' and f.kept and i.model = $2 and i.producer = $3 and i.year = $4`,
    [store.nodeId, model, producer, year],
  )
  print(
    `an answer about ${items} items settled in ${seconds(ms)} (${waiting} batches waited, ${raised[0]?.count} findings); ` +
      `${others.length} submissions meanwhile: p50 ${percentile(others, 0.5).toFixed(0)} ms, p99 ${percentile(others, 0.99).toFixed(0)} ms`,
  )
}
