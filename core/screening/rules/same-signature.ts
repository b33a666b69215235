/** Do two or more incidents carry the same rare signature, used by the same side? */
import type { Side } from '../../linking/side.ts'
import type { ActorCount, Count } from '../circulation.ts'

export interface SameSignatureInput {
  /** Its text, as `Signature.text`. */
  readonly signature: string
  readonly side: Side
  /** By actor, of all areas, dates and both samples: incidents read to its level for its class, and carrying it. */
  readonly actors: readonly ActorCount[]
  /** The same of all incidents, those without an actor too. `carried` is what *two or more* is asked of. */
  readonly all: Count
  /** How many incidents carry each finer signature right below it in its ladder, on this side. */
  readonly finer: readonly number[]
  /** Incidents that carry it on this side, for the grounds: in order of day, the first 1,000. */
  readonly incidents: readonly { readonly ref: string }[]
  /** Incidents with an item of this side that carries it and whose user is unknown. */
  readonly userUnknown: number
  /** The setting `rare_share`. */
  readonly rareShare: number
  /** The setting `actor_floor`. */
  readonly actorFloor: number
  /** The reference entry or baseline study that says *common here*. */
  readonly commonHere?: { readonly ref: string }
}
