/**
 * The stock of one holder, laid out once for all items that are asked of it: what it names by class and type, which
 * days its lists cover, and when it lost something.
 */
import { foldSpaces, keyOf, nameOf, type CanonicalNames } from '../linking/canonical-names.ts'
import type { IncidentFacts, ItemFacts } from '../linking/facts.ts'
import { daysOf, nextDay, type Day, type Interval } from '../record/day.ts'
import type { Class } from '../record/kinds.ts'
import type { ListFacts, LossFacts } from './stock-facts.ts'
import {
  coveredDays,
  isOfGroup,
  isOfState,
  listKey,
  saysHeld,
  stockClass,
  yearsOf,
  type StockRow,
} from './stock-row.ts'

/** Whose stock is asked: a holder by name, or the State forces of a country under any name. */
export type Asked = { readonly holder: string } | { readonly country: string }

/** The item's holder, else the State forces of the country of the find; null where nobody's stock can be asked. */
export function holderAsked(
  item: Pick<ItemFacts, 'holder' | 'used_by'>,
  incident: Pick<IncidentFacts, 'country'> | null,
): Asked | null {
  const holder = foldSpaces(item.holder ?? '')
  if (holder !== null) return { holder }
  if (item.used_by === 'responder' || incident?.country === undefined) return null
  return { country: incident.country }
}

/** Two questions with one key are of one stock. */
export const askedKey = (asked: Asked): string => ('holder' in asked ? `=${keyOf(asked.holder)}` : asked.country)

export interface HolderStock {
  /** Services that some row names. */
  readonly services: ReadonlySet<string>
  /** By class, arms and light weapons as `arm`. */
  readonly classes: ReadonlyMap<Class, ClassStock>
}

export interface ClassStock {
  /** Whole lists, each with the days that its rows cover. */
  readonly lists: readonly ListFacts[]
  /** Answers *never held* with whole coverage. */
  readonly denials: readonly StockRow[]
  /** Loss events, one for each day or stretch of days. */
  readonly losses: readonly LossFacts[]
  /** One row for each type that was ever there, by the key of its model or calibre. */
  readonly types: ReadonlyMap<string, readonly StockRow[]>
  /** The same of types without a model or calibre. */
  readonly loose: readonly StockRow[]
}

/** Rows of other holders are passed over. The order of the rows does not matter. */
export function holderStock(asked: Asked, rows: readonly StockRow[], names: CanonicalNames): HolderStock {
  const own = rows.filter((row) => isRowOf(row, asked)).toSorted(byRef)
  const byClass = Map.groupBy(own, (row) => stockClass(row.class))
  return {
    services: new Set(own.flatMap(({ services = [] }) => services)),
    classes: new Map(Array.from(byClass, ([cls, some]) => [cls, classStock(cls, some, names)])),
  }
}

/** Whether the row is of the stock asked. */
export function isRowOf(row: StockRow, asked: Asked): boolean {
  if ('holder' in asked) return keyOf(foldSpaces(row.holder) ?? '') === keyOf(asked.holder)
  // A row that names no service may be any service's: it can hold, and covers nothing.
  return row.holder_country === asked.country && (row.services === undefined ? !isOfGroup(row) : isOfState(row))
}

function classStock(cls: Class, rows: readonly StockRow[], names: CanonicalNames): ClassStock {
  const types = firstOfEach(rows.filter(saysHeld), (row) => typeKey(row, names))
  const byName = Map.groupBy(types, (row) => keyOf(nameOf(names, toldBy(cls), row[toldBy(cls)]) ?? ''))
  return {
    lists: listsOf(rows.filter(({ coverage, status }) => coverage === 'whole' && status !== 'never-held')),
    denials: rows.filter(({ coverage, status }) => coverage === 'whole' && status === 'never-held'),
    losses: lossesOf(rows),
    types: byName,
    loose: byName.get('') ?? [],
  }
}

/** Ammunition is told by its calibre, all else by its model. */
export const toldBy = (cls: Class): 'calibre' | 'model' => (cls === 'ammunition' ? 'calibre' : 'model')

