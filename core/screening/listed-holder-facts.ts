/** What the rule `listed-holder` keeps of its judgement: enough to say it again in words. */
import type { Listing, Tie } from '../linking/facts.ts'
import type { Interval } from '../record/day.ts'

export type ListedHolderGrade = 'by-name' | 'by-affiliation'

export type WhyListed =
  | ListedHolderGrade
  /** Nobody is meant for the item, or no record describes who is. */
  | 'nobody'
  | 'not-described'
  /** A list names it, or whom it is tied to, and the day of the find is not known. */
  | 'no-find-date'
  /** Which came first, the listing or the find, is open. */
  | 'order-open'
  /** It is tied to a listed actor, and since when is not recorded. */
  | 'undated-tie'
  | 'not-listed'

export interface ListedHolderFacts {
  readonly why: WhyListed
  readonly item: string
  readonly actor?: { readonly ref: string; readonly name: string }
  readonly found?: Interval
  readonly listing?: Listing
  /** Through whom; absent where it is the actor itself. */
  readonly tie?: Pick<Tie, 'ref' | 'name' | 'by' | 'grade'>
}
