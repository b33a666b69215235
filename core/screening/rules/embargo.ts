/** Can it only have been transferred while an embargo that covers this place, origin or holder was in force? */
import type { CanonicalNames } from '../../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../../linking/facts.ts'
import type { ScopePeriod } from '../scope.ts'
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
