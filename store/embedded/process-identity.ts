// Tells a process from a later one that got the same number: its number, when it started, and since which boot.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from '../place-error.ts'

/** Letters, digits, dots and hyphens only; undefined where no such process runs (one that only waits to be buried included). */
export function identityOf(pid: number): string | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : (startedByPs(pid) ?? seen(pid))
  return started && `${pid}.${started}`
}

/** Whether the process that had this identity still runs. */
export function isAlive(identity: string): boolean {
  return identityOf(Number(identity.split('.', 1)[0])) === identity
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything; the fields after it count from the third.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${fields[19]}.${boot.slice(0, 8)}`
  } catch {
    return undefined
  }
}

function startedByPs(pid: number): string | undefined {
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return ps.status === 0 ? ps.stdout.trim().replaceAll(/[^A-Za-z0-9]+/g, '-') : undefined
}

/** Where nothing says when it started: better to wait for the wrong process than not to wait for the right one. */
function seen(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
    return 'unknown'
  } catch (error) {
    return codeOf(error) === 'EPERM' ? 'unknown' : undefined
  }
}
