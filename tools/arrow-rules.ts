// The arrows between the rooms, as rules for dependency-cruiser. Each message says what to do instead.

import type { IForbiddenRuleType } from 'dependency-cruiser'

/** What tests are made of. They and `bench/` may import anything. */
const tests = String.raw`(\.test\.tsx?|(^|/)(sample|test)-[^/]+\.tsx?|(^|/)testing\.ts)$|^web/e2e/|^fixtures/.+\.ts$`

const databasePackages = 'pg|pg-copy-streams|kysely'

interface Room {
  readonly name: string
  /** The rooms whose files it may import, besides its own. */
  readonly imports: readonly string[]
  readonly instead: string
}

const rooms: readonly Room[] = [
  {
    name: 'api',
    imports: ['core'],
    instead: 'api/ says what is asked and answered: describe it with core/ and zod, and let server/ do it.',
  },
  {
    name: 'web',
    imports: ['core', 'api'],
    instead: 'The browser asks through api/ and decides with core/. Add a route to api/ and server/routes/.',
  },
  {
    name: 'store',
    imports: ['core', 'reference'],
    instead:
      'store/ reads and writes and knows no caller. Take what it needs as an argument, or move the code to server/.',
  },
  {
    name: 'server',
    imports: ['core', 'api', 'store', 'reference'],
    instead: 'server/ does not know who calls it: move what both need to server/, or hand it in as an argument.',
  },
  {
    name: 'cli',
    imports: ['core', 'api', 'store', 'server', 'exercise'],
    instead: 'A command is thin: it calls functions of server/.',
  },
  {
    name: 'reference',
    imports: [],
    instead: 'reference/ is data and imports nothing. Put what reads it in core/reference/ or server/.',
  },
  {
    name: 'exercise',
    imports: ['core'],
    instead: 'exercise/ makes missions with core/ alone. What loads them belongs to cli/.',
  },
]

function keepArrow({ name, imports, instead }: Room): IForbiddenRuleType {
  return {
    name: `${name}-arrows`,
    comment: instead,
    severity: 'error',
    from: { path: `^${name}/`, pathNot: tests },
    to: { dependencyTypes: ['local'], pathNot: `^(${[name, ...imports].join('|')})/` },
  }
}

export const arrowRules: readonly IForbiddenRuleType[] = [
  {
    name: 'core-is-pure',
    comment:
      'core/ imports core/ alone: no package, nothing of Node, no other room. Take it as an argument (a hash, a time, ' +
      'randomness, a lookup) and let server/ hand it in.',
    severity: 'error',
    from: { path: '^core/', pathNot: tests },
    to: { pathNot: '^core/' },
  },
  ...rooms.map(keepArrow),
  {
    name: 'rules-are-islands',
    comment: 'Rules do not import each other. What two rules share lives in core/screening/.',
    severity: 'error',
    from: { path: String.raw`^core/screening/rules/([^/]+)\.ts$`, pathNot: tests },
    to: { path: '^core/screening/rules/', pathNot: String.raw`^core/screening/rules/$1\.ts$` },
  },
  {
    name: 'api-is-a-contract',
    comment: 'api/ runs in the browser too: of packages it imports zod alone, and nothing of Node.',
    severity: 'error',
    from: { path: '^api/', pathNot: tests },
    to: { dependencyTypesNot: ['local'], pathNot: '(^|/)zod(/|$)' },
  },
  {
    name: 'sql-stays-in-store',
    comment:
      'Only store/ talks to the database. Write a function there that asks the question, and call it; types too.',
    severity: 'error',
    from: { pathNot: ['^(store|bench)/', tests] },
    to: { path: `(^|/)node_modules/(@types/)?(${databasePackages})/|^(${databasePackages})(/|$)` },
  },
  {
    name: 'commands-ask-server',
    comment:
      'A command takes from store/ only where the home is, who asks and what failed. Put the work into a function of ' +
      'server/ that routes can use too.',
    severity: 'error',
    from: { path: '^cli/', pathNot: tests },
    to: { path: '^store/', pathNot: String.raw`^store/(home|reader|place-error)\.ts$` },
  },
  {
    name: 'samples-serve-tests',
    comment:
      'sample-*.ts, test-*.ts and *.test.ts serve tests and bench/ alone. Move what the product needs out of them.',
    severity: 'error',
    from: { pathNot: [tests, '^bench/', String.raw`^vitest\.config\.ts$`] },
    to: { path: tests },
  },
  {
    name: 'verifier-stands-alone',
    comment: "The plain JavaScript in fixtures/ proves the formats without the project's code: it imports Node alone.",
    severity: 'error',
    from: { path: String.raw`^fixtures/.+\.[cm]?js$` },
    to: { pathNot: '^fixtures/', dependencyTypesNot: ['core'] },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other, even for a type only: move what both need to a third, or make them one.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-barrels',
    comment: 'Do not pass on what another file exports. Import it from the file that defines it.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['export'] },
  },
  {
    name: 'no-index-files',
    comment: 'A file is named after the idea in it, never index.',
    severity: 'error',
    from: {},
    to: { path: String.raw`(^|/)index\.[cm]?[jt]sx?$`, pathNot: 'node_modules' },
  },
  {
    name: 'no-unresolved',
    comment: 'No such file or package. Mind the .ts ending, and #room/ between rooms.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'product-needs-no-tools',
    comment: 'What people run may not need a package of devDependencies. Move the package to dependencies.',
    severity: 'error',
    from: { path: '^(core|api|store|server|web|cli|reference|exercise)/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
  },
]
