/** Outlines of areas: well-known text as a list of polygons, or nothing where it is none. */

type Position = readonly [lon: number, lat: number]
type Ring = readonly Position[]
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[]

/**
 * The polygons of a POLYGON or MULTIPOLYGON in WGS 84 (OGC 06-103r4, section 7). Null for any other shape, and for text
 * that breaks off or is no place on Earth: an outline that is half read would move a border.
 */
export function polygonsOf(wkt: string): readonly Polygon[] | null {
  const written = /^\s*(MULTI)?POLYGON\s*(\(.*\))\s*$/is.exec(wkt)
  if (written === null) return null
  // Its brackets and commas are those of a list of lists.
  const lists = (written[2] ?? '').replace(numberPair, '[$1,$2]').replaceAll('(', '[').replaceAll(')', ']')
  const polygons = parsed(written[1] === undefined ? `[${lists}]` : lists)
  return isListOf(polygons, isPolygon) ? polygons : null
}

const numberPair = /(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s+(-?\d+(?:\.\d+)?(?:e-?\d+)?)/gi

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const isListOf = <T>(value: unknown, is: (part: unknown) => part is T): value is readonly T[] =>
  Array.isArray(value) && value.length > 0 && value.every(is)

const isPolygon = (value: unknown): value is Polygon => isListOf(value, isRing)

const isRing = (value: unknown): value is Ring => isListOf(value, isPosition) && value.length >= 4

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) && inside(value as [number, number])

const inside = ([lon, lat]: Position) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90
