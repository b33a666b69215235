/** What the rule `incoherent` keeps of its judgement: enough to say it again in words. */
import type { Interval } from '../record/day.ts'

/** Two things that cannot both be so. */
export type Contradiction =
  | { readonly kind: 'made-after-find'; readonly made: Interval; readonly found: Interval }
  | { readonly kind: 'exported-before-made'; readonly made: Interval; readonly exported: Interval }
  | { readonly kind: 'exported-after-find'; readonly exported: Interval; readonly found: Interval }
  | { readonly kind: 'before-model'; readonly made: Interval; readonly model: string; readonly first: number }
  | { readonly kind: 'calibre-of-model'; readonly calibre: string; readonly model: string; readonly of: string }
  | { readonly kind: 'year-on-lot'; readonly made: Interval; readonly lot: string; readonly years: readonly number[] }
  | { readonly kind: 'year-on-marks'; readonly year: number; readonly marks: readonly string[] }
  | { readonly kind: 'serial-of-part'; readonly part: string; readonly serial: string; readonly main: string }
  | { readonly kind: 'marks-where-never' }
  | { readonly kind: 'manner-where-there' }
  | { readonly kind: 'years-reversed'; readonly year: number; readonly year_to: number }

/** What was held against what. */
export type Compared = 'made-and-found' | 'export' | 'model' | 'calibre' | 'lot' | 'marks' | 'parts' | 'condition'

export interface IncoherentFacts {
  readonly item: string
  readonly contradictions: readonly Contradiction[]
  readonly compared: readonly Compared[]
  /** Where what contradicts it of its model is known from. */
  readonly source?: string
  /** Where it is known from how its lot is read. */
  readonly lot_source?: string
  /** What would contradict by rows of the library that nobody verified. */
  readonly proposed?: readonly Contradiction[]
}
