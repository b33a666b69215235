// Runs one of the database's programs to its end.

import { spawn } from 'node:child_process'
import type { Owner } from '../private-files.ts'
import { as } from './server-user.ts'

export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  /** What it wrote to stderr, or why it could not be started at all. */
  readonly stderr: string
}

/** No variable of the caller's reaches the server: PGDATA, PGPORT or LC_ALL there would change what it does. */
export const programEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', TZ: 'UTC' } as const

export function run(program: string, args: readonly string[], user: Owner | undefined): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...as(user),
      cwd: '/',
      env: programEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('error', (error) => resolve({ ok: false, stdout, stderr: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, stdout, stderr }))
  })
}
