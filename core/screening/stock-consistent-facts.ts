/** What the rule `stock-consistent` keeps of its judgement: enough to say it again in words. */
import type { LossFacts, RowFacts, StockFacts } from './stock-facts.ts'

export interface StockConsistentFacts extends StockFacts {
  /** Rows of the stock asked that name the type, and speak of days before the find was over. */
  readonly held: readonly RowFacts[]
  /** Losses of its class that can have taken it; the first 20. */
  readonly possible: readonly LossFacts[]
  /** One row of each other holder that names the type; the first 20. */
  readonly others: readonly RowFacts[]
}
