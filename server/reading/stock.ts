/** The rows of holders' stock as a list. */
import type { StockAnswer } from '#api/routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import { listedStock, type StockFilter } from '#store/stock-list.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader, recordOf } from './reading.ts'

export type StockQuery = Omit<StockFilter, 'limit' | 'after'> & {
  /** The reference of the row after which the list goes on. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usual = 50

export async function listStock(
  analysis: Analysis,
  reader: Reader,
  { after: last, limit = usual, ...filter }: StockQuery,
): Promise<readonly StockAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const after = last === undefined ? undefined : (await recordOf(reading, last, ['stock'])).id
    const rows = await listedStock(reading.client, reading.nodeId, { ...filter, after, limit })
    return rows.map(({ source, ref, handling, ...row }) => ({
      ref: printedRef({ source, ref }),
      ...row,
      handling: handlingOf(handling),
    }))
  })
}
