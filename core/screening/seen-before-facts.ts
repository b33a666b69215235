/** What the rule `seen-before` keeps of its judgement: enough to say it again in words. */
import type { Interval } from '../record/day.ts'
import type { RowFacts } from './stock-facts.ts'

export type WhySeen = 'recorded' | 'on-paper' | 'maybe' | 'nothing' | 'no-serial' | 'unread'

export interface SeenBeforeFacts {
  readonly why: WhySeen
  readonly item: string
  readonly serial?: string
  /** Records of the same maker, model and serial from before; of what may be the same only where there is none. */
  readonly records: readonly TwinFacts[]
  readonly rows: readonly RowFacts[]
}

export interface TwinFacts {
  readonly ref: string
  readonly incident?: string
  readonly days?: Interval
  /** Why it may be another: its maker or model is not known, the order is open, or two files tell of one event. */
  readonly but?: 'type-unknown' | 'order-open' | 'one-event'
}
