/** The doubts that a whole record shows, beside those that its row showed when it was read. */
import { doubtful, type Doubt } from './doubt.ts'
import { dayOf, daysOf, spanOf, yearDays, type Interval } from './day.ts'
import { dateDiffers } from './incident-days.ts'
import type { Incident, Opinion, Stock } from './kinds.ts'

/** What places are known: which region a name means, and whether a point can lie in it. */
export interface Places {
  /** The ISO 3166-2 code of a region by code or name, null where no reference name matches. */
  region(country: string, text: string): string | null
  /** Whether the point lies in the region; null where its outline is not known. */
  isInRegion(region: string, lat: number, lon: number): boolean | null
}

export function doubtsOfIncident(
  incident: Incident,
  region: string | null,
  places: Places,
  received: string,
): readonly Doubt[] {
  const doubts: Doubt[] = []
  const today = dayOf(received)
  for (const column of ['date', 'end_date', 'used_on', 'recovered_on', 'seized_on', 'documented_on'] as const) {
    const date = incident[column]
    if (date !== undefined && daysOf(date).first > today) doubts.push(doubtful(column, 'in-future'))
  }
  if (
    incident.date !== undefined &&
    incident.end_date !== undefined &&
    spanOf(incident.date, incident.end_date) === null
  ) {
    doubts.push(doubtful('end_date', 'end-before-start'))
  }
  if (dateDiffers(incident)) doubts.push(doubtful('date', 'differs'))
  if (incident.admin1 !== undefined && region === null) doubts.push(doubtful('admin1', 'no-match'))
  if (region !== null && incident.lat !== undefined && incident.lon !== undefined) {
    if (places.isInRegion(region, Number(incident.lat), Number(incident.lon)) === false) {
      doubts.push(doubtful('lat', 'outside-region'))
    }
  }
  return doubts
}

/** `find` holds the days by which its incident's materiel was found, null where they are not known. */
export function doubtsOfItem(opinion: Partial<Opinion>, find: Interval | null): readonly Doubt[] {
  const { year, year_to: yearTo } = opinion
  const doubts: Doubt[] = []
  if (year !== undefined && find !== null && yearDays(year).first > find.last)
    doubts.push(doubtful('year', 'year-after-find'))
  if (year !== undefined && yearTo !== undefined && yearTo < year) doubts.push(doubtful('year_to', 'years-reversed'))
  return doubts
}

export function doubtsOfStock(stock: Stock): readonly Doubt[] {
  if (stock.covers_from === undefined || spanOf(stock.covers_from, stock.covers_to) !== null) return []
  return [doubtful('covers_to', 'end-before-start')]
}
