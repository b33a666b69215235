/** Writes rows as GeoJSON (RFC 7946), a feature a line: latitude and longitude become its point, all else properties. */
import type { MakeRowsOut } from './out.ts'

const coordinate = (cell: string | undefined) => (cell ? Number(cell) : Number.NaN)

export const featuresOut: MakeRowsOut = async (file, header) => {
  const [lat, lon] = [header.indexOf('lat'), header.indexOf('lon')]
  let isFirst = true
  await file.write('{"type":"FeatureCollection","features":[')
  return {
    async row(cells) {
      const point = [coordinate(cells[lon]), coordinate(cells[lat])]
      const feature = {
        type: 'Feature',
        geometry: point.every(Number.isFinite) ? { type: 'Point', coordinates: point } : null,
        properties: Object.fromEntries(header.flatMap((name, i) => (cells[i] ? [[name, cells[i]]] : []))),
      }
      await file.write(`${isFirst ? '' : ','}\n${JSON.stringify(feature)}`)
      isFirst = false
    },
    async end() {
      await file.write('\n]}\n')
      await file.close()
    },
  }
}
