/** What the rules about an item are given. Each takes of it what it reads. */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../linking/facts.ts'
import type { HolderStock } from './holder-stock.ts'
import type { ScopePeriod } from './scope.ts'
import type { StockRow } from './stock-row.ts'

export interface ItemInput {
  readonly item: ItemFacts
  /** Null while the incident is not known: then neither the day nor the place of the find is. */
  readonly incident: IncidentFacts | null
  /** Whom `actorMeant` (core/linking/side.ts) names, as far as records describe it; null where nobody is meant. */
  readonly actor: ActorFacts | null
  readonly scopes: readonly ScopePeriod[]
  /** Rows of any holder's stock that may name this piece. Those that do not are passed over, so more may be given. */
  readonly rows: readonly StockRow[]
  /** What `holderStock` made of the rows of `holderAsked(item, incident)`; null where that is null. */
  readonly stock: HolderStock | null
  /** The setting `state_services`. */
  readonly services: readonly string[]
  /** The names that the stock was laid out with. */
  readonly names: CanonicalNames
}
