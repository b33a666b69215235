/** What the rule `stock-consistent` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { Judgement, Telling } from './rule.ts'
import type { StockConsistentFacts } from './stock-consistent-facts.ts'
import { join } from './say.ts'
import { holderWords, lossGround, openWords, rowWords, stockGrounds, typeWords } from './stock-words.ts'

const question = text(
  'Is it consistent with a loss from a stock that is known to hold or have lost it?',
  "Est-il compatible avec une perte d'un stock connu pour le détenir ou l'avoir perdu ?",
)

export function tellStockConsistent({ answer, facts }: Judgement<StockConsistentFacts>): Telling {
  const { held, possible, others } = facts
  const grounds =
    answer === 'yes'
      ? [...held, ...others].map((row) => ({ kind: 'stock' as const, ref: row.ref, says: rowWords(row) }))
      : stockGrounds(facts)
  return {
    question,
    says: join([answerWords(facts), ...othersWords(others)]),
    grounds: answer === 'yes' ? [...grounds, ...possible.map(lossGround)] : grounds,
    limits: answer === 'yes' ? [notFrom] : [],
    n: null,
  }
}

const notFrom = text(
  'Consistent with a stock is not from it: the like may be held where nobody asked.',
  "Compatible avec un stock ne veut pas dire qu'il en vient : d'autres, non interrogés, peuvent détenir le même.",
)

function answerWords(facts: StockConsistentFacts): Text {
  const whose = holderWords(facts)
  const type = typeWords(facts.type)
  if (facts.held.length > 0) {
    const [row] = facts.held
    const named = text(
      `${type}. Consistent with a loss from the stock of ${whose.en}: ${row?.ref} names it.`,
      `${type}. Compatible avec une perte du stock ${whose.fr} : ${row?.ref} le désigne.`,
    )
    return join([named, lossWords(facts)])
  }
  switch (facts.why) {
    case 'never':
      return text(
        `${type}. Not consistent with a loss from the stock of ${whose.en}: it was never there.`,
        `${type}. Incompatible avec une perte du stock ${whose.fr} : il n'y a jamais été.`,
      )
    case 'holds':
      return text(
        `Cannot tell: the stock of ${whose.en} names it, but only after the find.`,
        `Indéterminé : le stock ${whose.fr} le désigne, mais seulement après la découverte.`,
      )
    default:
      return openWords(facts)
  }
}

function lossWords({ possible }: StockConsistentFacts): Text {
  if (possible.length === 0) {
    return text('No loss is recorded that can have taken it.', "Aucune perte enregistrée n'a pu l'emporter.")
  }
  const refs = possible.map(({ ref }) => ref).join(', ')
  return text(`Losses that can have taken it: ${refs}.`, `Pertes qui ont pu l'emporter : ${refs}.`)
}

function othersWords(others: StockConsistentFacts['others']): readonly Text[] {
  const holders = [...new Set(others.map(({ holder }) => holder))].join(', ')
  return holders === ''
    ? []
    : [text(`Others who hold or held the like: ${holders}.`, `D'autres détiennent ou ont détenu le même : ${holders}.`)]
}
