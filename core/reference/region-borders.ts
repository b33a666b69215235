/** Whether a point can lie in a region, by borders drawn long ago and coarsely. */
import type { BordersRow } from './reference-data.ts'

/** Edges of a border as x1, y1, x2, y2, and the box about them, in degrees. */
interface Border {
  readonly edges: readonly (readonly [number, number, number, number])[]
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/**
 * How far outside a border a point may lie without a word. The borders are generalised and coordinates of places are
 * rough: of 39,097 populated places that GeoNames lists with their region in Mali, Burkina Faso, Niger and the north of
 * Côte d'Ivoire, 125 lie further out than this, 83 of them in Niamey, whose district GeoNames takes for larger.
 */
const toleranceKm = 10

/** True inside, false further outside than the tolerance, null near the border or where no border is known. */
export function regionTest(rows: readonly BordersRow[]): (region: string, lat: number, lon: number) => boolean | null {
  const rowOf = new Map(rows.flatMap((row) => Object.keys(row.regions).map((region) => [region, row] as const)))
  const drawn = new Map<string, Border>()
  return (region, lat, lon) => {
    const row = rowOf.get(region)
    if (row === undefined) return null
    const border = drawn.get(region) ?? draw(row, region)
    drawn.set(region, border)
    if (isInside(border, lat, lon)) return true
    return isNear(border, lat, lon) ? null : false
  }
}

function draw({ scale, translate, lines, regions }: BordersRow, region: string): Border {
  const edges = (regions[region] ?? []).flatMap((i) => {
    const line = lines[i] ?? []
    const points: [number, number][] = []
    // TopoJSON: whole numbers, each point as its step from the one before.
    let [x, y] = [0, 0]
    for (let at = 0; at < line.length; at += 2) {
      x += line[at] ?? 0
      y += line[at + 1] ?? 0
      points.push([x * scale[0] + translate[0], y * scale[1] + translate[1]])
    }
    return points.slice(1).map(([x2, y2], k) => {
      const [x1, y1] = points[k] ?? [x2, y2]
      return [x1, y1, x2, y2] as const
    })
  })
  const [xs, ys] = [edges.flatMap(([x1, , x2]) => [x1, x2]), edges.flatMap(([, y1, , y2]) => [y1, y2])]
  return {
    edges,
    west: least(xs),
    east: -least(xs.map((x) => -x)),
    south: least(ys),
    north: -least(ys.map((y) => -y)),
  }
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

/** A line eastward from a point inside crosses the border an odd number of times. */
function isInside({ edges, west, east, south, north }: Border, lat: number, lon: number): boolean {
  if (lon < west || lon > east || lat < south || lat > north) return false
  let inside = false
  for (const [x1, y1, x2, y2] of edges)
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  return inside
}

const kmPerDegree = 111.2

function isNear({ edges, west, east, south, north }: Border, lat: number, lon: number): boolean {
  const kmPerLon = kmPerDegree * Math.cos((lat * Math.PI) / 180)
  const [dx, dy] = [toleranceKm / Math.max(kmPerLon, 1), toleranceKm / kmPerDegree]
  if (lon < west - dx || lon > east + dx || lat < south - dy || lat > north + dy) return false
  return edges.some(([x1, y1, x2, y2]) => {
    const [ax, ay] = [(x1 - lon) * kmPerLon, (y1 - lat) * kmPerDegree]
    const [bx, by] = [(x2 - x1) * kmPerLon, (y2 - y1) * kmPerDegree]
    const length = bx * bx + by * by
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * bx + ay * by) / length))
    return Math.hypot(ax + along * bx, ay + along * by) <= toleranceKm
  })
}
