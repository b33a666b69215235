/** The rules that are asked, by name. Adding one about items is one line here and one file in `rules/`. */
import type { ItemInput } from './item-input.ts'
import type { Judgement, Rule, Subject, Telling } from './rule.ts'
import { afterLoss } from './rules/after-loss.ts'
import { defenderIssue } from './rules/defender-issue.ts'
import { embargo } from './rules/embargo.ts'
import { exclusive } from './rules/exclusive.ts'
import { incoherent } from './rules/incoherent.ts'
import { listedHolder } from './rules/listed-holder.ts'
import { marksRemoved } from './rules/marks-removed.ts'
import { nearSerial } from './rules/near-serial.ts'
import { newHere } from './rules/new-here.ts'
import { notInStock } from './rules/not-in-stock.ts'
import { sameLot } from './rules/same-lot.ts'
import { sameSignature } from './rules/same-signature.ts'
import { seenBefore } from './rules/seen-before.ts'
import { shortLag } from './rules/short-lag.ts'
import { stockConsistent } from './rules/stock-consistent.ts'

/** Asked of every item. */
export const itemRules: readonly Rule<ItemInput, object, string>[] = [
  embargo,
  listedHolder,
  notInStock,
  stockConsistent,
  afterLoss,
  shortLag,
  seenBefore,
  marksRemoved,
  incoherent,
]

export const rules = {
  embargo,
  'listed-holder': listedHolder,
  'not-in-stock': notInStock,
  'stock-consistent': stockConsistent,
  'after-loss': afterLoss,
  'short-lag': shortLag,
  'seen-before': seenBefore,
  'marks-removed': marksRemoved,
  incoherent,
  'new-here': newHere,
  'same-signature': sameSignature,
  exclusive,
  'near-serial': nearSerial,
  'same-lot': sameLot,
  'defender-issue': defenderIssue,
} as const satisfies { readonly [name: string]: unknown }

export type RuleName = keyof typeof rules

export const ruleNames = Object.keys(rules) as readonly RuleName[]

/** Those whose answers are kept where they are raised. */
export const raisingRules = ruleNames.filter((name) => !('askedOnly' in rules[name]))

export const isRule = (name: string): name is RuleName => name in rules

/** Tells a kept judgement, read back from JSON, in the words of the rule that judged it. */
export function tellKept(rule: RuleName, judgement: Judgement, subject: Subject): Telling {
  // The facts were written by this very rule; its version says whether it would still write them so.
  const { tell } = rules[rule] as unknown as Pick<Rule<never, unknown, string>, 'tell'>
  return tell(judgement as Judgement<unknown, string>, subject)
}
