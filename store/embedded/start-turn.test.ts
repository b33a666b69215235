import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ownerOf } from '../private-files.ts'
import { identityOf, isAlive } from './process-identity.ts'
import { takeTurn } from './start-turn.ts'

const folder = mkdtempSync(join(tmpdir(), 'turn-'))
const owner = ownerOf(folder)
afterAll(() => rmSync(folder, { recursive: true }))

test('one has the turn until it leaves', () => {
  const turn = takeTurn(join(folder, 'one'), owner)
  expect(turn).toBeDefined()
  expect(takeTurn(join(folder, 'one'), owner)).toBeUndefined()
  turn?.leave()
  takeTurn(join(folder, 'one'), owner)?.leave()
  expect(readdirSync(join(folder, 'one'))).toEqual([])
})

test('a process killed hard in its turn blocks nobody', async () => {
  const turns = join(folder, 'killed')
  takeTurn(turns, owner)?.leave()
  const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  const identity = identityOf(other.pid ?? 0) ?? ''
  writeFileSync(join(turns, `${identity}.0123abcd`), '')
  expect(isAlive(identity)).toBe(true)
  expect(takeTurn(turns, owner)).toBeUndefined()

  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(isAlive(identity)).toBe(false)
  expect(takeTurn(turns, owner)).toBeDefined()
})

test('a later process with the same number is another one', () => {
  const identity = identityOf(process.pid) ?? ''
  expect(isAlive(identity)).toBe(true)
  expect(isAlive(`${process.pid}.1.00000000`)).toBe(false)
})
