/** Was it made after a loss event, so not part of it? */
import type { AfterLossFacts, WhyAfterLoss } from '../after-loss-facts.ts'
import { tellAfterLoss } from '../after-loss-words.ts'
import { holderAsked } from '../holder-stock.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule } from '../rule.ts'
import { stockClass } from '../stock-row.ts'
import { closing, madeIn } from '../transfer-window.ts'

export type AfterLossInput = Pick<ItemInput, 'item' | 'incident' | 'stock'>

export const afterLoss: Rule<AfterLossInput, AfterLossFacts, never> = {
  name: 'after-loss',
  version: 1,
  subject: 'item',
  settings: ['host_country'],
  judge,
  tell: tellAfterLoss,
}

/** Losses beyond these are of the same kind and are not named one by one. */
const named = 20

function judge({ item, incident, stock }: AfterLossInput): Judgement<AfterLossFacts, never> {
  const asked = holderAsked(item, incident)
  const made = madeIn(item)
  const found = incident === null ? null : closing(incident)
  // What was lost after the find cannot have been it.
  const losses = (stock?.classes.get(stockClass(item.class))?.losses ?? []).filter(
    ({ days }) => days === undefined || found === null || days.first <= found.days.last,
  )
  const excluded = losses.filter(({ days }) => made !== null && days !== undefined && days.last < made.first)
  const possible = losses.filter((loss) => !excluded.includes(loss))
  const isBefore = ({ days }: (typeof losses)[number]) => made !== null && days !== undefined && made.last < days.first
  const why = ((): WhyAfterLoss => {
    if (asked === null) return 'no-holder'
    if (losses.length === 0) return 'no-loss'
    if (made === null) return 'no-year'
    if (excluded.length > 0) return possible.length === 0 ? 'after-all' : 'after-some'
    return possible.every(isBefore) ? 'before' : 'order-open'
  })()
  const facts: AfterLossFacts = {
    why,
    item: item.ref,
    ...asked,
    ...(made && { made }),
    excluded: excluded.slice(0, named),
    possible: possible.slice(0, named),
  }
  const answer = why === 'after-all' || why === 'after-some' ? 'yes' : why === 'before' ? 'no' : 'cannot-tell'
  // Of most items nobody ever said that they were looted: news is what gainsays that opinion.
  const raised = why === 'after-all' && item.origin === 'looted-national'
  return { answer, grade: null, raised, facts }
}
