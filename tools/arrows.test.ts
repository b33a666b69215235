import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { cruiseRooms } from './cruise-rooms.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const arrows = join(root, 'tools', 'arrows.ts')
const folder = mkdtempSync(join(tmpdir(), 'headstamp-arrows-'))
let house: string

/** A small house in which every arrow is drawn once, and none wrongly. */
const clean = {
  'core/record/day.ts': 'export const day = 1',
  'core/record/day.test.ts':
    "import { test } from 'vitest'\nimport { day } from './day.ts'\nimport '#server/write.ts'\ntest('', () => void day)",
  'core/screening/scope.ts': "import { day } from '../record/day.ts'\nexport const scope = day",
  'core/screening/rules/embargo.ts': "import { scope } from '../scope.ts'\nexport const embargo = scope",
  'core/screening/rules/new-here.ts': "import { scope } from '../scope.ts'\nexport const newHere = scope",
  'core/screening/rules.ts': "import { embargo } from './rules/embargo.ts'\nexport const rules = [embargo]",
  'api/routes.ts':
    "import { z } from 'zod'\nimport { day } from '#core/record/day.ts'\nexport const route = z.literal(day)",
  'reference/mappings.ts': 'export const mappings = []',
  'store/records.ts':
    "import pg from 'pg'\nimport type { day } from '#core/record/day.ts'\nexport type Day = typeof day\nexport { pg }",
  'store/home.ts': "export const home = 'data'",
  'store/sample-row.ts': "import { home } from './home.ts'\nexport const row = home",
  'server/write.ts':
    "import { mappings } from '#reference/mappings.ts'\nimport type { Day } from '#store/records.ts'\n" +
    "import { route } from '#api/routes.ts'\nexport const write = [mappings, route] as unknown as Day",
  'exercise/mission.ts': "import { day } from '#core/record/day.ts'\nexport const mission = day",
  'cli/main.ts':
    "import { mission } from '#exercise/mission.ts'\nimport { write } from '#server/write.ts'\n" +
    "import { home } from '#store/home.ts'\nexport const main = [mission, write, home]",
  'web/desk/main.tsx':
    "import { day } from '#core/record/day.ts'\nimport { route } from '#api/routes.ts'\n" +
    'export const main = <p>{[day, route]}</p>',
  'web/e2e/story.test.ts': "import '#cli/main.ts'",
  'bench/main.ts':
    "import pg from 'pg'\nimport '#cli/main.ts'\nimport { row } from '#store/sample-row.ts'\nexport const m = [pg, row]",
  'fixtures/verify.mjs': "import { createHash } from 'node:crypto'\nexport const hash = createHash",
}

