// What is known of a cluster's server without asking it: what it wrote into postmaster.pid, and whether it still runs.

import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../place-error.ts'
import { identityOf } from './process-identity.ts'

/** `host`: an address, or the folder of the socket. */
export interface Address {
  readonly host: string
  readonly port: number
}

/**
 * `none`: no server. `left`: one that is gone left its file, which PostgreSQL clears away itself.
 * `misleading`: its number is another program's by now, and PostgreSQL would believe it still runs.
 */
export type ServerState =
  | { readonly kind: 'none' }
  | { readonly kind: 'left' | 'misleading'; readonly address?: Address }
  | { readonly kind: 'starting' | 'ready' | 'stopping'; readonly pid: number; readonly address?: Address }

export function serverState(data: string): ServerState {
  const lines = readPidFile(data)
  if (!lines) return { kind: 'none' }
  const pid = Number(lines[0])
  const address = addressOf(lines)
  const found = { ...(address && { address }) }
  const whose = whoRuns(pid, data)
  if (whose !== 'this server') return { kind: whose === 'nobody' ? 'left' : 'misleading', ...found }
  const stage = lines[7]?.trim()
  return { kind: stage === 'ready' || stage === 'stopping' ? stage : 'starting', pid, ...found }
}

export const pidFileOf = (data: string): string => join(data, 'postmaster.pid')

/** Its lines: number, data folder, start, port, socket's folder, listening address, shared memory, stage. */
function readPidFile(data: string): readonly string[] | undefined {
  try {
    const content = readFileSync(pidFileOf(data), 'utf8')
    // A server that is only just writing it counts as starting once the number is there.
    return /^\d+\n/.test(content) ? content.split('\n') : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function addressOf(lines: readonly string[]): Address | undefined {
  const [, , , port, socketFolder, listens] = lines
  if (!port || (!socketFolder && !listens)) return undefined
  return { host: socketFolder || (listens === '*' ? '127.0.0.1' : (listens ?? '')), port: Number(port) }
}

/** Where the system does not tell, it is taken for this server: waiting for nothing harms less than two servers. */
function whoRuns(pid: number, data: string): 'this server' | 'another program' | 'nobody' {
  if (!hasNumber(pid)) return 'nobody'
  // Dead, but not yet buried by its parent.
  if (identityOf(pid) === undefined) return 'another program'
  const name = process.platform === 'linux' ? nameOnLinux(pid) : nameByPs(pid)
  if (name !== undefined && !name.includes('postgres')) return 'another program'
  try {
    // The server works in its data folder.
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(data))
      return 'another program'
  } catch {
    return 'this server'
  }
  return 'this server'
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function nameOnLinux(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    return undefined
  }
}

function nameByPs(pid: number): string | undefined {
  const ps = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 ? ps.stdout : undefined
}
