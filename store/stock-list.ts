/** Lists the rows of holders' stock as a reader may see them, the last recorded first, by keyset. */
import { rowsOf, type Queryable } from './database.ts'

export interface StockFilter {
  /** Case and parts of words do not matter. */
  readonly holder?: string | undefined
  readonly model?: string | undefined
  readonly class?: string | undefined
  /** The id of the row after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListedStock {
  readonly source: string
  readonly ref: string
  readonly holder: string
  readonly holder_country: string | null
  readonly basis: string
  readonly list: string | null
  readonly coverage: string
  readonly covers_from: string | null
  readonly covers_to: string
  readonly class: string
  readonly pattern: string | null
  readonly model: string | null
  readonly producer: string | null
  readonly calibre: string | null
  readonly year: number | null
  readonly year_to: number | null
  readonly lot: string | null
  readonly serial: string | null
  readonly serial_to: string | null
  readonly quantity: number | null
  readonly status: string | null
  readonly status_from: string | null
  readonly status_to: string | null
  readonly handling: number
  readonly doubted: boolean
}

export async function listedStock(db: Queryable, nodeId: number, filter: StockFilter): Promise<readonly ListedStock[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['node_id = $1']
  if (filter.holder !== undefined) where.push(`strpos(lower(holder), lower(${value(filter.holder)})) > 0`)
  if (filter.model !== undefined) where.push(`strpos(lower(model), lower(${value(filter.model)})) > 0`)
  if (filter.class !== undefined) where.push(`class = ${value(filter.class)}`)
  if (filter.after !== undefined) where.push(`id < ${value(filter.after)}`)
  return rowsOf<ListedStock>(
    db,
    `select source, ref, holder, holder_country, basis, list, coverage, covers_from, covers_to, class, pattern, model,
            producer, calibre, year, year_to, lot, serial, serial_to, quantity::float8 as quantity, status, status_from,
            status_to, handling, (coalesce(doubts, '[]') <> '[]' or coalesce(found_doubts, '[]') <> '[]') as doubted
       from stock where ${where.join(' and ')} order by id desc limit ${value(filter.limit)}`,
    values,
  )
}
