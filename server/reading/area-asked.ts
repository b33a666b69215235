/** The area that somebody asks for, as codes. */
import { namedRegion } from '#core/coverage/area.ts'
import { readAreas } from '#store/knowledge.ts'
import type { Zone } from '#store/signature-counts.ts'
import { areaNamed } from '../analysis/area-codes.ts'
import { NotOneRecord, type Reading } from './reading.ts'

/**
 * A recorded area by its reference, else an ISO code, else a region as the answers write it. Throws NotOneRecord where no
 * code is known of it: an empty answer would say that nothing is known there.
 */
export async function areaAsked(
  { client, nodeId, analysis }: Reading,
  typed: string | undefined,
): Promise<Zone | null> {
  if (typed === undefined) return null
  const source = { ...analysis, areas: await readAreas(client, nodeId) }
  const region = namedRegion(typed)
  const written = region === null ? [] : [{ countries: [], regions: [region] }]
  const zones = [areaNamed(typed, source), ...written, areaNamed(typed.toUpperCase(), source)]
  const zone = zones.find(({ countries, regions }) => countries.length + regions.length > 0)
  if (zone === undefined) throw new NotOneRecord({ kind: 'unknown-area', ref: typed })
  return zone
}
