/**
 * A headstamp: what stands on the base of a cartridge case, each element with its place on the clock. The characters
 * stay as read. What is not placed on the clock is kept beside the elements, with a doubt.
 */
import { text, type Text } from '../lib/text.ts'
import type { Pair } from '../record/field.ts'
import { formatValue } from '../record/parse-value.ts'
import { scriptsOf } from './script.ts'

/** Half hours from the top of the clock, clockwise: 0 is 12 o'clock, 12 is 6 o'clock, 23 is half past eleven. */
export type HalfHour = number
export const halfHours = 24

export interface HeadstampElement {
  readonly at: HalfHour
  /** As read: `?` a character that cannot be read, `{star}` a symbol. A lone `?` is an element of which nothing can be. */
  readonly text: string
}

export interface Headstamp {
  /** In the order of the clock. */
  readonly elements: readonly HeadstampElement[]
  /** Marks whose position is not on the clock. */
  readonly others: readonly Pair[]
  readonly doubts: readonly HeadstampDoubt[]
}

export interface HeadstampDoubt {
  readonly kind: 'not-on-the-clock' | 'no-text' | 'mixed-scripts'
  readonly position: string
  readonly says: Text
}

/** Reads marks as recorded, in any order. Never throws and loses nothing. */
export function readHeadstamp(marks: readonly Pair[]): Headstamp {
  const elements: HeadstampElement[] = []
  const others: Pair[] = []
  const doubts: HeadstampDoubt[] = []
  for (const [position, mark] of marks) {
    const at = parseClock(position)
    if (at === null) others.push([position, mark])
    else elements.push({ at, text: mark })
    doubts.push(...doubtsOf(position, mark, at === null))
  }
  return { elements: elements.toSorted((a, b) => a.at - b.at), others, doubts }
}

/**
 * A place on the clock: an hour from 1 to 12, or a half hour, because seven or eight elements stand closer than two
 * hours (`1.5`, `1,5`, `1½`, `1:30`, `1h30`); `h` or `o'clock` may follow a whole hour. Null for anything else.
 */
export function parseClock(position: string): HalfHour | null {
  const parts = clockShape.exec(position)
  if (!parts) return null
  return ((Number(parts[1]) % 12) * 2 + (parts[2] === undefined ? 0 : 1)) % halfHours
}

const clockShape = /^\s*0?([1-9]|1[0-2])(?:\s*(?:h|o['’]clock)|([.,]5|\s?½|(?:\s?h\s?|:)30))?\s*$/i

/** `12`, `6`, `1.5`. */
export function formatClock(at: HalfHour): string {
  const hour = Math.floor(at / 2)
  return `${hour === 0 ? 12 : hour}${at % 2 === 1 ? '.5' : ''}`
}

/** The marks as the tables write them: `12:10; 6:15`, the clock's first, in its order. */
export function formatHeadstamp({ elements, others }: Pick<Headstamp, 'elements' | 'others'>): string {
  return formatValue([...elements.map(({ at, text: mark }): Pair => [formatClock(at), mark]), ...others])
}

function doubtsOf(position: string, mark: string, isElsewhere: boolean): readonly HeadstampDoubt[] {
  const kinds: HeadstampDoubt['kind'][] = []
  if (isElsewhere) kinds.push('not-on-the-clock')
  if (mark.trim() === '') kinds.push('no-text')
  if (scriptsOf(mark).length > 1) kinds.push('mixed-scripts')
  return kinds.map((kind) => ({ kind, position, says: doubtWords[kind] }))
}

const doubtWords: { readonly [K in HeadstampDoubt['kind']]: Text } = {
  'not-on-the-clock': text(
    'The position is no hour of the clock from 1 to 12.',
    "La position n'est pas une heure du cadran, de 1 à 12.",
  ),
  'no-text': text(
    'The mark is empty; write ? for what cannot be read.',
    'La marque est vide ; écrivez ? pour ce qui est illisible.',
  ),
  'mixed-scripts': text(
    'Letters of two scripts stand in one mark; one may have been typed for its twin.',
    "Des lettres de deux écritures se mêlent dans une marque ; l'une a pu être saisie pour sa jumelle.",
  ),
}
