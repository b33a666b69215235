// Makes the cluster of a home: what initdb makes, with one superuser, scram everywhere and a password kept 0600.

import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { text } from '#core/lib/text.ts'
import { codeOf, PlaceError, placeErrorOf } from '../place-error.ts'
import { isRoot, lendPassage, syncFolder, writePrivate, type Owner } from '../private-files.ts'
import type { DatabasePlace } from './database-place.ts'
import { run, type Ran } from './run.ts'
import { explainFailure } from './server-failure.ts'
import type { InstalledServer, ServerPrograms } from './server-programs.ts'

export const superuser = 'headstamp'

/** Throws a `PlaceError` where a cluster of another major version lies there. */
export function checkVersion({ data }: DatabasePlace, { major }: InstalledServer): void {
  const found = readIfThere(join(data, 'PG_VERSION'))?.trim()
  if (found === undefined || found === major) return
  throw new PlaceError({
    kind: 'other-version',
    place: data,
    problem: text(
      `This database was made by PostgreSQL ${found}, and this version of Headstamp brings PostgreSQL ${major}`,
      `Cette base a été créée par PostgreSQL ${found}, et cette version de Headstamp apporte PostgreSQL ${major}`,
    ),
    remedy: text(
      `Export with the version of Headstamp that brings PostgreSQL ${found}, then import into a new home (HEADSTAMP_HOME). Nothing was changed.`,
      `Exportez avec la version de Headstamp qui apporte PostgreSQL ${found}, puis importez dans un nouveau dossier (HEADSTAMP_HOME). Rien n'a été modifié.`,
    ),
  })
}

/** Only for the process whose turn it is. One killed half way leaves nothing but a draft, removed here. */
export async function makeClusterOnce(place: DatabasePlace, programs: ServerPrograms): Promise<void> {
  const { folder, cluster, user, home } = place
  for (const draft of readdirSync(folder).filter((name) => name.startsWith('cluster-draft-'))) {
    await clearAway(join(folder, draft))
  }
  if (existsSync(cluster)) return
  const draft = mkdtempSync(join(folder, 'cluster-draft-'))
  try {
    if (isRoot()) chownSync(draft, home.owner.uid, home.owner.gid)
    if (user && user.uid !== home.owner.uid) lendPassage(draft, user.gid)
    await fill(draft, place, programs)
    renameSync(draft, cluster)
    syncFolder(folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw placeErrorOf(error, folder)
  }
}

/** The initdb of a process that was killed lives on for a while, and fills the folder again while it is emptied. */
async function clearAway(draft: string): Promise<void> {
  do rmSync(draft, { recursive: true, force: true })
  while (existsSync(draft) && (await pause(1, true)))
}

export function readPassword({ cluster }: DatabasePlace): string {
  return readFileSync(join(cluster, 'password'), 'utf8')
}

async function fill(draft: string, place: DatabasePlace, programs: ServerPrograms): Promise<void> {
  const password = randomBytes(32).toString('base64url')
  const data = join(draft, 'data')
  const handedOver = join(draft, 'password-for-initdb')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(handedOver, password, { mode: 0o600 })
  giveTo(place.user, data, handedOver)

  const made = await initialize(programs, ['-D', data, `--pwfile=${handedOver}`], place.user)
  if (!made.ok) throw explainFailure(made.stderr, place.folder)
  rmSync(handedOver)

  const accessRules = join(data, 'pg_hba.conf')
  writeFileSync(accessRules, signInRules)
  chmodSync(accessRules, 0o600)
  writePrivate(join(draft, 'password'), password, place.home.owner)
}

async function initialize(programs: ServerPrograms, args: readonly string[], user: Owner | undefined): Promise<Ran> {
  const always = ['-U', superuser, '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums', '--no-instructions']
  // Texts sort by code point everywhere, by PostgreSQL's own rules, so that no change of the system's can spoil an index.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  let made: Ran | undefined
  for (const characters of characterRules) {
    made = await run(programs.initdb, [...always, ...locale, `--lc-ctype=${characters}`, ...args], user)
    if (made.ok || !/locale/.test(made.stderr)) return made
  }
  return made ?? { ok: false, stdout: '', stderr: '' }
}

/** pg_trgm asks the system what a letter is: under plain C it knows no Cyrillic, Arabic or accented one. macOS has only the second. */
const characterRules = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const

const signInRules = `# Every role signs in with its password, by the socket and by the network.
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
`

function giveTo(user: Owner | undefined, ...paths: readonly string[]): void {
  if (user) for (const path of paths) chownSync(path, user.uid, user.gid)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw placeErrorOf(error, path)
  }
}
