/** Can it only have been transferred while an embargo that covers this place, origin or holder was in force? */
import type { CanonicalNames } from '../../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../../linking/facts.ts'
import type { PartialDate } from '../../record/day.ts'
import type { Class } from '../../record/kinds.ts'
import type { StockRow } from '../stock-row.ts'

/** What the rule reads. Rows that do not name the item by lot or serial are passed over, so more may be given. */
export interface EmbargoInput {
  readonly item: ItemFacts
  /** Null while the incident is not known: then neither a date nor a place is. */
  readonly incident: IncidentFacts | null
  /** Whom `actorMeant` (core/linking/side.ts) names, as far as records describe it; null where nobody is meant. */
  readonly actor: ActorFacts | null
  readonly scopes: readonly ScopePeriod[]
  readonly rows: readonly StockRow[]
  readonly names: CanonicalNames
}

/** One period of an embargo's scope, shipped or recorded. An empty list of classes or holders means all. */
export interface ScopePeriod {
  readonly ref: string
  readonly regime: string
  readonly instrument: string
  readonly paragraph?: string
  readonly cites?: string
  readonly direction: 'into' | 'out-of' | 'holder'
  /** Null: everywhere. */
  readonly area: ScopeArea | null
  /** References or names of actors, or kinds of actor, as the scope writes them. */
  readonly holders: readonly string[]
  readonly exempt_holders: readonly string[]
  readonly classes: readonly Class[]
  readonly from: PartialDate
  /** The last day in force; absent while it is in force. */
  readonly to?: PartialDate
  readonly confidence: 'verified' | 'probable' | 'unverified'
}

/** An area as far as codes can say it. */
export interface ScopeArea {
  /** ISO 3166-1 codes of whole countries, and the former ones (ISO 3166-3) whose land it takes in whole. */
  readonly countries: readonly string[]
  /** First-level regions of countries that it does not take in whole. */
  readonly regions: readonly { readonly country: string; readonly region: string }[]
  /** Whether a part of it cannot be said in codes: a find elsewhere is then not known to lie outside. */
  readonly beyond: boolean
}
