/** The rules by name, as lists name them. */
import type { RuleName } from '#core/screening/rules.ts'

export type RuleWords = { readonly [R in RuleName]: string }

export const rulesEn: RuleWords = {
  embargo: 'Embargo',
  'listed-holder': 'Listed holder',
  'not-in-stock': 'Never in stock',
  'stock-consistent': 'Consistent with a loss',
  'after-loss': 'Made after a loss',
  'short-lag': 'Found soon',
  'seen-before': 'Seen before',
  'marks-removed': 'Marks removed',
  incoherent: 'Contradicts itself',
  'new-here': 'New here',
  'same-signature': 'Same signature',
  exclusive: 'Only one actor',
  'near-serial': 'Near serials',
  'same-lot': 'Same lot',
  'defender-issue': 'Issued to defenders',
}

export const rulesFr: RuleWords = {
  embargo: 'Embargo',
  'listed-holder': 'Détenteur inscrit',
  'not-in-stock': 'Jamais en stock',
  'stock-consistent': 'Compatible avec une perte',
  'short-lag': 'Trouvé tôt',
  'seen-before': 'Déjà vu',
  'after-loss': 'Fabriqué après une perte',
  incoherent: 'Se contredit',
  'marks-removed': 'Marquages enlevés',
  'new-here': 'Nouveau ici',
  exclusive: 'Un seul acteur',
  'near-serial': 'Numéros voisins',
  'same-lot': 'Même lot',
  'defender-issue': 'Dotation de défenseurs',
  'same-signature': 'Même signature',
}
