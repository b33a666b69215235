/** What the rules about an item are given. Each takes of it what it reads. */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../linking/facts.ts'
import type { Spot } from '../linking/one-event.ts'
import type { Class } from '../record/kinds.ts'
import type { Settings } from '../record/settings.ts'
import type { HolderStock } from './holder-stock.ts'
import type { ScopePeriod } from './scope.ts'
import type { StockRow } from './stock-row.ts'

/** An item that carries the same serial, with the incident in which it was recorded. */
export interface Twin {
  readonly item: Pick<ItemFacts, 'id' | 'ref' | 'class' | 'model' | 'producer'>
  readonly incident: Spot | null
}

export interface ModelFacts {
  readonly name: string
  readonly class: Class
  /** The first year in which it can have been made. */
  readonly first_year?: number
  /** As reference names it; absent where it knows none by what the row says. */
  readonly calibre?: string
  readonly source: string
  /** The row proposes, and decides nothing. */
  readonly unverified?: true
}

/** One reading of a lot. */
export interface LotYears {
  /** Of which it can be; none where its pattern says no year. */
  readonly years: readonly number[]
  readonly source: string
  readonly unverified?: true
}

export interface ItemInput {
  readonly item: ItemFacts
  /** Null while the incident is not known: then neither the day nor the place of the find is. */
  readonly incident: IncidentFacts | null
  /** Where and when that was, to be held against the incidents of `twins`; null where there are none. */
  readonly spot: Spot | null
  /** Whom `actorMeant` (core/linking/side.ts) names, as far as records describe it; null where nobody is meant. */
  readonly actor: ActorFacts | null
  readonly scopes: readonly ScopePeriod[]
  /** Rows of any holder's stock that may name this piece. Those that do not are passed over, so more may be given. */
  readonly rows: readonly StockRow[]
  /** What `holderStock` made of the rows of `holderAsked(item, incident)`; null where that is null. */
  readonly stock: HolderStock | null
  /** Rows of every holder that name its type, whoever is asked; other types may be among them. */
  readonly likes: readonly StockRow[]
  /** Other items that carry its serial, as it was read on both. */
  readonly twins: readonly Twin[]
  /** What the reference library says of its model, where it knows one alone by that name. */
  readonly model: ModelFacts | null
  /** Every reading of its lot, where its year is known too. */
  readonly lots: readonly LotYears[]
  readonly settings: Settings
  /** The names that the stock was laid out with. */
  readonly names: CanonicalNames
}
