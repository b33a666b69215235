/** Was this type never in the holder's stock, by lists that cover all its services without a gap? */
import { tellNotInStock } from '../not-in-stock-words.ts'
import type { Judgement, Rule } from '../rule.ts'
import type { StockFacts } from '../stock-facts.ts'
import { typeInStock, type StockInput } from '../type-in-stock.ts'

export const notInStock: Rule<StockInput, StockFacts, never> = {
  name: 'not-in-stock',
  version: 1,
  subject: 'item',
  settings: ['state_services', 'host_country'],
  judge,
  tell: tellNotInStock,
}

function judge(input: StockInput): Judgement<StockFacts, never> {
  const facts = typeInStock(input)
  const answer = facts.why === 'never' ? 'yes' : facts.why === 'holds' ? 'no' : 'cannot-tell'
  return { answer, grade: null, raised: answer === 'yes', facts }
}
