/** What linking and screening know of a record: its fields as they hold now, flat, with its current opinions. */
import type { Interval } from '../record/day.ts'
import type { Handling } from '../record/handling.ts'
import type { ActorState, Incident, Item, Opinion } from '../record/kinds.ts'

/** How a record is named and held. `ref` is what people type; `id` tells it from every other. */
export interface RecordFacts {
  readonly id: string
  readonly ref: string
  /** The file source that the reference belongs to. */
  readonly source?: string
  /** The effective level: of an item the higher of its own and its incident's. */
  readonly handling: Handling
  readonly team?: string
}

type OfItem = Pick<
  Item,
  | 'class'
  | 'mark_condition'
  | 'removed_how'
  | 'features'
  | 'marks'
  | 'serial'
  | 'serials'
  | 'lot'
  | 'lot_body'
  | 'lot_filling'
  | 'lot_fuze'
  | 'site_code'
  | 'date_code'
  | 'exported_on'
  | 'export_to'
  | 'holder'
>

type OfItemOpinion = Pick<
  Opinion,
  | 'pattern'
  | 'model'
  | 'producer'
  | 'producer_country'
  | 'calibre'
  | 'year'
  | 'year_to'
  | 'origin'
  | 'origin_grade'
  | 'used_by'
  | 'user_actor'
  | 'user_basis'
>

/** An item; an absent key is not known. */
export interface ItemFacts extends RecordFacts, OfItem, OfItemOpinion {}

type OfIncident = Pick<
  Incident,
  | 'kind'
  | 'date'
  | 'end_date'
  | 'date_kind'
  | 'used_on'
  | 'recovered_on'
  | 'seized_on'
  | 'documented_on'
  | 'country'
  | 'read_level'
>

type OfIncidentOpinion = Pick<Opinion, 'presumed_actor' | 'actor_basis'>

/** An incident; an absent key is not known. */
export interface IncidentFacts extends RecordFacts, OfIncident, OfIncidentOpinion {
  /** The code of the first-level region, where `admin1` was matched by a reference name or a recorded area. */
  readonly region?: string
}

export type ActorKind = ActorState['kind']

/** An actor as it stood when the item was found. */
export interface ActorFacts {
  readonly ref: string
  /** Its name and aliases. */
  readonly names: readonly string[]
  /** Absent where no record describes the actor. */
  readonly kind?: ActorKind
  /** References of the actors that it is a part of, or was affiliated with by some opinion. */
  readonly under: readonly string[]
  /** When it stood on a list: from `listed_on`, to `delisted_on` where that is known. */
  readonly listed: readonly Listing[]
  /** Those of `under` that stood on a list at any time. */
  readonly ties: readonly Tie[]
}

/** An actor that another is a part of, or is held to be affiliated with. */
export interface Tie {
  readonly ref: string
  readonly name: string
  readonly by: 'part' | 'affiliation'
  /** Whether the record says since when. */
  readonly dated: boolean
  /** Of the opinion that they are affiliated. */
  readonly grade?: string
  readonly listed: readonly Listing[]
}

export interface Listing {
  readonly from: Interval
  readonly to?: Interval
}
