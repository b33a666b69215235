// Starts the server of a cluster and waits until it answers. The server outlives the process that started it.

import { spawn } from 'node:child_process'
import { chownSync, closeSync, fstatSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, placeErrorOf } from '../place-error.ts'
import { makePrivateFolder, openToAppend, type Owner } from '../private-files.ts'
import type { DatabasePlace } from './database-place.ts'
import { programEnv } from './run.ts'
import { explainFailure, isTakenAlready } from './server-failure.ts'
import type { ServerPrograms } from './server-programs.ts'
import { formatSettings, memoryBytes, settingsFor, userSettingsFile, type Settings } from './server-settings.ts'
import { pidFileOf, serverState, type Address } from './server-state.ts'
import { as, canEnter } from './server-user.ts'

export interface StartOptions {
  /** Listen on 127.0.0.1 instead of a socket; `auto` takes a free port. Without it: only where there are no sockets. */
  readonly port?: number | 'auto'
  /** Win over Headstamp's own settings and lose against the home's postgresql.user.conf. */
  readonly settings?: Settings
}

/** Only for the process whose turn it is. Answers false where another server has the cluster: look again. */
export async function startServer(
  place: DatabasePlace,
  programs: ServerPrograms,
  options: StartOptions,
): Promise<boolean> {
  const { data } = place
  const state = serverState(data)
  if (state.kind === 'starting' || state.kind === 'ready' || state.kind === 'stopping') return false
  const before = state.kind === 'none' ? undefined : state.address
  if (state.kind === 'misleading') clearAway(data, before)
  writeSettings(place, options.settings)

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (process.platform === 'win32' ? 'auto' : undefined)
    const address =
      port === undefined ? socketAddress(place, before) : await portAddress(port, attempt === 1 ? before : undefined)
    const written = await launch(place, programs, address)
    if (written === undefined) return true
    if (isTakenAlready(written)) return false
    const failure = explainFailure(written, isSocket(address) ? place.folder : `${address.host}:${address.port}`)
    // Between choosing a free port and taking it another program may have come.
    if (failure.kind !== 'port-taken' || port !== 'auto' || attempt === 5) throw failure
  }
}

/** Removes the socket's folder of a server that has stopped, where it had to be put outside the database's folder. */
export function removeSocketFolder({ folder }: DatabasePlace, address: Address): void {
  if (isSocket(address) && !address.host.startsWith(folder)) rmSync(address.host, { recursive: true, force: true })
}

const loopback = '127.0.0.1'
export const isSocket = ({ host }: Address): boolean => host.startsWith('/')

/** Nothing once the server is ready; what it wrote to stderr where it gave up. */
async function launch(
  { data, log, user, home }: DatabasePlace,
  programs: ServerPrograms,
  address: Address,
): Promise<string | undefined> {
  rotate(log)
  const stderr = openToAppend(log, home.owner)
  const { size } = fstatSync(stderr)
  const server = spawn(programs.postgres, ['-D', data, ...listenArgs(address)], {
    ...as(user),
    cwd: '/',
    env: programEnv,
    detached: true,
    stdio: ['ignore', stderr, stderr],
    windowsHide: true,
  })
  closeSync(stderr)
  let gone: string | undefined
  server.once('error', (error) => (gone = error.message))
  for (;;) {
    if (gone !== undefined) return gone
    if (server.exitCode !== null || server.signalCode !== null) {
      return readFileSync(log).subarray(size).toString('utf8') || 'no output'
    }
    const state = serverState(data)
    if (state.kind === 'ready' && state.pid === server.pid) break
    await pause(10)
  }
  server.unref()
  return undefined
}

/** Given on the command line, these win over every file. */
function listenArgs({ host, port }: Address): readonly string[] {
  const settings = host.startsWith('/')
    ? {
        listen_addresses: '',
        unix_socket_directories: `"${host.replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
      }
    : { listen_addresses: host, unix_socket_directories: '' }
  return ['-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function writeSettings({ data, home, user }: DatabasePlace, changes: Settings | undefined): void {
  const own = join(home.path, userSettingsFile)
  const copy = join(data, userSettingsFile)
  const main = join(data, 'postgresql.conf')
  try {
    writeFileSync(main, formatSettings(settingsFor(memoryBytes(), changes)), { mode: 0o600 })
    // A copy, because the server's user may not read the home.
    writeFileSync(copy, readOr(own, ''), { mode: 0o600 })
    if (user) for (const path of [main, copy]) chownSync(path, user.uid, user.gid)
  } catch (error) {
    throw placeErrorOf(error, data)
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise
    throw error
  }
}

/** In the database's folder; in one of its own under the temporary folder where the system takes no path that long. */
function socketAddress({ folder, user, home }: DatabasePlace, before: Address | undefined): Address {
  const port = 5432
  const inside = join(folder, 'socket')
  if (fits(inside, port)) {
    makePrivateFolder(inside, user ?? home.owner)
    return { host: inside, port }
  }
  if (before && isSocket(before) && isPrivateTo(before.host, user ?? home.owner)) return { host: before.host, port }
  const parent =
    [tmpdir(), '/tmp'].find((path) => fits(join(path, 'headstamp-123456'), port) && canEnter(path, user)) ?? '/tmp'
  const host = mkdtempSync(join(parent, 'headstamp-'))
  if (user) chownSync(host, user.uid, user.gid)
  return { host, port }
}

const longestSocketPath = process.platform === 'darwin' ? 103 : 107
const fits = (folder: string, port: number): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocketPath

function isPrivateTo(folder: string, owner: Owner): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === owner.uid && (found.mode & 0o077) === 0
}

/** After a crash the same port again, so that those who used it go on. */
async function portAddress(port: number | 'auto', before: Address | undefined): Promise<Address> {
  if (port !== 'auto') return { host: loopback, port }
  return before && !isSocket(before) ? before : { host: loopback, port: await freePort() }
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer().once('error', reject)
  probe.listen(0, loopback, () => {
    const { port } = probe.address() as AddressInfo
    probe.close(() => resolve(port))
  })
  return promise
}

/** PostgreSQL clears away what a dead server left, except where its number is another program's by now. */
function clearAway(data: string, address: Address | undefined): void {
  rmSync(pidFileOf(data), { force: true })
  if (address && isSocket(address)) {
    const socket = join(address.host, `.s.PGSQL.${address.port}`)
    for (const path of [socket, `${socket}.lock`]) rmSync(path, { force: true })
  }
}

function rotate(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(log, `${log}.1`)
}
