/** What the rules that ask a holder's stock keep of their judgement: enough to say it again in words. */
import type { Day, Interval } from '../record/day.ts'
import type { StockRow } from './stock-row.ts'

export type WhyStock =
  /** No row could hold it and coverage has no gap. */
  | 'never'
  | 'holds'
  | 'may-hold'
  | 'responder'
  | 'no-country'
  | 'type-unknown'
  | 'no-find-date'
  | 'dates-contradict'
  | 'gap'

export interface StockFacts {
  readonly why: WhyStock
  readonly item: string
  /** The type that was asked for, as typed. */
  readonly type: TypeAsked
  /** The parts of the type that are not known. */
  readonly unknown: readonly TypePart[]
  readonly holder?: string
  readonly country?: string
  readonly services: readonly string[]
  /** The days over which coverage was asked. */
  readonly asked?: Interval
  readonly lists: readonly ListFacts[]
  readonly losses: readonly LossFacts[]
  /** The rows that hold it, or else those that may; the first 20. */
  readonly rows: readonly RowFacts[]
  readonly gaps: readonly Gap[]
  readonly nearest?: RowFacts
}

export type TypePart = 'model' | 'producer' | 'year' | 'calibre'
export type TypeAsked = Pick<StockRow, 'class' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year' | 'year_to'>

/** Days on which no list covers a service. */
export interface Gap {
  readonly service: string
  readonly first: Day
  readonly last: Day
}

/** A list, an inspection or a statement; with `denies` an answer *never held*. */
export interface ListFacts {
  /** Its first row. */
  readonly ref: string
  readonly holder: string
  readonly basis: StockRow['basis']
  readonly list?: string
  readonly services: readonly string[]
  /** The days that its rows cover, stretches without a gap in order. */
  readonly stretches: readonly Interval[]
  readonly denies?: true
  readonly grade?: string
}

export interface LossFacts {
  readonly ref: string
  /** Absent where the day of the loss is not known. */
  readonly days?: Interval
}

export interface RowFacts extends TypeAsked {
  readonly ref: string
  readonly holder: string
  readonly status?: StockRow['status']
}
