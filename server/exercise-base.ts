/** Where an exercise lies: in a base of its own beside the mission's, on the same server. */
import { rmSync } from 'node:fs'
import { text } from '#core/lib/text.ts'
import { readDatabaseUrl, type OwnDatabase } from '#store/database-url.ts'
import { dropExercise } from '#store/drop-exercise.ts'
import type { Queryable } from '#store/database.ts'
import { ensureDatabase, hasBaseBeside } from '#store/ensure-database.ts'
import { openHome, type Home } from '#store/home.ts'
import { openEmbedded } from '#store/open-embedded.ts'
import { codeOf, PlaceError } from '#store/place-error.ts'
import { firstPasswordFile } from './accounts/first-administrator.ts'
import { databaseErrorOf } from './database-error.ts'
import { rolePasswords } from './home-keys.ts'

/** The base on the embedded server. */
export const baseName = (exercise = false): string => (exercise ? exerciseOf('headstamp') : 'headstamp')

const suffix = '_exercise'
const exerciseOf = (mission: string): string => `${mission}${suffix}`

/** Whether an exercise lies beside the mission's base. */
export const isExerciseBeside = (mission: Queryable): Promise<boolean> => hasBaseBeside(mission, suffix)

/** The exercise beside the mission's base on a server of one's own, made where it is not there yet. */
export async function exerciseBeside({ address, login }: OwnDatabase): Promise<OwnDatabase> {
  const database = exerciseOf(address.database)
  try {
    await ensureDatabase({ ...address, ...login }, database)
  } catch (error) {
    throw codeOf(error) === notAllowed ? notMade(database, login.user) : databaseErrorOf(error, { address, login })
  }
  return { address: { ...address, database }, login }
}

const notAllowed = '42501'
const inUse = '55006'

/** Drops the exercise of this home with all that was written in it. Answers whether there was one. */
export async function removeExercise(options: {
  readonly home: string
  readonly databaseUrl?: string | undefined
}): Promise<boolean> {
  const home = openHome(options.home)
  if (options.databaseUrl) {
    const own = readDatabaseUrl(options.databaseUrl)
    return removeFrom(home, own, exerciseOf(own.address.database))
  }
  const { connection, release } = await openEmbedded(home)
  try {
    const { host, port, user, password, database } = connection
    const server: OwnDatabase = { address: { host, port, database, ssl: false }, login: { user, password } }
    return await removeFrom(home, server, baseName(true))
  } finally {
    await release()
  }
}

async function removeFrom(home: Home, { address, login }: OwnDatabase, base: string): Promise<boolean> {
  const dropped = await dropExercise({ ...address, ...login }, base, rolePasswords(home)).catch((error: unknown) => {
    throw codeOf(error) === inUse ? stillOpen(base, error) : databaseErrorOf(error, { address, login })
  })
  if (dropped === 'mission') throw isMission(base)
  if (dropped === 'dropped') rmSync(firstPasswordFile(home, true), { force: true })
  return dropped === 'dropped'
}

const notMade = (base: string, login: string) =>
  new PlaceError({
    kind: 'other-user',
    place: base,
    problem: text(
      'An exercise needs a base of its own, which this login may not make',
      "Un exercice a besoin de sa propre base, que cet utilisateur n'a pas le droit de créer",
    ),
    remedy: text(
      `Have the server's administrator run: create database "${base}" owner "${login}". Nothing was changed.`,
      `Faites exécuter par l'administrateur du serveur : create database "${base}" owner "${login}". Rien n'a été modifié.`,
    ),
  })

const stillOpen = (base: string, cause: unknown) =>
  new PlaceError({
    kind: 'folder-taken',
    place: base,
    problem: text('The exercise is open', "L'exercice est ouvert"),
    remedy: text(
      'Stop the Headstamp that serves it, then run this again. Nothing was changed.',
      "Arrêtez le Headstamp qui le sert, puis relancez. Rien n'a été modifié.",
    ),
    cause,
  })

/** A base with an exercise's name that holds a mission is neither filled with an exercise nor dropped. */
export const isMission = (base: string) =>
  new PlaceError({
    kind: 'bad-settings',
    place: base,
    problem: text('This base holds a mission, not an exercise', 'Cette base contient une mission, non un exercice'),
    remedy: text('Nothing was changed.', "Rien n'a été modifié."),
  })
