/** A row of a stock for tests: what matters is given. */
import type { StockRow } from './stock-row.ts'

export const sampleRow = (known: Partial<StockRow> = {}): StockRow => ({
  id: known.ref ?? 'row',
  ref: 'S-1',
  handling: 'unclassified',
  holder: 'State of QM',
  holder_country: 'QM',
  services: ['all'],
  basis: 'list',
  coverage: 'whole',
  covers_to: '2015' as StockRow['covers_to'],
  class: 'arm',
  ...known,
})
