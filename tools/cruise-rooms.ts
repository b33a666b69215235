// Walks every import of the project and names those against the arrows.

import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { arrowRules } from './arrow-rules.ts'

interface Violation {
  readonly rule: string
  /** What to do instead. */
  readonly instead: string
  /** Files, relative to the root: the importing one first; of a cycle all. */
  readonly path: readonly string[]
}

interface Cruise {
  readonly sources: readonly string[]
  /** Sources that were not cruised: a check that saw nothing must not pass. */
  readonly unseen: readonly string[]
  readonly violations: readonly Violation[]
}

/** `root` is the folder of package.json, whose `imports` say where `#core/x.ts` lies. */
export async function cruiseRooms(root: string): Promise<Cruise> {
  const sources = sourcesOf(root)
  // By folder, so that the cruiser itself passes over what it cannot read: a file named outright counts as cruised.
  const { output } = await cruise(
    [...new Set(sources.map((source) => source.split('/', 1).join()))],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...arrowRules] } satisfies IFlattenedRuleSet,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^web/desk/dist/' },
      // Imports of types count too.
      tsPreCompilationDeps: true,
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'style', 'node', 'default', 'types'] },
  )
  const { modules, summary } = output as ICruiseResult
  const seen = new Set(modules.map((module) => module.source))
  return {
    sources,
    unseen: sources.filter((source) => !seen.has(source)),
    violations: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      instead: arrowRules.find(({ name }) => name === rule.name)?.comment ?? '',
      path: [from, ...(cycle ? cycle.map(({ name }) => name) : [to])],
    })),
  }
}

/** Packages, what was built, and the home that a checkout has by default. */
const notOurs = /(^|\/)(node_modules|dist|\.[^/]*)$|^(data|coverage)$/

/** Every file of code under the root, relative to it. */
function sourcesOf(root: string, folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (notOurs.test(path)) return []
    if (entry.isDirectory()) return sourcesOf(root, path)
    return entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : []
  })
}
