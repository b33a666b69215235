/** Was this type never in the holder's stock, by lists that cover all its services without a gap? */
import type { CanonicalNames } from '../../linking/canonical-names.ts'
import type { IncidentFacts, ItemFacts } from '../../linking/facts.ts'
import type { StockRow } from '../stock-row.ts'

export interface NotInStockInput {
  readonly item: ItemFacts
  /** Null while the incident is not known: then neither the day nor the country of the find is. */
  readonly incident: IncidentFacts | null
  /** All rows of the holder asked (`holderAsked`), losses included; rows of others are passed over. */
  readonly rows: readonly StockRow[]
  /** The setting `state_services`. */
  readonly services: readonly string[]
  readonly names: CanonicalNames
}