function typeKey(row: StockRow, names: CanonicalNames): string {
  const named = (['pattern', 'model', 'producer', 'calibre'] as const).map(
    (part) => nameOf(names, part, row[part]) ?? '',
  )
  const years = yearsOf(row)
  return keyOf(JSON.stringify([...named, years?.from, years?.to]))
}

/** Rows that say something was held, by class and name of the type: of each holder and type the earliest. */
export function rowsByType(rows: readonly StockRow[], names: CanonicalNames): ReadonlyMap<string, readonly StockRow[]> {
  const earliest = rows.filter(saysHeld).toSorted((a, b) => compare(coversSince(a), coversSince(b)) || byRef(a, b))
  const once = firstOfEach(earliest, (row) => `${row.class} ${keyOf(row.holder)} ${typeKey(row, names)}`)
  const named = once.flatMap((row) => {
    const name = typeName(row, names)
    return name === null ? [] : [{ row, key: `${stockClass(row.class)} ${name}` }]
  })
  return new Map(
    Array.from(
      Map.groupBy(named, ({ key }) => key),
      ([key, list]) => [key, list.map(({ row }) => row)],
    ),
  )
}

/** The name that tells the type, folded; null where it is not known. */
export function typeName(thing: Pick<ItemFacts, 'class' | 'model' | 'calibre'>, names: CanonicalNames): string | null {
  const part = toldBy(thing.class)
  const name = nameOf(names, part, thing[part])
  return name === null ? null : keyOf(name)
}

function firstOfEach<T>(things: readonly T[], key: (thing: T) => string): readonly T[] {
  const seen = new Map<string, T>()
  for (const thing of things) if (!seen.has(key(thing))) seen.set(key(thing), thing)
  return [...seen.values()]
}

function listsOf(rows: readonly StockRow[]): readonly ListFacts[] {
  const byList = Map.groupBy(rows, listKey)
  return Array.from(byList.values()).flatMap((some) => {
    const [row] = some
    const stretches = joined(some.flatMap((one) => coveredDays(one) ?? []))
    return row === undefined || stretches.length === 0 ? [] : [listFacts(row, stretches)]
  })
}

/** The first day that a row speaks of: of what was lost or given away it was there before. */
export const coversSince = ({ covers_from: from, covers_to: to, status_from: parted }: StockRow): Day => {
  const first = daysOf(from ?? to).first
  return parted !== undefined && daysOf(parted).first < first ? daysOf(parted).first : first
}

export function listFacts(row: StockRow, stretches: readonly Interval[]): ListFacts {
  return {
    ref: row.ref,
    holder: row.holder,
    basis: row.basis,
    ...(row.list !== undefined && { list: row.list }),
    services: row.services ?? [],
    stretches,
    ...(row.status === 'never-held' && { denies: true }),
    ...(row.grade !== undefined && { grade: row.grade }),
  }
}

/** Stretches of days without a gap, in order. */
export function joined(intervals: readonly Interval[]): readonly Interval[] {
  const stretches: Interval[] = []
  for (const { first, last } of intervals.toSorted((a, b) => compare(a.first, b.first))) {
    const before = stretches.at(-1)
    if (before === undefined || first > nextDay(before.last)) stretches.push({ first, last })
    else if (last > before.last) stretches[stretches.length - 1] = { first: before.first, last }
  }
  return stretches
}

const lossWords: readonly (string | undefined)[] = ['lost', 'stolen', 'captured']

function lossesOf(rows: readonly StockRow[]): readonly LossFacts[] {
  const losses = rows.filter(({ status }) => lossWords.includes(status)).map(lossOf)
  return firstOfEach(losses, ({ days }) => `${days?.first} ${days?.last}`)
}

/** Without a first day the loss may have been at any time. */
function lossOf({ ref, status_from: from, status_to: to }: StockRow): LossFacts {
  if (from === undefined) return { ref }
  const { first, last } = daysOf(from)
  const end = to === undefined ? last : daysOf(to).last
  return { ref, days: { first, last: end < first ? last : end } }
}

const byRef = (a: StockRow, b: StockRow) => compare(a.ref, b.ref) || compare(a.id, b.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
