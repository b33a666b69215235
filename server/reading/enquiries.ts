/** Enquiries about holders' stock as a list. */
import type { EnquiryAnswer } from '#api/enquiry-routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import { listedEnquiries, type EnquiryFilter } from '#store/enquiry-list.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader, recordOf } from './reading.ts'

export type EnquiriesQuery = Omit<EnquiryFilter, 'limit' | 'after'> & {
  /** The reference of the enquiry after which the list goes on. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usual = 50

export async function listEnquiries(
  analysis: Analysis,
  reader: Reader,
  { after: last, limit = usual, ...filter }: EnquiriesQuery,
): Promise<readonly EnquiryAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const after = last === undefined ? undefined : (await recordOf(reading, last, ['enquiry'])).id
    const rows = await listedEnquiries(reading.client, reading.nodeId, { ...filter, after, limit })
    return rows.map(({ source, ref, handling, ...row }) => ({
      ref: printedRef({ source, ref }),
      ...row,
      handling: handlingOf(handling),
    }))
  })
}
