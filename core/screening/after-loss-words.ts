/** What the rule `after-loss` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { AfterLossFacts } from './after-loss-facts.ts'
import type { LossFacts } from './stock-facts.ts'
import type { Judgement, Telling } from './rule.ts'
import { onDays } from './say-date.ts'
import { holderWords, lossGround } from './stock-words.ts'

const question = text(
  'Was it made after a loss event, so not part of it?',
  'A-t-il été fabriqué après une perte, sans pouvoir en faire partie ?',
)

export function tellAfterLoss({ facts }: Judgement<AfterLossFacts>): Telling {
  return {
    question,
    says: saysOf(facts),
    grounds: [...facts.excluded, ...facts.possible].map(lossGround),
    limits: limitsOf(facts),
    n: null,
  }
}

function saysOf(facts: AfterLossFacts): Text {
  const whose = holderWords(facts)
  const made = facts.made === undefined ? text('', '') : onDays(facts.made)
  switch (facts.why) {
    case 'after-all':
      return text(
        `Made ${made.en}, after each loss recorded of ${whose.en}. Last: ${lastOf(facts.excluded).en}.`,
        `Fabriqué ${made.fr}, après chaque perte enregistrée ${whose.fr}. Dernière : ${lastOf(facts.excluded).fr}.`,
      )
    case 'after-some':
      return text(
        `Made ${made.en}, after a loss of ${whose.en}: ${lastOf(facts.excluded).en}. Still possible: ${namesOf(facts.possible)}.`,
        `Fabriqué ${made.fr}, après une perte ${whose.fr} : ${lastOf(facts.excluded).fr}. Reste possible : ${namesOf(facts.possible)}.`,
      )
    case 'before':
      return text(
        `Made ${made.en}, before each loss recorded of ${whose.en}.`,
        `Fabriqué ${made.fr}, avant chaque perte enregistrée ${whose.fr}.`,
      )
    case 'no-holder':
      return text(
        'Cannot tell: neither a holder nor the country of the find is known.',
        'Indéterminé : ni détenteur ni pays de découverte ne sont connus.',
      )
    case 'no-year':
      return text(
        'Cannot tell: the year of its making is not known.',
        "Indéterminé : l'année de fabrication est inconnue.",
      )
    case 'no-loss':
      return text(
        `Cannot tell: no loss of this class is recorded of ${whose.en}.`,
        `Indéterminé : aucune perte de cette classe n'est enregistrée ${whose.fr}.`,
      )
    case 'order-open':
      return text(
        `Cannot tell: whether it was made before or after a loss is open: ${namesOf(facts.possible)}.`,
        `Indéterminé : fabriqué avant ou après une perte, la question reste ouverte : ${namesOf(facts.possible)}.`,
      )
  }
}

/** The latest of them, with its day. */
function lastOf(losses: readonly LossFacts[]): Text {
  const last = losses.reduce<LossFacts | null>(
    (best, one) => (best === null || (one.days?.last ?? '') > (best.days?.last ?? '') ? one : best),
    null,
  )
  if (last?.days === undefined) return text('', '')
  const on = onDays(last.days)
  return text(`${last.ref}, ${on.en}`, `${last.ref}, ${on.fr}`)
}

const namesOf = (losses: readonly LossFacts[]): string => losses.map(({ ref }) => ref).join(', ')

function limitsOf({ why }: AfterLossFacts): readonly Text[] {
  return why === 'after-all' || why === 'after-some'
    ? [
        text(
          'A loss that nobody recorded here is not seen.',
          "Une perte que personne n'a enregistrée ici ne se voit pas.",
        ),
      ]
    : []
}
