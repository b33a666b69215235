import { chmodSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleContext, type SampleContext } from '#server/sample-context.ts'
import { main } from './main.ts'
import type { Terminal } from './terminal.ts'

let sample: SampleContext
beforeEach(async () => {
  sample = await sampleContext()
})
afterEach(() => sample.remove())

async function doctor(...args: string[]): Promise<{ status: number; out: string; told: string }> {
  const out: string[] = []
  const told: string[] = []
  const terminal: Terminal = {
    language: 'fr',
    folder: '/',
    root: '/',
    env: { HEADSTAMP_HOME: sample.place.home, DATABASE_URL: sample.place.databaseUrl },
    out: (line) => out.push(line),
    tell: (line) => told.push(line),
    progress: () => undefined,
    confirm: () => Promise.resolve(null),
  }
  const status = await main(['doctor', ...args], terminal)
  return { status, out: out.join('\n'), told: told.join('\n') }
}

test('doctor exits with 0 where all is well and with 1 where a check fails, and says so in the language of the terminal', async () => {
  expect(await doctor()).toMatchObject({ status: 0, out: expect.stringContaining('ok  home'), told: '' })
  chmodSync(sample.place.home, 0o777)
  const failing = await doctor()
  expect(failing.status).toBe(1)
  expect(failing.out).toMatch(/^!! +home +d'autres peuvent lire/m)
  expect(failing.out).toMatch(/^home ?: Exécutez : chmod 700/m)
})

test('doctor --json prints the checks as the contract has them', async () => {
  chmodSync(sample.place.home, 0o777)
  const { status, out } = await doctor('--json')
  expect(status).toBe(1)
  const { checks, ...rest } = JSON.parse(out) as { checks: { name: string; ok: boolean; remedy: string | null }[] }
  expect(rest).toEqual({})
  for (const check of checks) expect(Object.keys(check)).toEqual(['name', 'ok', 'remedy'])
  expect(checks.filter(({ ok }) => !ok)).toEqual([
    { name: 'home', ok: false, remedy: `Exécutez : chmod 700 '${sample.place.home}'` },
  ])
  expect(checks.every(({ ok, remedy }) => ok === (remedy === null))).toBe(true)
})
