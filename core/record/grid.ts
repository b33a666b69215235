/**
 * MGRS, the grid of military maps: a zone, a band, a square of 100 km and as many digits as the writer had. A reference
 * is a square; how far a point lies from it is measured on its own zone's map (UTM on WGS 84, Krüger's series, which
 * holds to a millimetre there).
 */

/** A square on the map of one zone, in metres. */
export interface GridSquare {
  readonly zone: number
  readonly south: boolean
  readonly easting: number
  readonly northing: number
  /** The length of its side: 1 for ten digits, 100,000 for none. */
  readonly size: number
}

const bands = 'CDEFGHJKLMNPQRSTUVWX'
const columnSets = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ']
const rows = 'ABCDEFGHJKLMNPQRSTUV'
const squareSize = 100_000
/** Rows are named anew after so many metres. */
const rowsRepeat = rows.length * squareSize

/** The square that a reference names, spaces and small letters allowed; null where it names none. */
export function parseGrid(text: string): GridSquare | null {
  const shape = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d{0,10})$/
  const [, zoneDigits, band = '', column = '', row = '', digits = ''] =
    shape.exec(text.toUpperCase().replace(/\s+/g, '')) ?? []
  const zone = Number(zoneDigits)
  if (!(zone >= 1 && zone <= 60) || digits.length % 2 !== 0) return null
  const columnAt = columnSets[(zone - 1) % 3]?.indexOf(column) ?? -1
  if (columnAt < 0) return null
  const half = digits.length / 2
  const size = squareSize / 10 ** half
  const rowAt = (rows.indexOf(row) + (zone % 2 === 0 ? rows.length - 5 : 0)) % rows.length
  const south = band < 'N'
  return {
    zone,
    south,
    easting: (columnAt + 1) * squareSize + Number(digits.slice(0, half)) * size,
    northing: northingOf(rowAt * squareSize, band, south) + Number(digits.slice(half)) * size,
    size,
  }
}

/** The first row of that name from the southern edge of the band on, which curves by up to 20 km. */
function northingOf(row: number, band: string, south: boolean): number {
  const edge = mapped(bands.indexOf(band) * 8 - 80, 0, south).northing
  const least = Math.floor((edge - 20_000) / squareSize) * squareSize
  return row + Math.ceil(Math.max(0, least - row) / rowsRepeat) * rowsRepeat
}

/** How many metres the point lies outside the square; infinitely many where it is far from the zone's map. */
export function metresFrom({ zone, south, easting, northing, size }: GridSquare, lat: number, lon: number): number {
  const fromMeridian = ((lon - (zone * 6 - 183) + 540) % 360) - 180
  if (Math.abs(fromMeridian) > 20) return Infinity
  const point = mapped(lat, fromMeridian, south)
  const beside = (at: number, from: number) => Math.max(from - at, 0, at - from - size)
  return Math.hypot(beside(point.easting, easting), beside(point.northing, northing))
}

const flattening = 1 / 298.257_223_563
const third = flattening / (2 - flattening)
const radius = (6_378_137 / (1 + third)) * (1 + third ** 2 / 4 + third ** 4 / 64)
const series = [
  third / 2 - (2 / 3) * third ** 2 + (5 / 16) * third ** 3,
  (13 / 48) * third ** 2 - (3 / 5) * third ** 3,
  (61 / 240) * third ** 3,
]

/** The place of a point on a zone's map, its longitude counted from the zone's meridian, both in degrees. */
function mapped(lat: number, lon: number, south: boolean): { easting: number; northing: number } {
  const [sine, longitude] = [Math.sin((lat * Math.PI) / 180), (lon * Math.PI) / 180]
  const eccentricity = (2 * Math.sqrt(third)) / (1 + third)
  const t = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine))
  const xi = Math.atan2(t, Math.cos(longitude))
  const eta = Math.atanh(Math.sin(longitude) / Math.hypot(1, t))
  let [east, north] = [eta, xi]
  series.forEach((factor, i) => {
    const turns = 2 * (i + 1)
    east += factor * Math.cos(turns * xi) * Math.sinh(turns * eta)
    north += factor * Math.sin(turns * xi) * Math.cosh(turns * eta)
  })
  const scale = 0.9996 * radius
  return { easting: 500_000 + scale * east, northing: (south ? 10_000_000 : 0) + scale * north }
}
