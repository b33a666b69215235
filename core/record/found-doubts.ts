/** The doubts that a whole record shows, beside those that its row showed when it was read. */
import { doubtful, type Doubt } from './doubt.ts'
import { dayOf, daysOf, spanOf, yearDays } from './day.ts'
import { metresFrom, parseGrid } from './grid.ts'
import { dateDiffers } from './incident-days.ts'
import { namesAsTyped } from '../linking/canonical-names.ts'
import type { Baseline, Enquiry, Incident, Opinion, Stock } from './kinds.ts'
import { signaturesOfStudy } from '../linking/study.ts'

/** What places are known: which region a name means, and whether a point can lie in it. */
export interface Places {
  /** The ISO 3166-2 code of a region by code or name, null where no reference name matches. */
  region(country: string, text: string): string | null
  /** Whether the point lies in the region; null where its outline is not known. */
  isInRegion(region: string, lat: number, lon: number): boolean | null
}

/** The first-level region that the record names, by code or name; null where none is named or none matches. */
export const regionOf = ({ country, admin1 }: Incident, places: Places): string | null =>
  country === undefined || admin1 === undefined ? null : places.region(country, admin1)

export function doubtsOfIncident(incident: Incident, places: Places, received: string): readonly Doubt[] {
  const region = regionOf(incident, places)
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
  const { lat, lon, grid } = incident
  if (region !== null && lat !== undefined && lon !== undefined) {
    if (places.isInRegion(region, Number(lat), Number(lon)) === false) doubts.push(doubtful('lat', 'outside-region'))
  }
  const square = grid === undefined ? null : parseGrid(grid)
  if (grid !== undefined && square === null) doubts.push(doubtful('grid', 'grid-unreadable'))
  if (square !== null && lat !== undefined && lon !== undefined) {
    const apart = metresFrom(square, Number(lat), Number(lon))
    if (apart > Math.max(square.size, roundedBy(lat, lon))) doubts.push(doubtful('grid', 'grid-contradicts'))
  }
  return doubts
}

/** One step of the last digit that was typed, in metres: at most a kilometre, for few mean whole degrees. */
function roundedBy(lat: string, lon: string): number {
  const digits = Math.max(...[lat, lon].map((typed) => typed.split('.')[1]?.length ?? 0))
  return Math.min(1000, 111_320 / 10 ** digits)
}

/** `foundBy` is the last day on which its incident can have happened, null where that is not known. */
export function doubtsOfItem(opinion: Partial<Opinion>, foundBy: string | null): readonly Doubt[] {
  const { year, year_to: yearTo } = opinion
  const doubts: Doubt[] = []
  if (year !== undefined && foundBy !== null && yearDays(year).first > foundBy)
    doubts.push(doubtful('year', 'year-after-find'))
  if (year !== undefined && yearTo !== undefined && yearTo < year) doubts.push(doubtful('year_to', 'years-reversed'))
  return doubts
}

/** `hostCountry` is the mission's, which stands for a holder's country that is not given. */
export function doubtsOfStock(stock: Stock, hostCountry: string | null): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (stock.holder_country === undefined && hostCountry === null)
    doubts.push(doubtful('holder_country', 'holder-country-unknown'))
  if (stock.covers_from !== undefined && spanOf(stock.covers_from, stock.covers_to) === null)
    doubts.push(doubtful('covers_to', 'end-before-start'))
  return doubts
}

/** `received`: when this state of it came. */
export function doubtsOfBaseline(baseline: Baseline, received: string): readonly Doubt[] {
  const { from, to, says, seen } = baseline
  const doubts: Doubt[] = []
  const today = dayOf(received)
  for (const column of ['from', 'to'] as const) {
    const date = baseline[column]
    if (date !== undefined && daysOf(date).first > today) doubts.push(doubtful(column, 'in-future'))
  }
  if (from !== undefined && to !== undefined && spanOf(from, to) === null)
    doubts.push(doubtful('to', 'end-before-start'))
  if (says !== undefined && (says === 'not-seen') !== (seen === 0)) doubts.push(doubtful('says', 'says-differs'))
  if (signaturesOfStudy(baseline, namesAsTyped).length === 0) doubts.push(doubtful('class', 'no-signature'))
  return doubts
}

export function doubtsOfEnquiry({ status, asked_on: asked, answer_ref: answer, ...dates }: Enquiry): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (asked === undefined && (status ?? 'draft') !== 'draft') doubts.push(doubtful('asked_on', 'missing'))
  for (const column of ['due_on', 'answered_on'] as const) {
    const date = dates[column]
    if (asked !== undefined && date !== undefined && spanOf(asked, date) === null)
      doubts.push(doubtful(column, 'end-before-start'))
  }
  if (status === 'answered' && answer === undefined) doubts.push(doubtful('answer_ref', 'answer-missing'))
  return doubts
}
