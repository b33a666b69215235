// What stops Headstamp at a place on this machine (a folder, a port, a server), and what a person can do about it.

import { text, type Language, type Text } from '#core/lib/text.ts'

export type PlaceErrorKind =
  | 'not-writable'
  | 'disk-full'
  | 'newer-home'
  | 'damaged-home'
  | 'folder-taken'
  | 'folder-closed'
  | 'other-user'
  | 'no-server-program'
  | 'other-version'
  | 'password-refused'
  | 'port-taken'
  | 'bad-settings'
  | 'no-memory'
  | 'not-answering'
  | 'server-failed'

interface PlaceErrorParts {
  readonly kind: PlaceErrorKind
  /** A path, or `address:port`. */
  readonly place: string
  /** A sentence without its full stop. */
  readonly problem: Text
  /** Whole sentences. */
  readonly remedy: Text
  readonly cause?: unknown
}

export class PlaceError extends Error {
  override readonly name = 'PlaceError'
  readonly kind: PlaceErrorKind
  readonly place: string
  readonly problem: Text
  readonly remedy: Text

  constructor({ kind, place, problem, remedy, cause }: PlaceErrorParts) {
    super(`${problem.en}: ${place}. ${remedy.en}`, { cause })
    this.kind = kind
    this.place = place
    this.problem = problem
    this.remedy = remedy
  }

  inLanguage(language: Language): string {
    return language === 'fr' ? `${this.problem.fr} : ${this.place}. ${this.remedy.fr}` : this.message
  }
}

/** The same failure as a place and a remedy where it is one of the disk's; every other error comes back unchanged. */
export function placeErrorOf(error: unknown, place: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(place, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new PlaceError({
      kind: 'not-writable',
      place,
      problem: notWritable[code],
      remedy: text(
        'Give this user the folder, or choose another one with HEADSTAMP_HOME.',
        'Donnez ce dossier à cet utilisateur, ou choisissez-en un autre avec HEADSTAMP_HOME.',
      ),
      cause: error,
    })
  }
  return error
}

const closed = text('This user may not write here', "Cet utilisateur n'a pas le droit d'écrire ici")
const inTheWay = text('A file stands where a folder is needed', "Un fichier occupe la place d'un dossier")
const notWritable = {
  EACCES: closed,
  EPERM: closed,
  EROFS: text('This disk can only be read', "Ce disque n'est accessible qu'en lecture"),
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
} as const

export function diskFull(place: string, cause?: unknown): PlaceError {
  return new PlaceError({
    kind: 'disk-full',
    place,
    problem: text('The disk is full', 'Le disque est plein'),
    remedy: text(
      'Free some space and run this again; nothing that was acknowledged is lost.',
      "Libérez de l'espace et relancez ; rien de ce qui a été confirmé n'est perdu.",
    ),
    cause,
  })
}

/** The system's or the database's short code of an error (`EACCES`, `57P03`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
