/** Reads GeoJSON (RFC 7946) as a table: a feature a row, its properties the columns, its point as latitude and longitude. */
import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { text } from '#core/lib/text.ts'
import { refuse } from '#core/record/doubt.ts'
import { brokenFeatures, faultOf, TableFault } from './fault.ts'
import { sha256OfFile } from './sha256-of-file.ts'
import type { OpenFile, OpenTable, TableRow } from './table.ts'

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: Geometry | null
}

interface Geometry {
  readonly type: string
  readonly coordinates?: unknown
}

/** A collection, or features one after the other. */
export async function openFeatures(file: string): Promise<OpenFile> {
  return {
    tables: [{ sheet: null, encoding: null, source: null, open: () => openTable(file) }],
    sha256: () => sha256OfFile(file),
    close: async () => undefined,
  }
}

async function openTable(file: string): Promise<OpenTable> {
  // Features need not have the same properties: the columns are known when all were seen.
  const names = new Set<string>()
  const added = new Set<string>()
  let count = 0
  for await (const { properties, geometry } of features(file)) {
    count++
    for (const name of Object.keys(properties)) names.add(name)
    for (const name of Object.keys(placeOf(geometry))) added.add(name)
  }
  if (count === 0) throw brokenFeatures(file, null)
  // What a property says already is not said again by the geometry.
  const header = [...names, ...[...added].filter((name) => !names.has(name))]
  const rows = tableRows(file, header)
  return {
    header,
    rows,
    close: async () => {
      await rows.return(undefined)
    },
  }
}

async function* tableRows(file: string, header: readonly string[]): AsyncGenerator<TableRow> {
  // As if the header were row 1: the first feature is row 2, as it would be in a spreadsheet.
  let row = 1
  for await (const { properties, geometry } of features(file)) {
    row++
    const values: Readonly<Record<string, unknown>> = { ...placeOf(geometry), ...properties }
    const cells = header.map((name) => cellOf(values[name]))
    yield { row, cells, doubts: [], refused: cells.some((cell) => cell.length > longestCell) ? tooLong : null }
  }
}

const longestCell = 1_000_000
const tooLong = refuse(
  'geometry',
  text('A value is longer than a million signs.', 'Une valeur dépasse un million de signes.'),
  text('Simplify the shape.', 'Simplifiez la forme.'),
)

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
}

/** A point as two columns, every other shape as well-known text. */
function placeOf(geometry: Geometry | null): Readonly<Record<string, string>> {
  if (geometry === null) return {}
  if (geometry.type !== 'Point') {
    const written = wkt(geometry)
    return written === null ? {} : { geometry: written }
  }
  const [longitude, latitude] = Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return {}
  return { latitude: String(latitude), longitude: String(longitude) }
}

const shapes: { readonly [type: string]: string } = {
  MultiPoint: 'MULTIPOINT',
  LineString: 'LINESTRING',
  MultiLineString: 'MULTILINESTRING',
  Polygon: 'POLYGON',
  MultiPolygon: 'MULTIPOLYGON',
}

function wkt({ type, coordinates }: Geometry): string | null {
  const name = shapes[type]
  if (name === undefined || !Array.isArray(coordinates)) return null
  const written = (part: unknown): string => {
    if (!Array.isArray(part)) return ''
    if (typeof part[0] === 'number') return `${part[0]} ${String(part[1])}`
    return `(${part.map(written).join(', ')})`
  }
  return `${name} ${written(coordinates)}`
}

async function* features(file: string): AsyncGenerator<Feature> {
  const found: Feature[] = []
  // Either the features of a collection, or the values that follow each other in the file.
  const parser = new JSONParser({ paths: ['$.features.*', '$'], keepStack: false, separator: '' })
  parser.onValue = ({ value }) => {
    const feature = featureOf(value)
    if (feature !== null) found.push(feature)
  }
  let row = 1
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      parser.write(chunk)
      for (const feature of found.splice(0)) {
        row++
        yield feature
      }
    }
    if (!parser.isEnded) parser.end()
    yield* found.splice(0)
  } catch (error) {
    const known = faultOf(file, error)
    throw known instanceof TableFault ? known : brokenFeatures(file, row)
  }
}

function featureOf(value: unknown): Feature | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Feature') return null
  const { properties, geometry } = value as { properties?: unknown; geometry?: unknown }
  return {
    properties: typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {},
    geometry: typeof geometry === 'object' && geometry !== null ? (geometry as Geometry) : null,
  }
}
