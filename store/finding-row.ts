/** A finding as it is stored and printed from. */
import type { Answer } from '#core/screening/rule.ts'

/** A row of `findings` as it is printed from. */
export interface StoredFinding {
  readonly id: string
  readonly rule: string
  readonly version: number
  readonly subject_kind: 'item' | 'signature' | 'incident' | 'actor'
  readonly subject: string
  readonly side: number
  readonly area: string
  readonly handling: number
  readonly answer: Answer
  readonly grade: string | null
  readonly facts: string
  readonly settings: string
  /** Null for an answer that was worked out for this question. */
  readonly raised_at: string | null
}
