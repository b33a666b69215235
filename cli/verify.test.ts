import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand, UsageError } from './command.ts'
import type { Terminal } from './terminal.ts'
import { verifyCommand } from './verify.ts'

const mission = fileURLToPath(new URL('../fixtures/ledger/mission.jsonl', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headstamp-verify-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const lines: string[] = []
  const terminal: Terminal = {
    language: 'en',
    folder,
    root: folder,
    env: { HEADSTAMP_HOME: join(folder, 'home') },
    out: (line) => lines.push(line),
    tell: (line) => lines.push(line),
    progress: () => undefined,
    confirm: () => Promise.resolve(null),
  }
  const exitCode = await runCommand(verifyCommand, 'verify', args, terminal)
  return { exitCode, lines }
}

describe('headstamp verify FILE', () => {
  test('says that a ledger holds, and opens no home for it', async () => {
    const { exitCode, lines } = await run(mission)
    expect(exitCode).toBe(0)
    expect(lines[0]).toBe('The ledger holds: 18 entries, 20 leaves.')
    expect(existsSync(join(folder, 'home'))).toBe(false)
  })

  test('names what was changed, in words and as JSON', async () => {
    const text = await readFile(mission, 'utf8')
    await writeFile(join(folder, 'changed.jsonl'), text.replace('Tin-Abaw', 'Tin-Abav'))
    const { exitCode, lines } = await run('changed.jsonl')
    expect(exitCode).toBe(1)
    expect(lines).toContain('  0 place: A text is not the one that was written.')
    const asJson = await run('changed.jsonl', '--json')
    expect(asJson.exitCode).toBe(1)
    expect(JSON.parse(asJson.lines[0] ?? '')).toMatchObject({
      ok: false,
      leaves: 20,
      problems: [{ kind: 'digest', leaf: 0, group: 'place' }],
    })
  })

  test('says of a file that is no ledger that it is none, in a few lines', async () => {
    await writeFile(join(folder, 'items.csv'), 'item_ref,class\n'.repeat(500))
    const { exitCode, lines } = await run('items.csv')
    expect(exitCode).toBe(1)
    expect(lines.length).toBeLessThan(30)
    expect(lines.at(-1)).toContain('more: --json lists them')
  })

  test('asks for another path where there is no file', async () => {
    await expect(run('nothing.jsonl')).rejects.toThrow(UsageError)
    await expect(run('.')).rejects.toThrow(UsageError)
  })
})
