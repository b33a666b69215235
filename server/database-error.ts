/** What a database of one's own refuses, as a place and a remedy. Its address is named, its password never. */
import { text, type Text } from '#core/lib/text.ts'
import type { OwnDatabase } from '#store/database-url.ts'
import type { Home } from '#store/home.ts'
import { NewerDatabase } from '#store/migrate.ts'
import { codeOf, PlaceError, type PlaceErrorKind } from '#store/place-error.ts'

/**
 * The same failure with its remedy where it is a known one; every other error comes back unchanged. `home` is the
 * embedded server's: a person knows that one, not the server's socket.
 */
export function databaseErrorOf(error: unknown, { address, login }: OwnDatabase, home?: Home): unknown {
  const place = home?.path ?? `${login.user}@${address.host}:${address.port}/${address.database}`
  if (error instanceof NewerDatabase) {
    return new PlaceError({ kind: 'newer-home', place, problem: newer, remedy: newerRemedy, cause: error })
  }
  const known = failures.find(({ codes }) => codes.includes(codeOf(error)))
  return known === undefined
    ? error
    : new PlaceError({ kind: known.kind, place, problem: known.problem, remedy: known.remedy, cause: error })
}

const newer = text(
  'This database was made by a newer version of Headstamp',
  'Cette base a été créée par une version plus récente de Headstamp',
)
const newerRemedy = text(
  'Run the newer version, or name another home or database. Nothing was changed.',
  "Lancez la version plus récente, ou indiquez un autre dossier ou une autre base. Rien n'a été modifié.",
)

const failures: readonly {
  readonly codes: readonly string[]
  readonly kind: PlaceErrorKind
  readonly problem: Text
  readonly remedy: Text
}[] = [
  {
    codes: ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT', 'ECONNRESET'],
    kind: 'not-answering',
    problem: text('The database server does not answer', 'Le serveur de base de données ne répond pas'),
    remedy: text(
      'Check that it runs and that DATABASE_URL names it. Nothing was changed.',
      "Vérifiez qu'il fonctionne et que DATABASE_URL le désigne. Rien n'a été modifié.",
    ),
  },
  {
    codes: ['28P01', '28000'],
    kind: 'password-refused',
    problem: text('The database server refuses the password', 'Le serveur de base de données refuse le mot de passe'),
    remedy: text(
      'Check the password in DATABASE_URL; if the base was made from another home, copy roles.json from there.',
      'Vérifiez le mot de passe dans DATABASE_URL ; si la base a été créée depuis un autre dossier, copiez son roles.json.',
    ),
  },
  {
    codes: ['3D000'],
    kind: 'not-answering',
    problem: text('The server has no such database', "Le serveur n'a pas de telle base"),
    remedy: text('Create the database, or name another one.', 'Créez la base, ou indiquez-en une autre.'),
  },
  {
    codes: ['42501'],
    kind: 'other-user',
    problem: text(
      'This login has not the rights that Headstamp needs',
      "Cet utilisateur n'a pas les droits nécessaires à Headstamp",
    ),
    remedy: text(
      '`headstamp doctor` prints the SQL that gives them. Nothing was changed.',
      "`headstamp doctor` affiche le SQL qui les accorde. Rien n'a été modifié.",
    ),
  },
]
