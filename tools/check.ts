/** Types, lint, format, arrows, dead code: one line each, and the first that fails with what it said. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (path: string) => join(root, 'node_modules', path)
const types = (project: string): Step => [`types of ${project}`, tool('typescript7/bin/tsc'), ['-p', project]]

type Step = readonly [name: string, script: string, args: readonly string[]]

const steps: readonly Step[] = [
  types('.'),
  types('core'),
  types('api'),
  ...(existsSync(join(root, 'web/desk/main.tsx')) ? [types('web/desk')] : []),
  ['lint', tool('oxlint/bin/oxlint'), []],
  ['format', tool('oxfmt/bin/oxfmt'), ['--check', '.']],
  ['arrows', join(root, 'tools/arrows.ts'), []],
  ['dead code', tool('knip/bin/knip.js'), []],
]

for (const [name, script, args] of steps) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  if (status !== 0) {
    console.error(`${stdout}${stderr}`)
    process.exit(1)
  }
}
