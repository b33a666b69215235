/** What can be wrong with a ledger, in words. */
import { text, type Text } from '../lib/text.ts'

export const faults = {
  malformed: text(
    'The row is not made as the ledger format says.',
    "La ligne n'est pas faite comme le format du registre le dit.",
  ),
  gap: text('This leaf does not follow the one before it.', 'Cette feuille ne suit pas celle qui la précède.'),
  'leaf-hash': text('The leaf is not the hash of its digests.', "La feuille n'est pas le condensat de ses empreintes."),
  digest: text('A text is not the one that was written.', "Un texte n'est pas celui qui a été écrit."),
  'missing-text': text(
    'A text is gone that no erasure took.',
    "Un texte a disparu sans qu'un effacement l'ait retiré.",
  ),
  'missing-body': text('The texts of this leaf are gone.', 'Les textes de cette feuille ont disparu.'),
  'not-canonical': text('A text is not in canonical form.', "Un texte n'est pas sous forme canonique."),
  'entry-torn': text('Its entry is parted by others.', "Son entrée est séparée par d'autres."),
  tile: text('A stored hash of the tree is wrong.', "Un condensat enregistré de l'arbre est faux."),
  head: text('The ledger does not end where its head says.', 'Le registre ne finit pas là où sa tête le dit.'),
} as const satisfies { readonly [kind: string]: Text }

export type Fault = keyof typeof faults

export interface LedgerProblem {
  readonly kind: Fault
  /** The leaf at which it shows; null for the head. */
  readonly leaf: number | null
  /** The group of that leaf, where it is one group's. */
  readonly group: string | null
  readonly says: Text
}

export const problem = (kind: Fault, leaf: number | null, group: string | null = null): LedgerProblem => ({
  kind,
  leaf,
  group,
  says: faults[kind],
})
