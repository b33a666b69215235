/** Reads DATABASE_URL as the driver does: address, login, and how the connection is secured. */
import { Client } from 'pg'
import { text } from '#core/lib/text.ts'
import type { Address, OpenStore } from './connect.ts'
import { PlaceError } from './place-error.ts'

export interface OwnDatabase {
  readonly address: Address
  readonly login: OpenStore['login']
}

/** Throws a `PlaceError` that never repeats the text, because it holds a password. */
export function readDatabaseUrl(url: string): OwnDatabase {
  const { host, port, database, user, password, ssl } = parse(url)
  if (!database || !user) throw unreadable()
  return {
    address: { host, port, database, ssl: ssl as Address['ssl'] },
    login: { user, ...(password ? { password } : {}) },
  }
}

function parse(url: string): Client {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw unreadable()
    return new Client({ connectionString: url })
  } catch {
    throw unreadable()
  }
}

const unreadable = () =>
  new PlaceError({
    kind: 'bad-settings',
    place: 'DATABASE_URL',
    problem: text('The address of the database cannot be read', "L'adresse de la base de données est illisible"),
    remedy: text(
      'Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or unset it to use the embedded server.',
      'Écrivez postgresql://UTILISATEUR:MOT-DE-PASSE@HÔTE:PORT/BASE, ou retirez-la pour utiliser le serveur intégré.',
    ),
  })
