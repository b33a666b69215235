/** What the rule `not-in-stock` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { Judgement, Telling } from './rule.ts'
import { join } from './say.ts'
import { fromTo } from './say-date.ts'
import type { RowFacts, StockFacts } from './stock-facts.ts'
import { holderWords, openWords, statusWords, stockGrounds, typeWords } from './stock-words.ts'

const question = text(
  "Was this type never in the holder's stock, by lists that cover all its services without a gap?",
  "Ce type n'a-t-il jamais été dans le stock du détenteur, d'après des listes complètes et sans lacune ?",
)

export function tellNotInStock({ facts }: Judgement<StockFacts>): Telling {
  const near = facts.nearest === undefined || facts.why === 'holds' ? [] : [nearestWords(facts.nearest)]
  return {
    question,
    says: join([answerWords(facts), ...near]),
    grounds: stockGrounds(facts),
    limits: limitsOf(facts),
    n: null,
  }
}

function answerWords(facts: StockFacts): Text {
  const type = typeWords(facts.type)
  const whose = holderWords(facts)
  switch (facts.why) {
    case 'never': {
      const days = facts.asked === undefined ? text('', '') : fromTo(facts.asked.first, facts.asked.last)
      return text(
        `${type}. Never in the stock of ${whose.en}. Whole lists cover it ${days.en}.`,
        `${type}. Jamais dans le stock ${whose.fr}. Des listes complètes le couvrent ${days.fr}.`,
      )
    }
    case 'holds': {
      const [row] = facts.rows
      const status = statusWords[row?.status ?? 'held']
      return text(
        `${type}. Named in the stock of ${whose.en}, as ${status.en}: ${row?.ref}.`,
        `${type}. Désigné dans le stock ${whose.fr}, comme ${status.fr} : ${row?.ref}.`,
      )
    }
    default:
      return openWords(facts)
  }
}

function nearestWords(row: RowFacts): Text {
  return text(
    `Nearest in that stock: ${typeWords(row)} (${row.ref}).`,
    `Le plus proche dans ce stock : ${typeWords(row)} (${row.ref}).`,
  )
}

function limitsOf({ why, lists, losses }: StockFacts): readonly Text[] {
  const limits: Text[] = []
  if (why === 'never') {
    limits.push(
      text(
        'A list can be wrong; what it leaves out by error is not seen here.',
        "Une liste peut être erronée ; ce qu'elle omet à tort ne se voit pas ici.",
      ),
    )
  }
  if (why === 'holds') {
    limits.push(
      text(
        'That the type was held does not show that this piece was.',
        "Que le type ait été détenu ne montre pas que cette pièce l'ait été.",
      ),
    )
  }
  if (lists.some(({ denies }) => denies)) {
    limits.push(
      text(
        'It rests in part on what an authority answered, at the grade given.',
        "La réponse repose en partie sur ce qu'une autorité a répondu, à la cote indiquée.",
      ),
    )
  }
  if (losses.some(({ days }) => days === undefined)) {
    limits.push(
      text(
        'The day of a loss is not known; coverage was asked from production.',
        "Le jour d'une perte est inconnu ; la couverture a été exigée depuis la fabrication.",
      ),
    )
  }
  return limits
}
