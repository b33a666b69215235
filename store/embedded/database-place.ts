// Where the database of a home lies, and who its server runs as.
//
//   postgres/           in the home, or /var/lib/headstamp/<12 hex digits>/ where the server's user cannot get into it
//     cluster/data      what PostgreSQL calls the data directory, the server's user's own
//     cluster/password  the superuser's
//     socket/           where the server listens
//     starting/         whose turn it is to start it
//     postgres.log      what the server wrote to stderr
//     server-18.…/      a copy of the server's programs, where the installed ones cannot be used

import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { text, type Text } from '#core/lib/text.ts'
import { databaseFolderOf, keepDatabaseFolder, type Home } from '../home.ts'
import { PlaceError, placeErrorOf } from '../place-error.ts'
import { createPrivate, isRoot, lendPassage, makePrivateFolder, ownerOf, type Owner } from '../private-files.ts'
import { canEnter, serverUser } from './server-user.ts'

export interface DatabasePlace {
  readonly home: Home
  readonly folder: string
  readonly cluster: string
  readonly data: string
  readonly log: string
  /** Who the server runs as; absent: this process's own user. */
  readonly user?: Owner
  /** What the person who starts Headstamp should be told, once. */
  readonly notices: readonly Text[]
}

/** Finds or makes the database's folder. Throws a `PlaceError` where it cannot be used. */
export function databasePlace(home: Home): DatabasePlace {
  const kept = databaseFolderOf(home)
  const user = userOfData(join(kept ?? join(home.path, 'postgres'), 'cluster', 'data')) ?? serverUser(home.owner)
  const folder = kept ?? chooseFolder(home, user)
  prepare(home, folder, user)
  if (kept === undefined) keepDatabaseFolder(home, relativeInside(home.path, folder))
  const cluster = join(folder, 'cluster')
  return {
    home,
    folder,
    cluster,
    data: join(cluster, 'data'),
    log: join(folder, 'postgres.log'),
    ...(user && { user }),
    notices: kept === undefined && relative(home.path, folder).startsWith('..') ? [moved(home, folder)] : [],
  }
}

function chooseFolder(home: Home, user: Owner | undefined): string {
  const inside = join(home.path, 'postgres')
  if (user === undefined) return inside
  if (!canEnter(home.path, user) && user.uid !== home.owner.uid) lendPassage(home.path, user.gid)
  if (canEnter(home.path, user)) return inside
  return join('/var/lib/headstamp', createHash('sha256').update(home.path).digest('hex').slice(0, 12))
}

function prepare(home: Home, folder: string, user: Owner | undefined): void {
  try {
    makePrivateFolder(folder, home.owner)
    if (user && user.uid !== home.owner.uid) lendPassage(folder, user.gid)
    createPrivate(join(folder, 'home-id'), home.id, home.owner)
    if (readFileSync(join(folder, 'home-id'), 'utf8') !== home.id) throw anotherHomes(folder)
  } catch (error) {
    throw placeErrorOf(error, folder)
  }
  if (!canEnter(folder, user)) throw closed(folder)
}

/** A cluster stays its user's: root goes on as that one, and others are told. */
function userOfData(data: string): Owner | undefined {
  const owner = lstatSync(data, { throwIfNoEntry: false }) && ownerOf(data)
  if (!owner || owner.uid === process.getuid?.()) return undefined
  if (isRoot()) return owner
  throw new PlaceError({
    kind: 'other-user',
    place: data,
    problem: text(
      `The database belongs to user ${owner.uid}, and this is user ${process.getuid?.()}`,
      `La base appartient à l'utilisateur ${owner.uid}, et vous êtes l'utilisateur ${process.getuid?.()}`,
    ),
    remedy: text(
      'Run this as that user or as root, or choose another home with HEADSTAMP_HOME.',
      'Lancez ceci sous cet utilisateur ou sous root, ou choisissez un autre dossier avec HEADSTAMP_HOME.',
    ),
  })
}

const relativeInside = (home: string, folder: string): string => {
  const path = relative(home, folder)
  return path.startsWith('..') ? folder : path
}

function moved(home: Home, folder: string): Text {
  return text(
    `The database of ${home.path} is kept in ${folder}: the server does not run as root and cannot get into a folder above the home.`,
    `La base de ${home.path} est dans ${folder} : le serveur ne tourne pas sous root et ne peut pas entrer dans un dossier parent.`,
  )
}

function anotherHomes(folder: string): PlaceError {
  return new PlaceError({
    kind: 'folder-taken',
    place: folder,
    problem: text(
      'This folder holds the database of an earlier home',
      "Ce dossier contient la base d'un dossier antérieur",
    ),
    remedy: text(
      'Move it away, or delete it if that home is no longer wanted; then run this again.',
      "Déplacez-le, ou supprimez-le si l'ancien dossier n'est plus utile ; puis relancez.",
    ),
  })
}

function closed(folder: string): PlaceError {
  return new PlaceError({
    kind: 'folder-closed',
    place: folder,
    problem: text(
      'The user that runs the database server cannot get into this folder',
      "L'utilisateur du serveur de base de données ne peut pas entrer dans ce dossier",
    ),
    remedy: text(
      'Let others pass through the folders above it (chmod o+x), or move the home back to where it was.',
      'Laissez passer les autres par les dossiers parents (chmod o+x), ou remettez le dossier à sa place.',
    ),
  })
}
