/** A row of a stock: what a State or a contingent holds, held, lost, or says that it never held. */
import { keyOf, nameOf, type CanonicalNames } from '../linking/canonical-names.ts'
import type { ActorFacts, ItemFacts, RecordFacts } from '../linking/facts.ts'
import { foldLot, foldSerial, skeletonOf } from '../marking/serial.ts'
import { numberedSerial } from '../marking/serial-number.ts'
import { daysOf, type Interval } from '../record/day.ts'
import type { Class, Stock } from '../record/kinds.ts'

type OfStock = Pick<
  Stock,
  | 'holder'
  | 'holder_country'
  | 'services'
  | 'basis'
  | 'list'
  | 'coverage'
  | 'covers_from'
  | 'covers_to'
  | 'class'
  | 'pattern'
  | 'model'
  | 'producer'
  | 'calibre'
  | 'year'
  | 'year_to'
  | 'lot'
  | 'serial'
  | 'serial_to'
  | 'quantity'
  | 'status'
  | 'status_from'
  | 'status_to'
  | 'grade'
>

/** `holder_country` is filled from the setting `host_country` where the row leaves it empty and that is set. */
export interface StockRow extends RecordFacts, OfStock {
  /** The actor whose reference, name or alias the holder is, where records describe one. */
  readonly holder_actor?: Pick<ActorFacts, 'ref' | 'names' | 'kind' | 'under'>
}

/** How what a row names compares with the item: equal, not both known, or different. */
export type Match = 'same' | 'unknown' | 'differs'

/** Arms and light weapons are one class here: lists part them differently. */
export const stockClass = (cls: Class): Class => (cls === 'light-weapon' ? 'arm' : cls)

/** Whether the row says that something was there: not an answer *never held*, nor a count of none. */
export const saysHeld = ({ status, quantity }: StockRow): boolean => status !== 'never-held' && quantity !== 0

/** A thing held, as far as its type is named. */
type Typed = Pick<ItemFacts, 'class' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year' | 'year_to'>

/**
 * Whether the row is of the item's type: pattern, model, producer, calibre and years. Serial and lot name pieces, not
 * types. A row that names nothing may be of any type of its class.
 */
export function matchOfType(row: StockRow, item: Typed, names: CanonicalNames): Match {
  if (stockClass(row.class) !== stockClass(item.class)) return 'differs'
  const matches = [...matchesOfNames(row, item, names), ...(row.year === undefined ? [] : [matchOfYears(row, item)])]
  return matches.length === 0 ? 'unknown' : worst(matches)
}

/** As `matchOfType`, where the row denies: a span of years denies every year in it, a bare row all of its class. */
export function deniesType(row: StockRow, item: Typed, names: CanonicalNames): boolean {
  if (row.status !== 'never-held' || stockClass(row.class) !== stockClass(item.class)) return false
  // An answer about one piece is no answer about its type.
  if (row.serial !== undefined || row.lot !== undefined) return false
  const [denied, asked] = [yearsOf(row), yearsOf(item)]
  if (denied !== null && (asked === null || asked.from < denied.from || asked.to > denied.to)) return false
  return worst(matchesOfNames(row, item, names)) === 'same'
}

function matchesOfNames(row: StockRow, item: Typed, names: CanonicalNames): readonly Match[] {
  return (['pattern', 'model', 'producer', 'calibre'] as const).flatMap((part) => {
    const [named, known] = [nameOf(names, part, row[part]), nameOf(names, part, item[part])]
    if (named === null) return []
    return [known === null ? 'unknown' : keyOf(named) === keyOf(known) ? 'same' : 'differs']
  })
}

function matchOfYears(row: StockRow, item: Typed): Match {
  const [named, known] = [yearsOf(row), yearsOf(item)]
  if (named === null || known === null) return 'unknown'
  if (named.to < known.from || named.from > known.to) return 'differs'
  return named.from === named.to && known.from === known.to ? 'same' : 'unknown'
}

/** The first and last possible year; the wrong way round they are still those two. */
export function yearsOf({ year, year_to: to }: Pick<Typed, 'year' | 'year_to'>): { from: number; to: number } | null {
  if (year === undefined) return null
  return to === undefined ? { from: year, to: year } : { from: Math.min(year, to), to: Math.max(year, to) }
}

const worst = (matches: readonly Match[]): Match =>
  matches.includes('differs') ? 'differs' : matches.includes('unknown') ? 'unknown' : 'same'

/** By what a row names this very item. `alone`: no maker, model or other part of its type stands beside it. */
export interface Piece {
  readonly by: 'serial' | 'lot'
  readonly alone: boolean
}

/** By which mark a row holds the item itself: everything that the row names equals the item's. Null where none does. */
export function pieceHeld(row: StockRow, item: ItemFacts, names: CanonicalNames): Piece | null {
  if (!saysHeld(row) || (row.serial === undefined && row.lot === undefined)) return null
  if (stockClass(row.class) !== stockClass(item.class)) return null
  const marks: Match[] = []
  if (row.serial !== undefined) marks.push(matchOfSerial(row, item))
  if (row.lot !== undefined) marks.push(matchOfMark(foldLot(row.lot), foldLot(item.lot ?? '')))
  const typed = [...matchesOfNames(row, item, names), ...(row.year === undefined ? [] : [matchOfYears(row, item)])]
  if (worst([...marks, ...typed]) !== 'same') return null
  return { by: row.serial === undefined ? 'lot' : 'serial', alone: typed.length === 0 }
}

/** Marks with a character that was not read, or that differ by a look-alike alone, may be the same. */
function matchOfMark(named: string, known: string): Match {
  if (named === '' || known === '') return 'unknown'
  if (named.includes('?') || known.includes('?')) return 'unknown'
  if (named === known) return 'same'
  return skeletonOf(named) === skeletonOf(known) ? 'unknown' : 'differs'
}

function matchOfSerial(row: StockRow, item: ItemFacts): Match {
  const [from, known] = [foldSerial(row.serial ?? ''), foldSerial(item.serial ?? '')]
  if (row.serial_to === undefined) return matchOfMark(from, known)
  const [low, high, asked] = [numberedSerial(from), numberedSerial(row.serial_to), numberedSerial(known)]
  if (low === null || high === null || asked === null || low.prefix !== high.prefix) return 'unknown'
  if (asked.prefix !== low.prefix) return 'differs'
  return asked.number >= low.number && asked.number <= high.number ? 'same' : 'differs'
}

/** Of an armed group, criminals or whoever is no State's: what they had is nobody's lawful stock. */
export const isOfGroup = ({ holder_actor: actor }: StockRow): boolean =>
  actor?.kind !== undefined && groupKinds.has(actor.kind)

const groupKinds: ReadonlySet<string> = new Set([
  'armed-group',
  'self-defence',
  'signatory',
  'criminal',
  'unidentified',
])

/** Services of the State, in whichever list they stand. */
export const isOfState = ({ services }: StockRow): boolean =>
  (services ?? []).some((service) => service !== 'contingent')

export const isOfContingent = ({ services }: StockRow): boolean => (services ?? []).includes('contingent')

/** The days that a row speaks of: a year means all of it, an empty start the same as the end. */
export function coveredDays({ covers_from: from, covers_to: to }: StockRow): Interval | null {
  const days = { first: daysOf(from ?? to).first, last: daysOf(to).last }
  return days.first <= days.last ? days : null
}

/** Rows with one holder, services, basis and list are one list. */
export const listKey = ({ holder, services, basis, list }: StockRow): string =>
  JSON.stringify([keyOf(holder), (services ?? []).toSorted(), basis, list === undefined ? null : keyOf(list)])
