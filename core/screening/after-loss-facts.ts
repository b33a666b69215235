/** What the rule `after-loss` keeps of its judgement: enough to say it again in words. */
import type { Interval } from '../record/day.ts'
import type { LossFacts } from './stock-facts.ts'

export type WhyAfterLoss =
  /** Made after every loss that could be meant. */
  | 'after-all'
  /** Made after one, and another remains possible. */
  | 'after-some'
  | 'before'
  | 'no-holder'
  | 'no-year'
  | 'no-loss'
  /** Whether it was made before or after is open for each of them. */
  | 'order-open'

export interface AfterLossFacts {
  readonly why: WhyAfterLoss
  readonly item: string
  readonly holder?: string
  readonly country?: string
  readonly made?: Interval
  /** Losses that were over before it was made; the first 20. */
  readonly excluded: readonly LossFacts[]
  /** Losses that it may be part of; the first 20. */
  readonly possible: readonly LossFacts[]
}
