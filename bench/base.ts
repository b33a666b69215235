/** A home of its own for a benchmark, with the embedded server as it ships: durable, nothing switched off. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContext, type Context } from '#server/context.ts'
import { openHome } from '#store/home.ts'
import { openEmbedded } from '#store/open-embedded.ts'
import { Pool, type ClientConfig } from 'pg'

export interface BenchBase {
  readonly folder: string
  readonly home: string
  readonly context: Context
  /** A superuser in the same base: what a bare PostgreSQL does. */
  readonly bare: Pool
  readonly superuser: ClientConfig
  close(): Promise<void>
}

export async function benchBase(now?: () => number): Promise<BenchBase> {
  const folder = await mkdtemp(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'headstamp-bench-'))
  const home = join(folder, 'home')
  const context = await openContext({ home, ...(now !== undefined && { now }) })
  const embedded = await openEmbedded(openHome(home))
  const { host, port, user, password } = embedded.connection
  const superuser = { host, port, user, password, database: 'headstamp', options: '-c search_path=headstamp' }
  const bare = new Pool({ ...superuser, max: 8 })
  return {
    folder,
    home,
    context,
    bare,
    superuser,
    async close() {
      await bare.end()
      await embedded.release()
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
