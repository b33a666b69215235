/** The incidents as a list and as points, and the outlines of the mission's areas. */
import type { IncidentAnswer, OutlineAnswer, PointsAnswer } from '#api/routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import { polygonsOf } from '#core/record/outline.ts'
import { outlinedAreas } from '#store/area-list.ts'
import { listedIncidents, placedIncidents, type IncidentFilter } from '#store/incident-list.ts'
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

/** More points than this are no longer looked at one by one, and a browser draws them all in a frame. */
const mostPoints = 10_000

/** The latest incidents as points; `unplaced` of those looked at have no coordinates, and `more` may be earlier. */
export async function incidentPoints(
  analysis: Analysis,
  reader: Reader,
  filter: Omit<IncidentsQuery, 'after' | 'limit'>,
): Promise<PointsAnswer> {
  const rows = await asReader(analysis, reader, ({ client, nodeId }) =>
    placedIncidents(client, nodeId, { ...filter, limit: mostPoints + 1 }),
  )
  const looked = rows.slice(0, mostPoints)
  const points = looked.flatMap(({ source, ref, lat, lon, ...row }) => {
    const at = positionOf(lon, lat)
    return at === null ? [] : [{ ref: printedRef({ source, ref }), ...row, at }]
  })
  return { points, unplaced: looked.length - points.length, more: rows.length > mostPoints }
}

/** Longitude and latitude as numbers; null where either was not said. */
export const positionOf = (lon: string | null, lat: string | null): readonly [number, number] | null =>
  lon === null || lat === null ? null : [Number(lon), Number(lat)]

/** Areas of the mission that have an outline. */
export async function areaOutlines(analysis: Analysis, reader: Reader): Promise<readonly OutlineAnswer[]> {
  const rows = await asReader(analysis, reader, ({ client, nodeId }) => outlinedAreas(client, nodeId))
  return rows.flatMap(({ source, ref, name, kind, geometry }) => {
    const polygons = polygonsOf(geometry)
    return polygons === null ? [] : [{ ref: printedRef({ source, ref }), name, kind, polygons }]
  })
}
