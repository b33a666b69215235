/** Why two serials are held for near or for the same, in words for people. */
import { text, type Text } from '../lib/text.ts'
import type { Alignment } from './alignment.ts'
import type { LookAlike } from './look-alike.ts'
import type { ContextField } from './serial-context.ts'

/** How the serials themselves lie to each other; the best first. */
export const likenesses = [
  'exact',
  'look-alike',
  'unreadable',
  'transposed',
  'lost',
  'added',
  'changed',
  'found-cut-start',
  'found-cut-end',
  'asked-cut-start',
  'asked-cut-end',
] as const
export type Likeness = (typeof likenesses)[number]

export type SerialReasonKind =
  | Likeness
  /** Too few characters, no figure, or one character repeated: such a text is shared by chance. */
  | 'short'
  | 'no-figure'
  | 'repeated'
  /** Only the last two figures differ. */
  | 'series'
  /** Neither maker nor model could be compared. */
  | 'serial-alone'
  | `${'same' | 'other'}-${ContextField}`
  /** Several records carry the very same text. */
  | 'shared'
  | 'begins'
  | 'ends'

export interface SerialReason {
  readonly kind: SerialReasonKind
  readonly says: Text
}

const reason = (kind: SerialReasonKind, en: string, fr: string): SerialReason => ({ kind, says: text(en, fr) })

export const exactReason = reason('exact', 'The same serial.', 'Le même numéro de série.')

export function lookAlikeReason(found: readonly LookAlike[]): SerialReason {
  const en = found.map((l) => `${l.asked} and ${l.found}, character ${l.place}`).join('; ')
  const fr = found.map((l) => `${l.asked} et ${l.found}, caractère ${l.place}`).join(' ; ')
  return reason(
    'look-alike',
    `The same serial where look-alike characters are taken as one (${en}).`,
    `Le même numéro de série si les caractères semblables sont confondus (${fr}).`,
  )
}

export const unreadableReason = (readable: number, all: number): SerialReason =>
  reason(
    'unreadable',
    `The ${readable} characters read on both agree; ${all - readable} cannot be compared.`,
    `Les ${readable} caractères lus des deux côtés concordent ; ${all - readable} ne peuvent être comparés.`,
  )

/** The reason of an alignment that is a slip or a cut; the characters are those of the exact folds. */
export function alignmentReason(
  alignment: Exclude<Alignment, { kind: 'equal' }>,
  asked: readonly string[],
  found: readonly string[],
): SerialReason {
  const { kind } = alignment
  switch (kind) {
    case 'transposed': {
      const [one, two] = [asked, found].map((key) => key.slice(alignment.at, alignment.at + 2).join(''))
      return reason(
        kind,
        `Two neighbouring characters are swapped (${one} and ${two}, characters ${alignment.at + 1} and ${alignment.at + 2}).`,
        `Deux caractères voisins sont intervertis (${one} et ${two}, caractères ${alignment.at + 1} et ${alignment.at + 2}).`,
      )
    }
    case 'changed':
      return reason(
        kind,
        `One character differs (${asked[alignment.at]} and ${found[alignment.at]}, character ${alignment.at + 1}).`,
        `Un caractère diffère (${asked[alignment.at]} et ${found[alignment.at]}, caractère ${alignment.at + 1}).`,
      )
    case 'lost':
      return reason(
        kind,
        `The serial found lacks one character (${asked[alignment.at]}, character ${alignment.at + 1}).`,
        `Il manque un caractère au numéro trouvé (${asked[alignment.at]}, caractère ${alignment.at + 1}).`,
      )
    case 'added':
      return reason(
        kind,
        `The serial found has one character more (${found[alignment.at]}, character ${alignment.at + 1}).`,
        `Le numéro trouvé a un caractère de plus (${found[alignment.at]}, caractère ${alignment.at + 1}).`,
      )
    case 'found-cut-start':
      return cutReason(kind, asked.slice(0, alignment.length))
    case 'found-cut-end':
      return cutReason(kind, asked.slice(-alignment.length))
    case 'asked-cut-start':
      return cutReason(kind, found.slice(0, alignment.length))
    case 'asked-cut-end':
      return cutReason(kind, found.slice(-alignment.length))
  }
}

