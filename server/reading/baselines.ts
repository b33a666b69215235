/** The rows of baseline studies as a list. */
import type { BaselineAnswer } from '#api/baseline-routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import { listedBaselines, type BaselineFilter, type ListedBaseline } from '#store/baseline-list.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader, recordOf } from './reading.ts'

export type BaselinesQuery = Omit<BaselineFilter, 'limit' | 'after'> & {
  /** The reference of the row after which the list goes on. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usual = 50

export async function listBaselines(
  analysis: Analysis,
  reader: Reader,
  { after: last, limit = usual, ...filter }: BaselinesQuery,
): Promise<readonly BaselineAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const after = last === undefined ? undefined : (await recordOf(reading, last, ['baseline'])).id
    return (await listedBaselines(reading.client, reading.nodeId, { ...filter, after, limit })).map(printedBaseline)
  })
}

export const printedBaseline = ({ source, ref, handling, ...row }: ListedBaseline): BaselineAnswer => ({
  ...row,
  ref: printedRef({ source, ref }),
  handling: handlingOf(handling),
})
