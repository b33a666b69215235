/** The secrets that a home keeps, each in a 0600 file of its own, drawn when they are first asked for. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '#core/lib/text.ts'
import type { Home } from '#store/home.ts'
import { logins, type Passwords } from '#store/migrate.ts'
import { codeOf, PlaceError, placeErrorOf } from '#store/place-error.ts'
import { createPrivate } from '#store/private-files.ts'

export interface HomeKeys {
  /** Signs bearer tokens. */
  readonly token: Uint8Array
  /** Signs the cookies of sessions. */
  readonly auth: string
}

/** The passwords of the database's roles. */
export const rolePasswordsFile = 'roles.json'
export const keysFile = 'keys.json'

export function rolePasswords(home: Home): Passwords {
  return secrets(home, rolePasswordsFile, logins)
}

export function homeKeys(home: Home): HomeKeys {
  const { token, auth } = secrets(home, keysFile, ['token', 'auth'])
  return { token: Buffer.from(token, 'base64url'), auth }
}

/** Of several processes that come first at once, one writes the file and all read it. */
function secrets<Name extends string>(
  home: Home,
  file: string,
  names: readonly Name[],
): { readonly [N in Name]: string } {
  const path = join(home.path, file)
  try {
    const kept = readIfThere(path)
    if (kept !== null) return checked(path, kept, names)
    const drawn = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64url')]))
    createPrivate(path, `${JSON.stringify(drawn, undefined, 2)}\n`, home.owner)
    return checked(path, readFileSync(path, 'utf8'), names)
  } catch (error) {
    throw placeErrorOf(error, path)
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function checked<Name extends string>(
  path: string,
  kept: string,
  names: readonly Name[],
): { readonly [N in Name]: string } {
  const found = parsed(kept)
  if (names.every((name) => typeof found?.[name] === 'string' && found[name].length >= 32))
    return found as { readonly [N in Name]: string }
  throw new PlaceError({
    kind: 'damaged-home',
    place: path,
    problem: text(
      'This file does not hold the secrets that it should',
      'Ce fichier ne contient pas les secrets attendus',
    ),
    remedy: text(
      'Put it back from a copy of the home. Nothing was changed.',
      "Remettez-le depuis une copie du dossier. Rien n'a été modifié.",
    ),
  })
}

function parsed(kept: string): Record<string, string> | null {
  try {
    return JSON.parse(kept) as Record<string, string> | null
  } catch {
    return null
  }
}
