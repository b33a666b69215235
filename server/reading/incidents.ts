/** The incidents as a list. */
import type { IncidentAnswer } from '#api/routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import { listedIncidents, type IncidentFilter } from '#store/incident-list.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader, recordOf } from './reading.ts'

export type IncidentsQuery = Omit<IncidentFilter, 'limit' | 'after'> & {
  /** The reference of the incident after which the list goes on. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usual = 50

export async function listIncidents(
  analysis: Analysis,
  reader: Reader,
  { after: last, limit = usual, ...filter }: IncidentsQuery,
): Promise<readonly IncidentAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const after = last === undefined ? undefined : (await recordOf(reading, last, ['incident'])).id
    const rows = await listedIncidents(reading.client, reading.nodeId, { ...filter, after, limit })
    return rows.map(({ source, ref, handling, ...row }) => ({
      ref: printedRef({ source, ref }),
      ...row,
      handling: handlingOf(handling),
    }))
  })
}
