/**
 * What a rule is. It judges from what it is given and nothing else, and tells its answer in words from the facts that
 * it kept, so that a stored finding is printed without judging again.
 */
import type { SettingName } from '../record/kinds.ts'
import type { Text } from '../lib/text.ts'

export type Answer = 'yes' | 'no' | 'cannot-tell'

/** What a rule found. `facts` is plain data that survives JSON: an absent key is not known, null never occurs. */
export interface Judgement<F = unknown, G extends string = string> {
  readonly answer: Answer
  readonly grade: G | null
  /** Whether it is kept and shown unasked: a *yes*, or graded *possible*, and not said better at another level. */
  readonly raised: boolean
  readonly facts: F
}

/** A record or reference entry that the answer rests on, and what it says. */
export interface Ground {
  readonly kind: GroundKind
  readonly ref: string
  readonly says: Text
}

export type GroundKind = 'item' | 'incident' | 'stock' | 'scope' | 'signature' | 'baseline' | 'reference'

/** An answer in words: what was asked, what is known and how, what it rests on, what it does not say. */
export interface Telling {
  readonly question: Text
  readonly says: Text
  readonly grounds: readonly Ground[]
  readonly limits: readonly Text[]
  /** The number of read incidents that the answer rests on; null for a rule that counts none. */
  readonly n: number | null
}

/** What the answer is about: an item by its reference, a signature by its text. */
export interface Subject {
  readonly kind: 'item' | 'signature'
  readonly ref: string
}

export interface Rule<I, F, G extends string> {
  readonly name: string
  /** Raised whenever the same input can get another answer or other facts. */
  readonly version: number
  readonly subject: Subject['kind']
  /** Whether it is never raised: it answers whoever asks. */
  readonly askedOnly?: true
  /** Whether what it says can implicate a State or the United Nations: then it is held as the mission says. */
  readonly implicates?: true
  /** The mission's settings that it uses. */
  readonly settings: readonly SettingName[]
  judge(input: I): Judgement<F, G>
  tell(judgement: Judgement<F, G>, subject: Subject): Telling
}
