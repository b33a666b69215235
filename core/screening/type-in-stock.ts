/** Whether a holder's stock names the type of an item, and which days its lists cover. */
import { foldSpaces, keyOf, nameOf, type CanonicalNames } from '../linking/canonical-names.ts'
import type { ItemFacts } from '../linking/facts.ts'
import { knownYear } from '../linking/signature.ts'
import { dayBefore, type Day, type Interval } from '../record/day.ts'
import type { Settings } from '../record/settings.ts'
import { gapsOf } from './coverage.ts'
import { holderAsked, listFacts, toldBy, type Asked, type ClassStock } from './holder-stock.ts'
import type { ItemInput } from './item-input.ts'
import type { ListFacts, StockFacts, RowFacts, TypeAsked, TypePart, WhyStock } from './stock-facts.ts'
import { coveredDays, deniesType, matchOfType, stockClass, yearsOf, type StockRow } from './stock-row.ts'
import { closing, madeIn } from './transfer-window.ts'

export type StockInput = Pick<ItemInput, 'item' | 'incident' | 'stock' | 'names'> & {
  readonly settings: Pick<Settings, 'state_services'>
}

/** Rows, losses and gaps beyond these are of the same kind and are not named one by one. */
const named = 20

const noStock: ClassStock = { lists: [], denials: [], losses: [], types: new Map(), loose: [] }

export function typeInStock(input: StockInput): StockFacts {
  const { item, incident } = input
  const asked = holderAsked(item, incident)
  const stock = input.stock?.classes.get(stockClass(item.class)) ?? noStock
  const matches = matchesOf(stock, input)
  const unknown = unknownParts(item)
  const days = daysAsked(stock, input)
  const lists = listsOf(stock, input)
  const services = servicesAsked(asked, input)
  const gaps = days === null || days.first > days.last ? [] : gapsOf(lists, services, days)
  const why = ((): WhyStock => {
    if (asked === null) return item.used_by === 'responder' ? 'responder' : 'no-country'
    if (matches.holds.length > 0) return 'holds'
    if (unknown.length > 0) return 'type-unknown'
    if (matches.mayHold.length > 0) return 'may-hold'
    if (days === null) return 'no-find-date'
    if (days.first > days.last) return 'dates-contradict'
    return gaps.length > 0 || services.length === 0 ? 'gap' : 'never'
  })()
  const rows = why === 'holds' ? matches.holds : why === 'may-hold' ? matches.mayHold : []
  const nearest = nearestOf(stock, input)
  return {
    why,
    item: item.ref,
    type: typeOf(item),
    unknown,
    ...asked,
    services,
    ...(days && days.first <= days.last && { asked: days }),
    lists,
    losses: stock.losses.slice(0, named),
    rows: rows.slice(0, named).map(rowFacts),
    gaps: gaps.slice(0, named),
    ...(nearest && { nearest: rowFacts(nearest) }),
  }
}

/** The rows that hold the type, and those that may. Of another model than the item's none can. */
function matchesOf(stock: ClassStock, { item, names }: StockInput) {
  const rows = [...sameName(stock, item, names), ...stock.loose].map((row) => ({
    row,
    match: matchOfType(row, item, names),
  }))
  return {
    holds: rows.filter(({ match }) => match === 'same').map(({ row }) => row),
    mayHold: rows.filter(({ match }) => match === 'unknown').map(({ row }) => row),
  }
}

function sameName(stock: ClassStock, item: ItemFacts, names: CanonicalNames): readonly StockRow[] {
  const part = toldBy(item.class)
  const name = nameOf(names, part, item[part])
  return name === null ? [] : (stock.types.get(keyOf(name)) ?? [])
}

/** The parts of its type that are not known. */
function unknownParts(item: ItemFacts): readonly TypePart[] {
  const parts: readonly TypePart[] = [toldBy(item.class), 'producer', 'year']
  return parts.filter((part) => (part === 'year' ? knownYear(item) === null : foldSpaces(item[part] ?? '') === null))
}

/**
 * A holder that is named and whose rows are all of a contingent has that one service. Every other is asked for all
 * services of a State, for a list of one service says nothing of the others.
 */
function servicesAsked(
  asked: Asked | null,
  { stock, settings: { state_services: services } }: StockInput,
): readonly string[] {
  const ofContingent = stock !== null && stock.services.size === 1 && stock.services.has('contingent')
  return asked !== null && 'holder' in asked && ofContingent ? ['contingent'] : services
}

/**
 * From the later of production's first day and the day before the first loss event of the class, to the last day of
 * the find. A loss whose day is not known may be the first of all; one after the find took nothing found before it.
 */
function daysAsked({ losses }: ClassStock, input: StockInput): Interval | null {
  const days = daysOfType(input)
  if (days === null || losses.some((loss) => loss.days === undefined)) return days
  const first = losses.reduce<Day | null>((least, loss) => {
    const day = loss.days?.first
    return day === undefined || day > days.last || (least !== null && least <= day) ? least : day
  }, null)
  const before = first === null ? days.first : dayBefore(first)
  return before > days.first ? { first: before, last: days.last } : days
}

/** From production's first day to the last day of the find. */
function daysOfType({ item, incident }: StockInput): Interval | null {
  const [made, found] = [madeIn(item), incident === null ? null : closing(incident)]
  return made === null || found === null ? null : { first: made.first, last: found.days.last }
}

/** The lists and answers of any day since production, so that a loss event never takes a ground away. */
function listsOf(stock: ClassStock, input: StockInput): readonly ListFacts[] {
  const denials = stock.denials
    .filter((row) => deniesType(row, input.item, input.names))
    .flatMap((row) => {
      const days = coveredDays(row)
      return days === null ? [] : [listFacts(row, [days])]
    })
  const days = daysOfType(input)
  return [...stock.lists, ...denials].flatMap((list) => {
    const stretches = list.stretches.filter(
      ({ first, last }) => days === null || (last >= days.first && first <= days.last),
    )
    return stretches.length === 0 ? [] : [{ ...list, stretches }]
  })
}

/** The same model or calibre of another maker or year: the same maker first, then the nearest year. */
function nearestOf(stock: ClassStock, { item, names }: StockInput): StockRow | null {
  const producer = nameOf(names, 'producer', item.producer)
  const distance = (row: StockRow): readonly [number, number] => {
    const made = nameOf(names, 'producer', row.producer)
    const same = producer !== null && made !== null && keyOf(producer) === keyOf(made)
    const [theirs, own] = [yearsOf(row), yearsOf(item)]
    return [
      same ? 0 : 1,
      theirs === null || own === null ? 10_000 : Math.max(theirs.from - own.to, own.from - theirs.to, 0),
    ]
  }
  return sameName(stock, item, names)
    .filter((row) => matchOfType(row, item, names) === 'differs')
    .reduce<StockRow | null>((best, row) => {
      if (best === null) return row
      const [a, b] = [distance(row), distance(best)]
      return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? row : best
    }, null)
}

function typeOf(thing: TypeAsked): TypeAsked {
  const { class: cls, pattern, model, producer, calibre, year, year_to: yearTo } = thing
  return {
    class: cls,
    ...(pattern !== undefined && { pattern }),
    ...(model !== undefined && { model }),
    ...(producer !== undefined && { producer }),
    ...(calibre !== undefined && { calibre }),
    ...(year !== undefined && { year }),
    ...(yearTo !== undefined && { year_to: yearTo }),
  }
}

export function rowFacts(row: StockRow): RowFacts {
  return { ...typeOf(row), ref: row.ref, holder: row.holder, ...(row.status !== undefined && { status: row.status }) }
}