type Cut = Extract<Likeness, `${string}-cut-${string}`>

const cutWords: { readonly [C in Cut]: Text } = {
  'found-cut-start': text('The serial found may lack its start', 'Il manque peut-être le début du numéro trouvé'),
  'found-cut-end': text('The serial found may lack its end', 'Il manque peut-être la fin du numéro trouvé'),
  'asked-cut-start': text('The serial asked for may lack its start', 'Il manque peut-être le début du numéro cherché'),
  'asked-cut-end': text('The serial asked for may lack its end', 'Il manque peut-être la fin du numéro cherché'),
}

function cutReason(kind: Cut, missing: readonly string[]): SerialReason {
  const { en, fr } = cutWords[kind]
  return reason(kind, `${en} (${missing.join('')}).`, `${fr} (${missing.join('')}).`)
}

export const shortReason = (length: number): SerialReason =>
  reason(
    'short',
    `Only ${length} characters: too few to tell weapons apart.`,
    `Seulement ${length} caractères : trop peu pour distinguer les armes.`,
  )

export const noFigureReason = reason(
  'no-figure',
  'There is no figure in it: it may be no serial.',
  "Il ne contient aucun chiffre : ce n'est peut-être pas un numéro de série.",
)

export const repeatedReason = reason(
  'repeated',
  'It is one character repeated: it may be no serial.',
  "C'est un seul caractère répété : ce n'est peut-être pas un numéro de série.",
)

export const seriesReason = reason(
  'series',
  'Only the last figures differ: they may also be two weapons made one after the other.',
  "Seuls les derniers chiffres diffèrent : ce peuvent être aussi deux armes fabriquées l'une après l'autre.",
)

export const serialAloneReason = reason(
  'serial-alone',
  'A serial alone is never unique: neither maker nor model could be compared.',
  "Un numéro de série seul n'est jamais unique : ni le fabricant ni le modèle n'ont pu être comparés.",
)

const contextWords: { readonly [F in ContextField]: { readonly same: Text; readonly other: Text } } = {
  maker: {
    same: text('The same maker', 'Le même fabricant'),
    other: text(
      'Another maker: a different weapon, unless one of the makers was misread',
      "Un autre fabricant : une arme différente, sauf si l'un des fabricants a été mal lu",
    ),
  },
  model: {
    same: text('The same model', 'Le même modèle'),
    other: text(
      'Another model: a different weapon, unless one of the models was misread',
      "Un autre modèle : une arme différente, sauf si l'un des modèles a été mal lu",
    ),
  },
  calibre: {
    same: text('The same calibre', 'Le même calibre'),
    other: text('Another calibre', 'Un autre calibre'),
  },
}

export function contextReason(field: ContextField, agrees: boolean, asked: string, found: string): SerialReason {
  const words = contextWords[field][agrees ? 'same' : 'other']
  const names = agrees ? found : `${asked}, ${found}`
  return reason(`${agrees ? 'same' : 'other'}-${field}`, `${words.en} (${names}).`, `${words.fr} (${names}).`)
}

export const sharedReason = (records: number): SerialReason =>
  reason(
    'shared',
    `${records} records carry this very text, not all known to be of one maker and model: it does not tell them apart.`,
    `${records} fiches portent ce même texte sans être toutes du même fabricant et du même modèle : il ne les distingue pas.`,
  )

export const fragmentReason = (kind: 'begins' | 'ends', length: number): SerialReason =>
  kind === 'begins'
    ? reason(
        kind,
        `Only the first ${length} characters are shared.`,
        `Seuls les ${length} premiers caractères sont communs.`,
      )
    : reason(
        kind,
        `Only the last ${length} characters are shared.`,
        `Seuls les ${length} derniers caractères sont communs.`,
      )
