/** How finely an incident's materiel was read: what was never read cannot be missing. */
import { classes, type Class } from '../record/kinds.ts'
import { foldSpaces } from './canonical-names.ts'
import type { IncidentFacts, ItemFacts } from './facts.ts'
import { knownYear } from './signature.ts'

/** none < class < type < marks, as numbers that compare. */
export const readingLevels = { none: 0, class: 1, type: 2, marks: 3 } as const
export type ReadingLevel = (typeof readingLevels)[keyof typeof readingLevels]

type Read = Pick<
  ItemFacts,
  'class' | 'features' | 'marks' | 'mark_condition' | 'removed_how' | 'pattern' | 'model' | 'producer' | 'calibre'
> &
  Pick<ItemFacts, 'year' | 'year_to' | 'serial' | 'serials' | 'lot' | 'lot_body' | 'lot_filling' | 'lot_fuze'> &
  Pick<ItemFacts, 'site_code' | 'date_code'>

/** The finest level that an item shows. An item's signatures never ask for a finer one. */
export function readingOf(item: Read): ReadingLevel {
  if (showsMarks(item)) return readingLevels.marks
  const seen = [item.pattern, item.model, item.calibre].some(isFilled) || (item.features ?? []).length > 0
  return seen ? readingLevels.type : readingLevels.class
}

/** Marks that were found worn, removed, changed or never there were read as much as marks that can be copied. */
function showsMarks(item: Read): boolean {
  const { mark_condition: condition } = item
  if (condition !== undefined && condition !== 'intact') return true
  if (item.removed_how !== undefined || knownYear(item) !== null) return true
  if ((item.marks ?? []).length > 0 || (item.serials ?? []).length > 0) return true
  return [
    item.producer,
    item.serial,
    item.lot,
    item.lot_body,
    item.lot_filling,
    item.lot_fuze,
    item.site_code,
    item.date_code,
  ].some(isFilled)
}

const isFilled = (value: string | undefined) => value !== undefined && foldSpaces(value) !== null

/**
 * To which level the incident was read, for each class in which it was read at all: the finest that its items of the
 * class show; where it has none of the class, its own `read_level`.
 */
export function readingsOf(
  incident: Pick<IncidentFacts, 'read_level'>,
  items: readonly Read[],
): ReadonlyMap<Class, ReadingLevel> {
  const levels = new Map<Class, ReadingLevel>()
  for (const item of items) {
    const level = readingOf(item)
    if (level > (levels.get(item.class) ?? readingLevels.none)) levels.set(item.class, level)
  }
  const own = readingLevels[incident.read_level ?? 'none']
  if (own === readingLevels.none) return levels
  return new Map(classes.map((cls) => [cls, levels.get(cls) ?? own]))
}
