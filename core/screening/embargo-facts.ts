/** What the embargo rule keeps of its judgement: enough to say it again in words. */
import type { Interval } from '../record/day.ts'
import type { Lie } from './period.ts'
import type { WhyOutside, WhyUnknown } from './scope.ts'
import type { Piece } from './stock-row.ts'
import type { Ends } from './transfer-window.ts'

export type EmbargoGrade = 'of-interest' | 'possible' | 'unknown' | 'outside'
export type Outcome = 'yes' | 'possible' | 'unknown' | 'outside'

export interface EmbargoFacts {
  readonly item: string
  readonly incident?: string
  readonly country?: string
  readonly actor?: string
  readonly ends: Ends
  /** By outcome, then by reference. What covers another place or origin is only counted, in `elsewhere`. */
  readonly scopes: readonly ScopeOutcome[]
  readonly elsewhere: number
  /** The rows of contingents and exempt holders that hold it by lot or serial. */
  readonly exempt: readonly ExemptHolding[]
}

export interface ScopeOutcome {
  readonly ref: string
  readonly regime: string
  readonly instrument: string
  readonly paragraph?: string
  readonly cites?: string
  readonly outcome: Outcome
  readonly why: WhyOutcome
  /** In force from and to, together with the periods that it adjoins; no `end`: still in force. */
  readonly start?: Interval
  readonly end?: Interval
}

export type WhyOutcome = Lie['why'] | WhyOutside | WhyUnknown | 'held' | 'unverified' | 'origin-possible'

export interface ExemptHolding extends Piece {
  readonly ref: string
  readonly holder: string
}
