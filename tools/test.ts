/** What `npm test` runs: the checks, then all tests. Arguments go to Vitest, and then only the tests run. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const run = (script: string, given: readonly string[]): void => {
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, script), ...given],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}

if (args.length === 0) run('tools/check.ts', [])
run('node_modules/vitest/vitest.mjs', ['run', ...args])
