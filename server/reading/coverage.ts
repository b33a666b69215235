/** What is known to have happened, was reached and was read, by area and month. */
import type { CoverageAnswer } from '#api/coverage-routes.ts'
import { coverageOf } from '#core/coverage/coverage.ts'
import { knownIncidents } from '#store/coverage.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { areaAsked } from './area-asked.ts'
import { asReader } from './reading.ts'

export interface CoverageQuery {
  /** An area's reference, an ISO code, or a region as the answer writes it. */
  readonly area?: string | undefined
  /** A day: incidents that may have been on it or later. */
  readonly since?: string | undefined
  readonly limit?: number | undefined
}

/** Throws NotOneRecord where nothing is known of the area. */
export async function listCoverage(
  analysis: Analysis,
  reader: Reader,
  { area, since, limit }: CoverageQuery,
): Promise<readonly CoverageAnswer[]> {
  const known = await asReader(analysis, reader, async (reading) =>
    knownIncidents(reading.client, reading.nodeId, { zone: await areaAsked(reading, area), since }),
  )
  return coverageOf(known).slice(0, limit)
}
