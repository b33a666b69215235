// One PostgreSQL for a whole run of the tests: started by the first test that asks, gone with its folder at the end.

import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import type { Connection } from './embedded/hold.ts'
import { identityOf, isAlive } from './embedded/process-identity.ts'
import type { Settings } from './embedded/server-settings.ts'
import { serverState } from './embedded/server-state.ts'
import { writePrivate } from './private-files.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The home of the run's server; empty until a test needs it. */
    readonly testHome: string
  }
}

const prefix = 'headstamp-tests-'
const run = promisify(execFile)

/** Nothing here has to outlast the run. A test of what does opens a home of its own. */
const settings: Settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
}

let home: string | undefined

export async function setup(project: TestProject): Promise<void> {
  await removeEarlierRuns()
  home = mkdtempSync(join(placeForTests(), `${prefix}${identityOf(process.pid)}.`))
  project.provide('testHome', home)
}

export async function teardown(): Promise<void> {
  if (home !== undefined) await remove(home)
}

/** The server of this home, started where it does not run yet. Tests in several processes may ask at once. */
export async function testServer(testHome: string): Promise<Connection> {
  const kept = join(testHome, 'connection.json')
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Connection
  } catch {
    const connection = await startServer(testHome)
    writePrivate(kept, JSON.stringify(connection))
    return connection
  }
}

/** By a process that ends without letting go: the server then stays, whichever test file ends first. */
async function startServer(testHome: string): Promise<Connection> {
  const program = new URL('embedded/child.ts', import.meta.url).pathname
  const task = JSON.stringify({ home: testHome, options: { settings } })
  const opening = run(process.execPath, ['--disable-warning=ExperimentalWarning', program, task])
  opening.child.stdin?.end()
  const said = JSON.parse((await opening).stdout) as { connection?: Connection; message?: string }
  if (!said.connection) throw new Error(said.message)
  return said.connection
}

const inMemory = '/dev/shm'

/** In memory where a Linux machine has room there: a clone then takes 25 ms, on a disk up to twenty times as long. */
function placeForTests(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > 2 ** 31 ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What a run that was killed hard has left behind. */
async function removeEarlierRuns(): Promise<void> {
  const folder = placeForTests()
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) {
    const identity = name.slice(prefix.length, name.lastIndexOf('.'))
    if (!isAlive(identity)) await remove(join(folder, name))
  }
}

async function remove(testHome: string): Promise<void> {
  const data = join(testHome, 'postgres', 'cluster', 'data')
  const running = serverState(data)
  if ('pid' in running) {
    process.kill(running.pid, 'SIGQUIT')
    while ('pid' in serverState(data)) await pause(10)
  }
  rmSync(testHome, { recursive: true, force: true })
}
