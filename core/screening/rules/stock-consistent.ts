/** Is it consistent with a loss from a stock that is known to hold or have lost it? */
import { holderAsked, isRowOf } from '../holder-stock.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule } from '../rule.ts'
import type { StockConsistentFacts } from '../stock-consistent-facts.ts'
import { tellStockConsistent } from '../stock-consistent-words.ts'
import { matchOfType, stockClass } from '../stock-row.ts'
import { coversSince } from '../holder-stock.ts'
import { closing, madeIn } from '../transfer-window.ts'
import { rowFacts, typeInStock, type StockInput } from '../type-in-stock.ts'

export type StockConsistentInput = StockInput & Pick<ItemInput, 'likes'>

export const stockConsistent: Rule<StockConsistentInput, StockConsistentFacts, never> = {
  name: 'stock-consistent',
  version: 1,
  subject: 'item',
  settings: ['state_services', 'host_country', 'implicating_handling'],
  askedOnly: true,
  implicates: true,
  judge,
  tell: tellStockConsistent,
}

const named = 20

function judge(input: StockConsistentInput): Judgement<StockConsistentFacts, never> {
  const { item, incident, names, likes } = input
  const asked = holderAsked(item, incident)
  const [made, found] = [madeIn(item), incident === null ? null : (closing(incident)?.days ?? null)]
  const rows = likes.filter((row) => matchOfType(row, item, names) === 'same')
  const own = asked === null ? [] : rows.filter((row) => isRowOf(row, asked))
  const held = own.filter((row) => found === null || coversSince(row) <= found.last)
  const losses = (input.stock?.classes.get(stockClass(item.class))?.losses ?? []).filter(
    ({ days }) =>
      days === undefined ||
      ((made === null || days.last >= made.first) && (found === null || days.first <= found.last)),
  )
  const facts: StockConsistentFacts = {
    ...typeInStock(input),
    held: held.slice(0, named).map(rowFacts),
    possible: losses.slice(0, named),
    others: rows
      .filter((row) => !own.includes(row))
      .slice(0, named)
      .map(rowFacts),
  }
  const answer = held.length > 0 ? 'yes' : facts.why === 'never' ? 'no' : 'cannot-tell'
  // Most of what is found could have been lost by the State: it is answered when asked.
  return { answer, grade: null, raised: false, facts }
}
