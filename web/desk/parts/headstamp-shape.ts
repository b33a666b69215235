/** Where the marks of a headstamp are drawn: a circle of radius 50 around 0, 0, with y downwards as in SVG. */
import { halfHours, readHeadstamp, type HalfHour, type HeadstampElement } from '#core/marking/headstamp.ts'
import type { Pair } from '#core/record/field.ts'

export interface PlacedMark {
  readonly at: HalfHour
  /** Characters and drawn symbols, in order. */
  readonly parts: readonly MarkPart[]
  readonly x: number
  readonly y: number
  /** Height of its letters. */
  readonly size: number
}

export type MarkPart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'symbol'; readonly name: string }
  /** A character that cannot be read. */
  | { readonly is: 'unreadable' }

export interface HeadstampShape {
  readonly placed: readonly PlacedMark[]
  readonly others: readonly Pair[]
}

const ring = 34
/** As far out as a letter may reach: the rim is drawn at 50. */
const edge = 47
const largest = 19
const smallest = 8
/** A letter of IBM Plex Mono is so wide and so high for its size. */
export const letterWidth = 0.6
export const letterHeight = 0.7

/** Null where nothing stands on the clock: then there is nothing to draw. */
export function headstampShape(marks: readonly Pair[]): HeadstampShape | null {
  const { elements, others } = readHeadstamp(marks)
  if (elements.length === 0) return null
  const size = sizeFor(elements)
  return { placed: elements.map((element) => place(element, size)), others }
}

function place({ at, text }: HeadstampElement, size: number): PlacedMark {
  const angle = (at / halfHours) * 2 * Math.PI
  return { at, parts: partsOf(text), x: round(ring * Math.sin(angle)), y: round(-ring * Math.cos(angle)), size }
}

/** One size for all: the largest at which neighbours stay apart and all stay inside the circle. */
function sizeFor(elements: readonly HeadstampElement[]): number {
  const longest = Math.max(1, ...elements.map(({ text }) => lengthOf(partsOf(text))))
  const inside = Math.min(...elements.map((element) => sizeInside(place(element, 1))))
  const apart =
    elements.length > 4 ? (2 * ring * Math.sin(Math.PI / elements.length)) / (longest * letterWidth) : largest
  return round(Math.max(smallest, Math.min(largest, inside, apart)))
}

/** The size at which the outermost corner of a mark reaches the edge. */
function sizeInside({ parts, x, y }: PlacedMark): number {
  const [across, up] = [(lengthOf(parts) * letterWidth) / 2, letterHeight / 2]
  const squared = across ** 2 + up ** 2
  const along = Math.abs(x) * across + Math.abs(y) * up
  return (Math.sqrt(along ** 2 + squared * (edge ** 2 - ring ** 2)) - along) / squared
}

export const lengthOf = (parts: readonly MarkPart[]): number =>
  parts.reduce((sum, part) => sum + (part.is === 'text' ? Array.from(part.text).length : 1), 0)

/** `ppu?{star}`: text, one that cannot be read, a symbol. */
export function partsOf(mark: string): readonly MarkPart[] {
  return (mark.match(/\{[^{}]+\}|\?|[^?{]+|\{/g) ?? []).map((part): MarkPart => {
    if (part === '?') return { is: 'unreadable' }
    const symbol = /^\{([^{}]+)\}$/.exec(part)?.[1]
    return symbol === undefined ? { is: 'text', text: part } : { is: 'symbol', name: symbol.trim().toLowerCase() }
  })
}

const symbols: { readonly [name: string]: string } = {
  star: '0,-0.5 0.118,-0.162 0.476,-0.155 0.19,0.062 0.294,0.405 0,0.2 -0.294,0.405 -0.19,0.062 -0.476,-0.155 -0.118,-0.162',
  triangle: '0,-0.42 0.45,0.36 -0.45,0.36',
  square: '-0.36,-0.36 0.36,-0.36 0.36,0.36 -0.36,0.36',
  diamond: '0,-0.48 0.38,0 0,0.48 -0.38,0',
  cross:
    '-0.12,-0.42 0.12,-0.42 0.12,-0.12 0.42,-0.12 0.42,0.12 0.12,0.12 0.12,0.42 -0.12,0.42 -0.12,0.12 -0.42,0.12 -0.42,-0.12 -0.12,-0.12',
}

/** The outline of a symbol of height 1 around 0, 0; null for one that is not drawn and stands by its name. */
export const symbolOutline = (name: string): string | null =>
  Object.hasOwn(symbols, name) ? (symbols[name] ?? null) : null

const round = (number: number): number => Math.round(number * 100) / 100 + 0
