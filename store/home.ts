// The home: the folder that holds all that one Headstamp keeps on a machine (database, passwords, originals).

import { accessSync, constants, readFileSync, realpathSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { text } from '#core/lib/text.ts'
import { PlaceError, placeErrorOf } from './place-error.ts'
import { createPrivate, makePrivateFolder, ownerOf, writePrivate, type Owner } from './private-files.ts'

/** Raised when an older version could no longer work with what the home holds. */
const homeFormat = 1

export interface Home {
  /** Absolute, without symbolic links. */
  readonly path: string
  /** Tells this home from another one made later at the same path. */
  readonly id: string
  /** Who gets the files that are made here. */
  readonly owner: Owner
}

/** What `home.json` says. `database` is the database's folder, relative to the home where it lies inside. */
interface HomeFile {
  readonly format: number
  readonly id: string
  readonly database?: string
}

/** HEADSTAMP_HOME, or `data` beside the launcher. */
export function homePath(launcherFolder: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['HEADSTAMP_HOME'] || join(launcherFolder, 'data'))
}

/**
 * Opens the home at this path, and makes it (0700) where there is none. Any number of processes may do so at once.
 * Throws a `PlaceError`: not writable, disk full, made by a newer version, damaged.
 */
export function openHome(path: string): Home {
  try {
    makePrivateFolder(path)
    const home = realpathSync(path)
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
    const owner = ownerOf(home)
    createPrivateOnce(home, owner)
    return { path: home, id: readHomeFile(home).id, owner }
  } catch (error) {
    throw placeErrorOf(error, path)
  }
}

/** Where the database's folder was put when it was made; absent before that. Absolute. */
export function databaseFolderOf(home: Home): string | undefined {
  const { database } = readHomeFile(home.path)
  return database === undefined ? undefined : resolve(home.path, database)
}

/** Keeps for good where the database's folder is, so that a later change of rights cannot hide it. */
export function keepDatabaseFolder(home: Home, database: string): void {
  writePrivate(fileOf(home.path), formatHomeFile({ ...readHomeFile(home.path), database }), home.owner)
}

function createPrivateOnce(home: string, owner: Owner): void {
  try {
    accessSync(fileOf(home))
  } catch {
    createPrivate(fileOf(home), formatHomeFile({ format: homeFormat, id: randomUUID() }), owner)
  }
}

function readHomeFile(home: string): HomeFile {
  const file = parseHomeFile(readFileSync(fileOf(home), 'utf8'))
  if (!file) throw damaged(home)
  if (file.format > homeFormat) throw newer(home, file.format)
  return file
}

function parseHomeFile(content: string): HomeFile | undefined {
  try {
    const { format, id, database } = JSON.parse(content) as Record<string, unknown>
    if (typeof format !== 'number' || !Number.isInteger(format)) return undefined
    if (format > homeFormat) return { format, id: '' }
    if (typeof id !== 'string' || id === '') return undefined
    return { format, id, ...(typeof database === 'string' && database !== '' && { database }) }
  } catch {
    return undefined
  }
}

const fileOf = (home: string): string => join(home, 'home.json')
const formatHomeFile = (file: HomeFile): string => `${JSON.stringify(file, undefined, 2)}\n`

function newer(home: string, format: number): PlaceError {
  return new PlaceError({
    kind: 'newer-home',
    place: home,
    problem: text(
      `This home was made by a newer version of Headstamp (home format ${format}, this version knows up to ${homeFormat})`,
      `Ce dossier a été créé par une version plus récente de Headstamp (format ${format}, cette version connaît jusqu'à ${homeFormat})`,
    ),
    remedy: text(
      'Run the newer version, or choose another home with HEADSTAMP_HOME. Nothing was changed.',
      "Lancez la version plus récente, ou choisissez un autre dossier avec HEADSTAMP_HOME. Rien n'a été modifié.",
    ),
  })
}

function damaged(home: string): PlaceError {
  return new PlaceError({
    kind: 'damaged-home',
    place: fileOf(home),
    problem: text('This file does not say what it should', "Ce fichier ne contient pas ce qu'il devrait"),
    remedy: text(
      'Put back the file from a copy of the home. Nothing was changed.',
      "Remettez le fichier depuis une copie du dossier. Rien n'a été modifié.",
    ),
  })
}