beforeEach(() => {
  house = mkdtempSync(join(folder, 'house-'))
  cpSync(join(root, 'package.json'), join(house, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const [path, text] of Object.entries(clean)) plant(path, text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), `${text}\n`)
}

test('a house in which every arrow is drawn rightly passes', async () => {
  const { sources, unseen, violations } = await cruiseRooms(house)
  expect(sources.toSorted()).toEqual(Object.keys(clean).toSorted())
  expect([unseen, violations]).toEqual([[], []])
})

const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['core-is-pure', 'core/record/x.ts', "import { write } from '#server/write.ts'\nexport const x = write"],
  [
    'core-is-pure',
    'core/record/x.ts',
    "import type { route } from '../../api/routes.ts'\nexport type X = typeof route",
  ],
  ['core-is-pure', 'core/record/x.ts', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync"],
  ['core-is-pure', 'core/record/x.ts', "import { z } from 'zod'\nexport const x = z"],
  ['core-is-pure', 'core/record/x.ts', "export const x = await import('#server/write.ts')"],
  ['api-arrows', 'api/x.ts', "import { home } from '#store/home.ts'\nexport const x = home"],
  ['api-is-a-contract', 'api/x.ts', "import { fastify } from 'fastify'\nexport const x = fastify"],
  ['api-is-a-contract', 'api/x.ts', "import { Socket } from 'node:net'\nexport const x = Socket"],
  ['web-arrows', 'web/desk/x.tsx', "import { write } from '#server/write.ts'\nexport const x = <p>{write}</p>"],
  ['web-arrows', 'web/desk/x.ts', "import type { Day } from '#store/records.ts'\nexport type X = Day"],
  ['web-arrows', 'web/desk/x.ts', "import { mappings } from '#reference/mappings.ts'\nexport const x = mappings"],
  ['store-arrows', 'store/x.ts', "import { route } from '#api/routes.ts'\nexport const x = route"],
  ['store-arrows', 'store/x.ts', "import { write } from '#server/write.ts'\nexport const x = write"],
  ['server-arrows', 'server/x.ts', "import { mission } from '#exercise/mission.ts'\nexport const x = mission"],
  ['server-arrows', 'server/x.ts', "import { main } from '#cli/main.ts'\nexport const x = main"],
  ['cli-arrows', 'cli/x.ts', "import { main } from '../web/desk/main.tsx'\nexport const x = main"],
  ['cli-arrows', 'cli/x.ts', "import { mappings } from '#reference/mappings.ts'\nexport const x = mappings"],
  ['commands-ask-server', 'cli/x.ts', "import type { Day } from '#store/records.ts'\nexport type X = Day"],
  ['reference-arrows', 'reference/x.ts', "import { day } from '#core/record/day.ts'\nexport const x = day"],
  ['exercise-arrows', 'exercise/x.ts', "import { write } from '#server/write.ts'\nexport const x = write"],
  [
    'rules-are-islands',
    'core/screening/rules/x.ts',
    "import { embargo } from './embargo.ts'\nexport const x = embargo",
  ],
  ['sql-stays-in-store', 'server/x.ts', "import type { Pool } from 'pg'\nexport type X = Pool"],
  ['sql-stays-in-store', 'server/x.ts', "import { Kysely } from 'kysely'\nexport const x = Kysely"],
  ['samples-serve-tests', 'server/x.ts', "import { row } from '#store/sample-row.ts'\nexport const x = row"],
  ['verifier-stands-alone', 'fixtures/x.mjs', "import { day } from '../core/record/day.ts'\nexport const x = day"],
  ['verifier-stands-alone', 'fixtures/x.mjs', "import canonicalize from 'canonicalize'\nexport const x = canonicalize"],
  [
    'no-cycles',
    'core/record/day.ts',
    "import type { Scope } from '../screening/scope.ts'\nexport const day: Scope = 1",
  ],
  ['no-barrels', 'store/x.ts', "export { home } from './home.ts'"],
  ['no-barrels', 'store/x.ts', "export * from './home.ts'"],
  ['no-index-files', 'store/x.ts', "import { home } from './home/index.ts'\nexport const x = home"],
  ['no-unresolved', 'store/x.ts', "import { home } from './homes.ts'\nexport const x = home"],
  ['no-unresolved', 'store/x.ts', "import { home } from '#store/homes.ts'\nexport const x = home"],
  ['product-needs-no-tools', 'server/x.ts', "import fc from 'fast-check'\nexport const x = fc"],
]

test.for(planted)('%s is found in %s', async ([rule, path, text]) => {
  plant('store/home/index.ts', "export const home = 'data'")
  plant(path, text)
  const { violations } = await cruiseRooms(house)
  expect(violations.map((violation) => violation.rule)).toEqual([rule])
  expect(violations[0]?.path).toContain(path)
  expect(violations[0]?.instead).not.toBe('')
})

test('the command prints the finding with its remedy and ends with 1', () => {
  expect(execFileSync(process.execPath, [arrows, house], { encoding: 'utf8' })).toContain('keep the arrows')
  plant('core/record/x.ts', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync")
  const { status, stderr } = spawnSync(process.execPath, [arrows, house], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^core-is-pure: core\/record\/x\.ts -> fs\n {2}core\/ imports core\/ alone/)
})

test('a house without sources does not pass', () => {
  const empty = mkdtempSync(join(folder, 'empty-'))
  cpSync(join(root, 'package.json'), join(empty, 'package.json'))
  expect(spawnSync(process.execPath, [arrows, empty]).status).toBe(1)
})

test('a cruise that cannot read TypeScript does not pass', () => {
  const withoutTypeScript =
    'import { registerHooks } from "node:module"; registerHooks({ resolve: (name, context, next) => ' +
    'next(name === "typescript" ? "not-installed" : name, context) })'
  const hook = `data:text/javascript,${encodeURIComponent(withoutTypeScript)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, arrows, house], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Not cruised.*\n {2}api\/routes\.ts/)
})
