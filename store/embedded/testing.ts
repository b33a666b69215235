// What the tests of the embedded server share: homes in a folder of their own, other processes, and a question to ask.

import { spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { databaseFolderOf, openHome, type Home } from '../home.ts'
import { openEmbedded, type Embedded, type EmbeddedOptions } from '../open-embedded.ts'
import { PlaceError } from '../place-error.ts'
import { isRoot, type Owner } from '../private-files.ts'
import { installedServer } from './server-programs.ts'
import { serverState } from './server-state.ts'
import { canEnter } from './server-user.ts'

/** All may pass through it; removed by `removeAll`. */
export const folder = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-')))
chmodSync(folder, 0o755)

export const nobody: Owner = { uid: 65_534, gid: 65_534 }
/** Who plays the ordinary user: whoever runs this, or `nobody` where that is root. */
export const ordinary = isRoot() ? { user: nobody } : {}

const opened: Embedded[] = []
const children: Child[] = []
const elsewhere: string[] = []

/** After each test: ends the processes that it started, and lets go of what it opened. */
export async function endAll(): Promise<void> {
  for (const child of children.splice(0)) child.process.kill('SIGKILL')
  for (const embedded of opened.splice(0)) await embedded.release()
}

/** After the last test. */
export function removeAll(): void {
  for (const path of [folder, ...elsewhere]) rmSync(path, { recursive: true, force: true })
}

export function removeAtTheEnd(path: string): void {
  elsewhere.push(path)
}

/** A home for that owner (absent: whoever runs this), in a folder that all may pass. */
export function newHome(owner?: Owner, name = 'home'): Home {
  const above = mkdtempSync(join(folder, 'h-'))
  chmodSync(above, 0o755)
  const path = join(above, name)
  if (owner) {
    mkdirSync(path, { mode: 0o700 })
    chownSync(path, owner.uid, owner.gid)
  }
  return openHome(path)
}

/** The server's package as npm unpacks it, without running its install script. */
export function barePackage(): string {
  const bare = mkdtempSync(join(folder, 'package-'))
  chmodSync(bare, 0o755)
  cpSync(installedServer().folder, bare, { recursive: true, verbatimSymlinks: true })
  for (const link of linksIn(bare)) rmSync(link, { force: true })
  return bare
}

/** The server's package where an ordinary user can read it, wherever the checkout lies. */
export function openPackage(): string {
  const { folder: installed } = installedServer()
  return canEnter(installed, ordinary.user) ? installed : barePackage()
}

export function linksIn(packageFolder: string): readonly string[] {
  const list = readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')
  return (JSON.parse(list) as { target: string }[]).map(({ target }) => join(packageFolder, target))
}

export async function open(home: Home, options?: EmbeddedOptions): Promise<Embedded> {
  const embedded = await openEmbedded(home, options)
  opened.push(embedded)
  return embedded
}

export async function ask(connection: Embedded['connection'], sql: string): Promise<unknown> {
  const client = new Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const result = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return result.rows?.[0]?.[0]
  } finally {
    await client.end()
  }
}

export async function failureOf(opening: Promise<unknown>): Promise<PlaceError> {
  const failure = await opening.then(
    () => 'it opened',
    (error: unknown) => error,
  )
  if (failure instanceof PlaceError) return failure
  throw new Error(String(failure))
}

interface Child {
  readonly process: ReturnType<typeof spawn>
  line(): Promise<unknown>
}

interface OpenedChild extends Child {
  readonly opened: Pick<Embedded, 'connection' | 'notices'>
  release(): Promise<void>
}

export function startChild(task: { home: string; options?: EmbeddedOptions; user?: Owner }): Child {
  const program = new URL('child.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const started = { process: child, line: async () => JSON.parse((await lines.next()).value ?? '"ended"') as unknown }
  children.push(started)
  return started
}

export async function inChild(task: { home: string; options?: EmbeddedOptions; user?: Owner }): Promise<OpenedChild> {
  const child = startChild(task)
  const said = await child.line()
  if (typeof said !== 'object' || !said || !('connection' in said)) throw new Error(JSON.stringify(said))
  const release = async (): Promise<void> => {
    child.process.stdin?.write('release\n')
    const answer = await child.line()
    if (answer !== 'released') throw new Error(JSON.stringify(answer))
  }
  return { ...child, opened: said as OpenedChild['opened'], release }
}

export function databaseOf(home: Home): string {
  return databaseFolderOf(home) ?? join(home.path, 'postgres')
}

export function dataOf(home: Home): string {
  return join(databaseOf(home), 'cluster', 'data')
}

export function draftsIn(home: Home): readonly string[] {
  if (!existsSync(databaseOf(home))) return []
  return readdirSync(databaseOf(home)).filter((name) => name.startsWith('cluster-draft-'))
}

export function pidOf(home: Home): number {
  const state = serverState(dataOf(home))
  if (!('pid' in state)) throw new Error(`no server runs: ${state.kind}`)
  return state.pid
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`never came true: ${String(condition)}`)
    await pause(5)
  }
}
