/** What speaks against a row of the library, in words, with what to do. */
import { text, type Text } from '../lib/text.ts'

export const libraryDoubts = {
  'corrects-nothing': text(
    'The row that it corrects is not in the library. It is not used: propose it as a new row.',
    "La ligne qu'elle corrige n'est pas dans la bibliothèque. Elle n'est pas utilisée : proposez-la comme nouvelle ligne.",
  ),
  'corrects-in-a-circle': text(
    'Rows correct each other in a circle. None of them is used: refuse one.',
    "Des lignes se corrigent en cercle. Aucune n'est utilisée : rejetez-en une.",
  ),
  contradicts: text(
    'Two accepted rows correct the same one. Neither is used: refuse one of them.',
    "Deux lignes acceptées corrigent la même. Aucune n'est utilisée : rejetez-en une.",
  ),
  'name-claimed': text(
    'Another row claims one of its names. Items with that name are compared as they were typed.',
    'Une autre ligne porte un de ses noms. Les objets de ce nom sont comparés tels que saisis.',
  ),
  'producer-unknown': text(
    'No row of the library is the producer that it names. Propose the producer first.',
    "Aucune ligne de la bibliothèque n'est le fabricant nommé. Proposez d'abord le fabricant.",
  ),
} as const satisfies { readonly [word: string]: Text }

export type LibraryDoubtWord = keyof typeof libraryDoubts
