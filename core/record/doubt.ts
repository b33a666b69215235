/**
 * A doubt is kept with the record that it concerns and never stops it. What stops a value is a refusal, which names
 * the column, what is wrong and what to do.
 */
import { text, type Text } from '../lib/text.ts'

export const doubtWords = {
  missing: text('The cell is empty.', 'La cellule est vide.'),
  'in-future': text('The date lies after the day it was received.', 'La date est postérieure au jour de réception.'),
  'day-month': text('Day and month may be swapped.', 'Le jour et le mois sont peut-être inversés.'),
  'end-before-start': text('The end lies before the start.', 'La fin précède le début.'),
  differs: text(
    'It differs from the date given for the same thing.',
    'La valeur diffère de la date donnée pour le même fait.',
  ),
  'no-match': text('No reference entry has this name.', 'Aucune entrée de référence ne porte ce nom.'),
  'outside-region': text('The point lies outside its region.', 'Le point est hors de sa région.'),
  'grid-contradicts': text('Grid and coordinates disagree.', 'Le carroyage et les coordonnées se contredisent.'),
  'grid-unreadable': text('The grid reference cannot be read.', 'La référence de carroyage est illisible.'),
  'year-after-find': text('The year lies after the find.', "L'année est postérieure à la découverte."),
  'years-reversed': text(
    'The last possible year lies before the first.',
    'La dernière année possible précède la première.',
  ),
  'short-row': text('The row has fewer cells than the header.', "La ligne a moins de cellules que l'en-tête."),
  'formula-unread': text(
    'The cell holds a formula whose value was not saved.',
    "La cellule contient une formule dont la valeur n'a pas été enregistrée.",
  ),
  'formula-error': text('The cell holds an error of the spreadsheet.', 'La cellule contient une erreur du tableur.'),
  'digits-lost': text(
    'The spreadsheet kept fifteen digits of it; the others are lost.',
    'Le tableur en a gardé quinze chiffres ; les autres sont perdus.',
  ),
  'incident-unknown': text('The incident is not known yet.', "L'incident n'est pas encore connu."),
  'holder-country-unknown': text('The country of the holder is not known.', "Le pays du détenteur n'est pas connu."),
  'answer-missing': text(
    'It is answered, and no row of stock is named as its answer.',
    "Elle a reçu réponse, et aucune ligne de stock n'est donnée comme réponse.",
  ),
  'no-signature': text(
    'What it names is nothing that items are compared by: rules do not read it.',
    "Ce qu'elle nomme ne sert pas à comparer des objets : les règles ne la lisent pas.",
  ),
  'says-differs': text(
    'It contradicts the number seen, which is what counts.',
    "Cela contredit le nombre d'objets vus, qui seul compte.",
  ),
  'gone-from-source': text(
    'A newer file of its source no longer holds it.',
    'Un fichier plus récent de sa source ne le contient plus.',
  ),
  'several-heads': text(
    'Two edits stand side by side until a person joins them.',
    'Deux modifications coexistent tant que personne ne les réunit.',
  ),
} as const satisfies { readonly [word: string]: Text }

export type DoubtWord = keyof typeof doubtWords

export interface Doubt {
  readonly column: string
  readonly doubt: DoubtWord
}

export interface Refusal {
  readonly column: string
  readonly problem: Text
  readonly remedy: Text
}

export const doubtful = (column: string, doubt: DoubtWord): Doubt => ({ column, doubt })
export const refuse = (column: string, problem: Text, remedy: Text): Refusal => ({ column, problem, remedy })
