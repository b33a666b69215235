// What PostgreSQL's programs wrote before they gave up, as a place and a remedy.

import { text, type Text } from '#core/lib/text.ts'
import { diskFull, PlaceError, type PlaceErrorKind } from '../place-error.ts'

/** `written`: what the program wrote to stderr. `place`: the folder or port it worked on. */
export function explainFailure(written: string, place: string): PlaceError {
  const line = tellingLine(written)
  const known = failures.find(({ says }) => says.test(written))
  if (known?.kind === 'disk-full') return diskFull(place, line)
  const { kind, remedy } = known ?? unknownFailure
  return new PlaceError({
    kind,
    place,
    problem: text(
      `The database server did not start (${line})`,
      `Le serveur de base de données n'a pas démarré (${line})`,
    ),
    remedy,
    cause: written,
  })
}

/** Another process was quicker, or what the last server left is still going: worth another look, no failure. */
export function isTakenAlready(written: string): boolean {
  return /lock file ".*" already exists|pre-existing shared memory block/.test(written)
}

/** The FATAL line, with the line that says why where PostgreSQL gives the reason before it. */
function tellingLine(written: string): string {
  const lines = written.split('\n').map((line) => line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '').trim())
  const fatal = lines.findLast((line) => /^(FATAL|PANIC|initdb: error|pg_ctl: error):?/.test(line))
  const reason = lines.find((line) => /^(LOG|WARNING): +(could not|syntax error|invalid|unrecognized)/.test(line))
  return (
    [reason, fatal].filter((line) => line !== undefined).join('; ') ||
    lines.findLast((line) => line !== '') ||
    'no output'
  )
}

interface Failure {
  readonly kind: PlaceErrorKind
  readonly says: RegExp
  readonly remedy: Text
}

const failures: readonly Failure[] = [
  { kind: 'disk-full', says: /No space left on device|Disk quota exceeded/, remedy: text('', '') },
  {
    kind: 'port-taken',
    says: /Address already in use/,
    remedy: text(
      'Stop the program that has this port, or choose another port.',
      'Arrêtez le programme qui occupe ce port, ou choisissez un autre port.',
    ),
  },
  {
    kind: 'bad-settings',
    says: /contains errors|unrecognized configuration parameter|invalid value for parameter/,
    remedy: text(
      'Correct or remove postgresql.user.conf in the home.',
      'Corrigez ou retirez postgresql.user.conf dans le dossier de Headstamp.',
    ),
  },
  {
    kind: 'no-memory',
    says: /Cannot allocate memory|could not map anonymous shared memory/,
    remedy: text(
      'Free some memory, or set a smaller shared_buffers in postgresql.user.conf in the home.',
      'Libérez de la mémoire, ou réduisez shared_buffers dans postgresql.user.conf dans le dossier de Headstamp.',
    ),
  },
  {
    kind: 'folder-closed',
    says: /Permission denied|has wrong ownership|has invalid permissions/,
    remedy: text(
      'Give the whole folder back to the user that ran it before.',
      "Rendez tout le dossier à l'utilisateur qui le faisait tourner.",
    ),
  },
  {
    kind: 'no-server-program',
    says: /could not look up effective user ID|could not find .*user/i,
    remedy: text(
      'Run this as a user that has an account on this machine, or name a PostgreSQL server in DATABASE_URL.',
      'Lancez ceci sous un utilisateur qui a un compte sur cette machine, ou indiquez un serveur PostgreSQL dans DATABASE_URL.',
    ),
  },
]

const unknownFailure: Pick<Failure, 'kind' | 'remedy'> = {
  kind: 'server-failed',
  remedy: text(
    'Nothing was deleted. The whole message is in postgres.log in the database folder.',
    "Rien n'a été supprimé. Le message complet est dans postgres.log dans le dossier de la base.",
  ),
}
