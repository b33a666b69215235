/** The rest of the world (home, database, clock, dice, reference), made once for a process and passed to what uses it. */
import { hash, randomBytes } from 'node:crypto'
import type { Text } from '#core/lib/text.ts'
import { openStore, type Store } from '#store/connect.ts'
import { readDatabaseUrl, type OwnDatabase } from '#store/database-url.ts'
import { ensureDatabase } from '#store/ensure-database.ts'
import { openHome, type Home } from '#store/home.ts'
import { openEmbedded, type Embedded } from '#store/open-embedded.ts'
import { codeOf } from '#store/place-error.ts'
import { resetPasswords } from '#store/role-passwords.ts'
import { ensureAdministrator } from './accounts/first-administrator.ts'
import type { Analysis } from './analysis/judge.ts'
import { noteRules } from './analysis/note-rules.ts'
import { databaseErrorOf } from './database-error.ts'
import { baseName, exerciseBeside, isMission } from './exercise-base.ts'
import { homeKeys, rolePasswords, type HomeKeys } from './home-keys.ts'
import { makeSubmitter, type Submitter } from './intake/submit.ts'
import { idMaker, type MakeId } from './intake/uuid.ts'
import type { Intake } from './intake/write.ts'
import type { Reference } from '#core/reference/make-reference.ts'
import { shippedReference } from './reference.ts'

export interface Context {
  readonly home: Home
  readonly store: Store
  readonly now: () => number
  readonly newId: MakeId
  readonly keys: HomeKeys
  readonly reference: Reference
  readonly intake: Intake
  readonly analysis: Analysis
  readonly submitter: Submitter
  /** What the person who starts Headstamp should be told. */
  readonly notices: readonly Text[]
  /** Settles, with the reason, only when the embedded server has gone for good. */
  readonly lost: Promise<unknown>
  /** Closes the pools and lets go of the home: the last process to do so stops the embedded server. */
  close(): Promise<void>
  /** Lets go of the home at once, for a process that is told to end: what is under way is undone. */
  leave(): Promise<void>
}

export interface OpenContext {
  /** The home's folder; made where there is none. */
  readonly home: string
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** An exercise lives in a base of its own, beside the real one. */
  readonly exercise?: boolean
  readonly now?: () => number
}

/** Throws a `PlaceError` that says what is wrong, where, and what to do. */
export async function openContext(options: OpenContext): Promise<Context> {
  const { exercise = false, now = Date.now } = options
  const home = openHome(options.home)
  const keys = homeKeys(home)
  const base = await openBase(home, options)
  try {
    const store = await openStoreOf(home, base, { exercise, now })
    if (exercise && !store.exercise) {
      await store.close()
      throw isMission(base.database.address.database)
    }
    const newId = idMaker(now)
    await ensureAdministrator({ store, home, newId, now })
    const reference = shippedReference()
    const { places, shippedScopes, areaOfCode, shippedLibrary } = reference
    const intake: Intake = { store, now, newId, sha256: (input) => hash('sha256', input, 'hex'), randomHex, places }
    const analysis: Analysis = { store, newId, shippedScopes, areaOfCode, places, shippedLibrary }
    await noteRules(analysis, new Date(now()).toISOString())
    return {
      home,
      store,
      now,
      newId,
      keys,
      reference,
      intake,
      analysis,
      submitter: makeSubmitter(intake, analysis),
      notices: base.embedded?.notices ?? [],
      lost: base.embedded?.lost ?? new Promise(() => {}),
      async close() {
        await store.close()
        await base.embedded?.release()
      },
      async leave() {
        await base.embedded?.release()
      },
    }
  } catch (error) {
    await base.embedded?.release()
    throw databaseErrorOf(error, base.database, base.embedded === null ? undefined : home)
  }
}

interface Base {
  readonly database: OwnDatabase
  readonly embedded: Embedded | null
}

async function openBase(home: Home, { databaseUrl, exercise }: OpenContext): Promise<Base> {
  if (databaseUrl) {
    const own = readDatabaseUrl(databaseUrl)
    return { database: exercise === true ? await exerciseBeside(own) : own, embedded: null }
  }
  const embedded = await openEmbedded(home)
  const { host, port, user, password } = embedded.connection
  const name = baseName(exercise)
  try {
    await ensureDatabase(embedded.connection, name)
  } catch (error) {
    await embedded.release()
    throw error
  }
  return { database: { address: { host, port, database: name, ssl: false }, login: { user, password } }, embedded }
}

async function openStoreOf(
  home: Home,
  { database, embedded }: Base,
  options: { exercise: boolean; now: () => number },
): Promise<Store> {
  const passwords = rolePasswords(home)
  const open = () => openStore({ ...database, passwords, ...options })
  try {
    return await open()
  } catch (error) {
    // The file with the passwords was lost. On a server of our own that locks nobody out.
    if (embedded === null || codeOf(error) !== wrongPassword) throw error
    await resetPasswords(embedded.connection, database.address.database, passwords)
    return open()
  }
}

const wrongPassword = '28P01'

const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
