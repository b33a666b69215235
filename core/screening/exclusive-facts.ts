/** What the rule `exclusive` keeps of its judgement: enough to say it again in words. */
import type { Side } from '../linking/side.ts'
import type { Study } from '../linking/study.ts'
import type { Day, Interval } from '../record/day.ts'

export type ExclusiveGrade = 'ended-by-capture' | 'ended-by-counter-example'

export type WhyExclusive =
  | 'only'
  /** No dated incident of the zone carries it by an item whose user is known. */
  | 'nobody'
  /** One incident alone carries it. */
  | 'once'
  /** Too few incidents of others were read since, or none of criminals, or of another actor. */
  | 'too-few'
  /** So few carry it that all may be one actor's by chance. */
  | 'chance'
  /** An umbrella's claim, which is none of its units'. */
  | 'umbrella'
  /** Another had it, on a day that is not known. */
  | 'undated-other'
  | ExclusiveGrade
  /** Two had it from the first day on. */
  | 'shared'
  /** A study calls it common here. */
  | 'common'
  /** A study saw it here, and does not say with whom. */
  | 'seen-by-study'

export interface ExclusiveFacts {
  readonly why: WhyExclusive
  readonly side: Side
  readonly level: 'unit' | 'umbrella'
  readonly zone?: string
  readonly floor: number
  readonly actor?: string
  /** How many dated incidents carry it by that actor's items. */
  readonly sightings: number
  readonly first?: Day
  /** Since then: incidents of others so read, those of criminals among them, and of how many other actors. */
  readonly others: number
  readonly criminal: number
  readonly actors: number
  /** The chance that all sightings fall to one actor. */
  readonly chance?: number
  /** Who else had it, and the first day. */
  readonly other?: { readonly actor: string; readonly first?: Day }
  readonly capture?: { readonly ref: string; readonly days?: Interval }
  readonly studies?: readonly Study[]
}
