/** A home's first account: an administrator whose password lies in the home until it is changed for the first time. */
import { randomInt } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { firstAdministrator, hasAccounts, insertFirstAccount } from '#store/accounts.ts'
import type { Store } from '#store/connect.ts'
import type { Home } from '#store/home.ts'
import { syncFolder, writePrivate } from '#store/private-files.ts'
import type { MakeId } from '../intake/uuid.ts'

export const firstEmail = 'admin@headstamp.local'

/** The mission and an exercise beside it have administrators of their own. */
export const firstPasswordFile = (home: Home, exercise = false): string =>
  join(home.path, exercise ? 'first-password-exercise' : 'first-password')

export const hasFirstPassword = (home: Home, { exercise }: Pick<Store, 'exercise'>): boolean =>
  existsSync(firstPasswordFile(home, exercise))

interface Making {
  readonly store: Store
  readonly home: Home
  readonly newId: MakeId
  readonly now: () => number
}

/** Makes the administrator where there is no account yet. Any number of processes may call this at once. */
export async function ensureAdministrator({ store, home, newId, now }: Making): Promise<void> {
  if (await hasAccounts(store.app)) return
  // Loaded only here: most commands never hash a password.
  const { hashPassword } = await import('better-auth/crypto')
  const password = drawPassword()
  const account = {
    id: newId(),
    name: 'Administrator',
    email: firstEmail,
    clearance: 2,
    language: 'en',
    administrator: true,
    passwordHash: await hashPassword(password),
    madeAt: new Date(now()).toISOString(),
  }
  // Written before the account counts: a crash in between leaves a file that the next start writes anew.
  const file = firstPasswordFile(home, store.exercise)
  await insertFirstAccount(store.app, account, () => writePrivate(file, `${password}\n`, home.owner))
}

/** The file goes with the first password, which was the first administrator's alone. */
export async function forgetFirstPassword(store: Store, home: Home, account: string): Promise<void> {
  if (!hasFirstPassword(home, store) || !(await isFirstAdministrator(store, account))) return
  rmSync(firstPasswordFile(home, store.exercise), { force: true })
  syncFolder(home.path)
}

export async function isFirstAdministrator({ app }: Pick<Store, 'app'>, account: string): Promise<boolean> {
  const first = await firstAdministrator(app)
  return first?.id === account
}

/** 99 bits in letters and digits that cannot be mistaken for one another. */
function drawPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
