/** A context of its own for a test: an empty base on the tests' server, named as a DATABASE_URL would, and a home. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase } from '#store/test-database.ts'
import { openContext, type Context } from './context.ts'

export interface SamplePlace {
  /** A folder that does not exist yet. */
  readonly home: string
  readonly databaseUrl: string
  remove(): Promise<void>
}

export async function samplePlace(): Promise<SamplePlace> {
  const folder = mkdtempSync(join(tmpdir(), 'headstamp-place-'))
  const { connection, drop } = await emptyDatabase()
  return {
    home: join(folder, 'home'),
    databaseUrl: urlOf(connection),
    async remove() {
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const urlOf = (to: { host: string; port: number; user: string; password: string; database: string }): string =>
  `postgresql://${to.user}:${encodeURIComponent(to.password)}@localhost/${to.database}?host=${encodeURIComponent(to.host)}&port=${to.port}`

export interface SampleContext {
  readonly context: Context
  readonly place: SamplePlace
  /** Moves the clock; it goes on by itself otherwise. */
  passTime(ms: number): void
  remove(): Promise<void>
}

export async function sampleContext(): Promise<SampleContext> {
  const place = await samplePlace()
  let passed = 0
  const context = await openContext({ ...place, now: () => Date.now() + passed })
  return {
    context,
    place,
    passTime(ms) {
      passed += ms
    },
    async remove() {
      await context.close()
      await place.remove()
    },
  }
}
