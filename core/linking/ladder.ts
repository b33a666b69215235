/** Which levels each class of materiel is compared at. Adding a class or a level is one line here. */
import type { Class } from '../record/kinds.ts'

/** What can stand in a signature, beside the features, which name their own parts. */
export type Part =
  | 'pattern'
  | 'model'
  | 'producer'
  | 'calibre'
  | 'year'
  | 'lot'
  | 'lot_body'
  | 'lot_filling'
  | 'lot_fuze'
  | 'site_code'
  | 'date_code'

export interface Rung {
  readonly level: string
  readonly parts: readonly Part[]
}

/** Levels that refine one another, coarse to fine. What stands beside a ladder is a ladder of one rung. */
export type Ladder = readonly Rung[]

const rung = (level: string, ...parts: readonly Part[]): Rung => ({ level, parts })

/** `pattern` is a family of models, not a part of their names: the finer rungs do not carry it. */
const arms: readonly Ladder[] = [
  [
    rung('pattern', 'pattern'),
    rung('model', 'model'),
    rung('producer', 'model', 'producer'),
    rung('year', 'model', 'producer', 'year'),
  ],
]

const ammunition: readonly Ladder[] = [
  [
    rung('calibre', 'calibre'),
    rung('producer', 'calibre', 'producer'),
    rung('year', 'calibre', 'producer', 'year'),
    rung('lot', 'calibre', 'producer', 'year', 'lot'),
  ],
]

const rounds: readonly Ladder[] = [
  [
    rung('calibre', 'calibre'),
    rung('model', 'calibre', 'model'),
    rung('producer', 'calibre', 'model', 'producer'),
    rung('year', 'calibre', 'model', 'producer', 'year'),
  ],
  [rung('lot_body', 'producer', 'lot_body')],
  [rung('lot_filling', 'producer', 'lot_filling')],
  [rung('lot_fuze', 'producer', 'lot_fuze')],
]

const devices: readonly Ladder[] = [
  [
    rung('model', 'model'),
    rung('producer', 'model', 'producer'),
    rung('site', 'model', 'producer', 'site_code'),
    rung('date', 'model', 'producer', 'site_code', 'date_code'),
  ],
]

const machines: readonly Ladder[] = [
  [rung('model', 'model'), rung('producer', 'model', 'producer'), rung('date', 'model', 'producer', 'date_code')],
]

const packaging: readonly Ladder[] = [[rung('producer', 'producer'), rung('lot', 'producer', 'lot')]]

export const ladders: { readonly [C in Class]: readonly Ladder[] } = {
  arm: arms,
  'light-weapon': arms,
  ammunition,
  'mortar-round': rounds,
  rocket: rounds,
  grenade: rounds,
  mine: devices,
  explosive: devices,
  detonator: devices,
  'ied-component': devices,
  part: devices,
  vehicle: machines,
  uav: machines,
  packaging,
  other: [],
}

/** The levels that stand beside every ladder. */
const besideLevels = ['features', 'removed', 'block'] as const

/** Which ladder of its class a level stands on, and how far down: levels of two ladders are not finer or coarser. */
export function placeOf(cls: Class, level: string): { readonly ladder: number; readonly rung: number } {
  const found = ladders[cls].findIndex((ladder) => ladder.some((step) => step.level === level))
  if (found >= 0) return { ladder: found, rung: (ladders[cls][found] ?? []).findIndex((step) => step.level === level) }
  const beside = (besideLevels as readonly string[]).indexOf(level)
  if (beside < 0) throw new Error(`${cls} has no level ${level}`)
  return { ladder: ladders[cls].length + beside, rung: 0 }
}

/** Model and pattern can be seen on a photograph; who made it, when and which lot must be read off it. */
const seen: ReadonlySet<Part> = new Set(['pattern', 'model', 'calibre'])

/** How finely materiel must have been read to bear a rung. */
export const readingOfRung = ({ parts }: Rung): 'type' | 'marks' =>
  parts.every((part) => seen.has(part)) ? 'type' : 'marks'

/** The same by level, as a signature's text names it. */
export function readingOfLevel(cls: Class, level: string): 'type' | 'marks' {
  if (level === 'features') return 'type'
  const { ladder, rung: step } = placeOf(cls, level)
  const found = ladders[cls][ladder]?.[step]
  return found === undefined ? 'marks' : readingOfRung(found)
}
