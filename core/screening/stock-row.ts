/** A row of a stock: what a State or a contingent holds, held, lost, or says that it never held. */
import type { RecordFacts } from '../linking/facts.ts'
import type { Stock } from '../record/kinds.ts'

type OfStock = Pick<
  Stock,
  | 'holder'
  | 'holder_country'
  | 'services'
  | 'basis'
  | 'list'
  | 'coverage'
  | 'covers_from'
  | 'covers_to'
  | 'class'
  | 'pattern'
  | 'model'
  | 'producer'
  | 'calibre'
  | 'year'
  | 'year_to'
  | 'lot'
  | 'serial'
  | 'serial_to'
  | 'quantity'
  | 'status'
  | 'status_from'
  | 'status_to'
  | 'grade'
>

/** `holder_country` is filled from the setting `host_country` where the row leaves it empty and that is set. */
export interface StockRow extends RecordFacts, OfStock {}
