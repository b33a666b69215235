/** Items and incidents for tests: what matters is given, the rest is not known. */
import type { IncidentFacts, ItemFacts } from './facts.ts'

export const sampleItem = (known: Partial<ItemFacts> = {}): ItemFacts => ({
  id: 'item',
  ref: 'ITEM-1',
  handling: 'unclassified',
  class: 'arm',
  ...known,
})

export const sampleIncident = (known: Partial<IncidentFacts> = {}): IncidentFacts => ({
  id: 'incident',
  ref: 'INC-1',
  handling: 'unclassified',
  kind: 'attack',
  ...known,
})
