/**
 * Single submissions over HTTP, all rules on, answered when durable, against the same number of clients that each
 * commit one bare row at a time; and how long until another session lists what a submission raised.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { Client } from 'pg'
import { percentile, type BenchBase } from './base.ts'
import { dice } from './workload.ts'

const seconds = 8

export async function benchSubmissions(base: BenchBase, print: (line: string) => void): Promise<void> {
  const { folder } = base
  const { token } = JSON.parse(await headstamp(folder, ['token', '--json'])) as { token: string }
  const server = spawn(launcher, ['serve', '--port', '0', '--json'], {
    env: { ...process.env, HEADSTAMP_HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const post = poster(url, token, agent)
  try {
    await load(post, 8, 2)
    for (const clients of [8, 32]) {
      const bare = await bareRate(base, clients)
      const { rate, times } = await load(post, clients, seconds)
      print(
        `${clients} clients: ${Math.round(rate)} submissions a second (p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms); ` +
          `bare rows ${Math.round(bare)} a second; ratio ${(rate / bare).toFixed(2)}`,
      )
    }
    const waits = await seenAfter(post, { url, token, agent })
    print(
      `from a submission to its finding in another session's list, under load: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p99 ${percentile(waits, 0.99).toFixed(0)} ms, of ${waits.length}`,
    )
  } finally {
    agent.destroy()
    server.kill('SIGINT')
    await once(server, 'exit')
  }
}

/** What a command prints. */
async function headstamp(folder: string, args: readonly string[]): Promise<string> {
  const child = spawn(launcher, args, {
    env: { ...process.env, HEADSTAMP_HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  await once(child, 'exit')
  return printed
}

const launcher = join(import.meta.dirname, '../headstamp')

type Post = (body: string) => Promise<{ readonly status: number; readonly text: string }>

const poster =
  (url: string, token: string, agent: Agent): Post =>
  (body) =>
    call(`${url}/api/entries`, { token, agent, body })

function call(
  url: string,
  { token, agent, body }: { token: string; agent: Agent; body?: string },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    }
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

let made = 0
const roll = dice(7)

/** An attack with one to three items, of types that the base knows, as most finds are. */
function submission(date = `2024-0${1 + roll(9)}-1${roll(9)}`): string {
  const ref = `S${process.pid}-${made++}`
  const items = Array.from({ length: 1 + roll(3) }, (_, i) => {
    const isArm = roll(2) === 0
    return {
      item_ref: `${ref}-${i}`,
      class: isArm ? 'arm' : 'ammunition',
      ...(isArm
        ? { pattern: 'AK', model: `Model ${roll(40)}`, serial: `S${roll(10_000_000)}` }
        : { calibre: '7.62x39', lot: `L${roll(40)}-${roll(60)}` }),
      producer: `Factory ${roll(10)}`,
      year: 1990 + roll(6),
      used_by: 'attacker',
    }
  })
  return JSON.stringify({
    incident: {
      incident_ref: ref,
      kind: 'attack',
      date,
      country: 'XA',
      admin1: `Region ${roll(12)}`,
      presumed_actor: `Group ${roll(8)}`,
      actor_basis: 'claim',
    },
    items,
  })
}

async function load(
  post: Post,
  clients: number,
  forSeconds: number,
): Promise<{ readonly rate: number; readonly times: readonly number[] }> {
  const end = performance.now() + forSeconds * 1000
  const times: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const start = performance.now()
        const { status, text } = await post(submission())
        if (status !== 201) throw new Error(`${status}: ${text}`)
        times.push(performance.now() - start)
      }
    }),
  )
  return { rate: times.length / forSeconds, times }
}

/** The same number of clients, each committing one small row after another on a connection of its own. */
async function bareRate({ bare, superuser }: BenchBase, clients: number): Promise<number> {
  await bare.query(
    'create table if not exists public.bare_rows (id bigint generated always as identity primary key, body text)',
  )
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client(superuser)
      await client.connect()
      return client
    }),
  )
  const end = performance.now() + 3000
  let rows = 0
  await Promise.all(
    connections.map(async (client) => {
      for (; performance.now() < end; rows++)
        await client.query('insert into public.bare_rows (body) values ($1)', ['x'.repeat(200)])
    }),
  )
  await Promise.all(connections.map((client) => client.end()))
  await bare.query('drop table public.bare_rows')
  return rows / 3
}

/** While eight clients write, a ninth submits what raises a finding and another session asks until it is listed. */
async function seenAfter(post: Post, reader: { url: string; token: string; agent: Agent }): Promise<readonly number[]> {
  const waits: number[] = []
  const busy = load(post, 8, 6)
  const end = performance.now() + 5500
  while (performance.now() < end) {
    const start = performance.now()
    // Found in Libya and made after its embargo began.
    const ref = `L${process.pid}-${made++}`
    const body = {
      incident: { incident_ref: ref, kind: 'attack', date: '2024-05-05', country: 'LY' },
      items: [{ item_ref: `${ref}-1`, class: 'arm', model: 'Model 1', producer: 'Factory 1', year: 2020 }],
    }
    await post(JSON.stringify(body))
    for (let seen = false; !seen;) {
      const { text } = await call(`${reader.url}/api/findings?item=${ref}-1&rule=embargo`, reader)
      seen = text.includes(`${ref}-1`)
    }
    waits.push(performance.now() - start)
  }
  await busy
  return waits
}
