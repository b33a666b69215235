/** When an item can have left lawful hands: from what was made, exported or lawfully held, to when it was found. */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { IncidentFacts, ItemFacts } from '../linking/facts.ts'
import { daysOf, yearDays, type Interval } from '../record/day.ts'
import { datesOf, type DateKind } from '../record/incident-days.ts'
import { later } from './period.ts'
import { isOfGroup, pieceHeld, yearsOf, type StockRow } from './stock-row.ts'

/** A documented lawful holding of this very piece. */
export interface Holding {
  readonly ref: string
  readonly holder: string
  readonly days: Interval
}

/** What is known of the window's two ends, each part as its own interval. */
export interface Ends {
  readonly made?: Interval
  readonly exported?: Interval
  readonly held?: Holding
  /** The latest of those. */
  readonly opens?: Interval
  /** The earliest of its incident's dates, and which date that is. */
  readonly closes?: { readonly by: DateKind; readonly days: Interval }
}

export function endsOf(input: {
  readonly item: ItemFacts
  readonly incident: IncidentFacts | null
  readonly rows: readonly StockRow[]
  readonly names: CanonicalNames
}): Ends {
  const { item, incident, rows, names } = input
  const closes = incident === null ? null : closing(incident)
  const made = madeIn(item)
  const exported = item.exported_on === undefined ? null : daysOf(item.exported_on)
  const held = rows
    .filter((row) => !isOfGroup(row) && pieceHeld(row, item, names)?.by === 'serial')
    .flatMap((row) => holdingOf(row, closes?.days ?? null))
    .reduce<Holding | null>((last, next) => (last === null || isLater(next, last) ? next : last), null)
  const opens = [made, exported, held?.days ?? null].reduce<Interval | null>(
    (latest, days) => (latest === null || days === null ? (latest ?? days) : later(latest, days)),
    null,
  )
  return {
    ...(made && { made }),
    ...(exported && { exported }),
    ...(held && { held }),
    ...(opens && { opens }),
    ...(closes && { closes }),
  }
}

/** The days in which it can have been made; a span of years is the interval of all their days. */
export function madeIn(item: Pick<ItemFacts, 'year' | 'year_to'>): Interval | null {
  const years = yearsOf(item)
  return years === null ? null : yearDays(years.from, years.to)
}

/** The earliest of the incident's dates; where several may be, the kind of the one that is surely over first. */
export function closing(incident: IncidentFacts): Closing | null {
  // Every rule asks it of each of an incident's items.
  const known = closings.get(incident)
  if (known !== undefined) return known
  const made = closingOf(incident)
  closings.set(incident, made)
  return made
}

interface Closing {
  readonly by: DateKind
  readonly days: Interval
}

const closings = new WeakMap<IncidentFacts, Closing | null>()

function closingOf(incident: IncidentFacts): Closing | null {
  const dates = datesOf(incident)
  const [first] = dates
  if (first === undefined) return null
  const binding = dates.reduce((best, next) => (next.days.last < best.days.last ? next : best), first)
  const earliest = dates.reduce((day, { days }) => (days.first < day ? days.first : day), first.days.first)
  return { by: binding.kind, days: { first: earliest, last: binding.days.last } }
}

/**
 * The last day on which a row shows the piece in lawful hands: the day of its list, or of its loss or hand-over. Only
 * what surely lies before the find counts, for a found piece may go into a stock afterwards; a lot is shared among
 * many, so that only a serial shows where this piece was.
 */
function holdingOf(row: StockRow, closes: Interval | null): readonly Holding[] {
  const days = row.status === undefined || row.status === 'held' ? daysOf(row.covers_to) : partingDays(row)
  if (days === null || closes === null || days.last > closes.first) return []
  return [{ ref: row.ref, holder: row.holder, days }]
}

/** The days on which a row says that it was lost or given away; null where it does not say when. */
export function partingDays({
  status_from: from,
  status_to: to,
}: Pick<StockRow, 'status_from' | 'status_to'>): Interval | null {
  if (from === undefined) return null
  const days = { first: daysOf(from).first, last: daysOf(to ?? from).last }
  return days.first <= days.last ? days : null
}

function isLater(a: Holding, b: Holding): boolean {
  if (a.days.first !== b.days.first) return a.days.first > b.days.first
  return a.days.last === b.days.last ? a.ref < b.ref : a.days.last > b.days.last
}
