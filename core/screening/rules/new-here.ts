/** Had it never been read in this zone before, among enough comparable incidents? */
import type { Day } from '../../record/day.ts'

/** An incident in which the signature was read, with the interval of its days. */
export interface Sighting {
  readonly id: string
  readonly ref: string
  readonly first: Day
  readonly last: Day
  readonly country?: string
  readonly region?: string
}

export interface NewHereInput {
  /** Its text, as `Signature.text`. */
  readonly signature: string
  /** The reference of the mission's own area; null: all that this node holds. */
  readonly zone: string | null
  /** The setting `floor`. */
  readonly floor: number
  /**
   * The first dated incident of the zone that carries it, by an item of any side: by its first possible day, then its
   * last, then its id. Null where none is dated.
   */
  readonly first: Sighting | null
  /**
   * The incidents of the zone, of either sample, read to its level for its class, whose last possible day is before
   * the first sighting's first possible day. 0 where there is no first sighting.
   */
  readonly n: number
  /**
   * Whether one of those n lies in the first sighting's country and region; in its country alone where the sighting's
   * region is not known; false where its country is not known.
   */
  readonly visitedBefore: boolean
  /** The first sighting of the next coarser signature of its ladder; null where it has none. */
  readonly parentFirst: Sighting | null
  /** The incident of which it is asked, where that is not the first sighting. */
  readonly asked?: Sighting
}
