/** How two keys lie against each other: equal, one slip apart, or one of them cut. */
export type Alignment =
  | { readonly kind: 'equal' }
  /** Two neighbours swapped, the first of them at `at`. */
  | { readonly kind: 'transposed'; readonly at: number }
  | { readonly kind: 'changed'; readonly at: number }
  /** The second lacks the character at `at` of the first. */
  | { readonly kind: 'lost'; readonly at: number }
  /** The second has one more, at `at`. */
  | { readonly kind: 'added'; readonly at: number }
  /** The second is the first without its last or its first `length` characters (at least two). */
  | { readonly kind: 'found-cut-end' | 'found-cut-start'; readonly length: number }
  /** The first is the second without them. */
  | { readonly kind: 'asked-cut-end' | 'asked-cut-start'; readonly length: number }

type Characters = readonly string[]

/** The alignment of two keys, or null where more than one slip lies between them. Mirrored when they change places. */
export function align(asked: Characters, found: Characters): Alignment | null {
  const longer = asked.length - found.length
  if (longer === 0) return alignInPlace(asked, found)
  if (longer === 1) return missing(asked, found, 'lost')
  if (longer === -1) return missing(found, asked, 'added')
  const cut = longer > 0 ? cutOf(asked, found) : cutOf(found, asked)
  if (cut === null) return null
  return { kind: `${longer > 0 ? 'found' : 'asked'}-cut-${cut}`, length: Math.abs(longer) }
}

function alignInPlace(asked: Characters, found: Characters): Alignment | null {
  const at = firstDifference(asked, found)
  if (at === asked.length) return { kind: 'equal' }
  const last = asked.findLastIndex((character, i) => character !== found[i])
  if (last === at) return { kind: 'changed', at }
  const swapped = last === at + 1 && asked[at] === found[last] && asked[last] === found[at]
  return swapped ? { kind: 'transposed', at } : null
}

function missing(longer: Characters, shorter: Characters, kind: 'lost' | 'added'): Alignment | null {
  const at = firstDifference(longer, shorter)
  return shorter.slice(at).every((character, i) => character === longer[at + i + 1]) ? { kind, at } : null
}

function cutOf(longer: Characters, shorter: Characters): 'end' | 'start' | null {
  const length = longer.length - shorter.length
  if (shorter.every((character, i) => character === longer[i])) return 'end'
  return shorter.every((character, i) => character === longer[length + i]) ? 'start' : null
}

function firstDifference(a: Characters, b: Characters): number {
  const at = a.findIndex((character, i) => character !== b[i])
  return at === -1 ? a.length : at
}

/** The places that answer each other outside the slip: [place in the first, place in the second]. */
export function pairedPlaces(
  alignment: Alignment,
  asked: number,
  found: number,
): readonly (readonly [number, number])[] {
  const length = Math.min(asked, found)
  const places = Array.from({ length }, (_, i) => i)
  switch (alignment.kind) {
    case 'equal':
    case 'found-cut-end':
    case 'asked-cut-end':
      return places.map((i) => [i, i])
    case 'transposed':
      return places.filter((i) => i < alignment.at || i > alignment.at + 1).map((i) => [i, i])
    case 'changed':
      return places.filter((i) => i !== alignment.at).map((i) => [i, i])
    case 'lost':
      return places.map((i) => [i < alignment.at ? i : i + 1, i])
    case 'added':
      return places.map((i) => [i, i < alignment.at ? i : i + 1])
    case 'found-cut-start':
      return places.map((i) => [i + alignment.length, i])
    case 'asked-cut-start':
      return places.map((i) => [i, i + alignment.length])
  }
}
