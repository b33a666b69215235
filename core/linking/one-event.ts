/** Two files may tell of one event: told so, it counts once. */
import { text } from '../lib/text.ts'
import { dayNumber, type Interval } from '../record/day.ts'

/** Where and when an incident was, and whose file says so. */
export interface Spot {
  readonly id: string
  readonly ref: string
  readonly source: string
  readonly days: Interval | null
  /** Degrees; null where its place is known no finer than a region. */
  readonly at: { readonly lat: number; readonly lon: number } | null
}

const withinDays = 1
const withinKm = 5

/**
 * Whether two incidents of different file sources lie within one day and 5 km. Unsure dates are held against each
 * other end by end: two months that are the same month may be one event, a day and its year are not told so.
 */
export function possiblyOneEvent(a: Spot, b: Spot): boolean {
  if (a.source === b.source || a.days === null || b.days === null || a.at === null || b.at === null) return false
  const apart = Math.max(daysApart(a.days.first, b.days.first), daysApart(a.days.last, b.days.last))
  return apart <= withinDays && kmBetween(a.at, b.at) <= withinKm
}

const daysApart = (a: Interval['first'], b: Interval['first']) => Math.abs(dayNumber(a) - dayNumber(b))

const earthKm = 6371.0088

/** The great-circle distance by the haversine formula, in kilometres. */
function kmBetween(a: NonNullable<Spot['at']>, b: NonNullable<Spot['at']>): number {
  const across = Math.cos(radians(a.lat)) * Math.cos(radians(b.lat))
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, sine(a.lat - b.lat) + across * sine(a.lon - b.lon))))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** The haversine of an angle. */
const sine = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2

export const oneEventWords = text(
  'Possibly one event: two file sources, within one day and 5 km.',
  'Peut-être un seul événement : deux sources, à un jour et 5 km au plus.',
)
