/**
 * Makes the gazetteer from GeoNames' dumps: `tools/node reference/make/places.ts FOLDER`, where FOLDER holds geonames/
 * with one file a country. Populated places and administrative units are kept.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const [from = '.'] = process.argv.slice(2)
const folder = join(from, 'geonames')
const lines: string[] = []
for (const file of (await readdir(folder)).filter((name) => /^[A-Z]{2}\.txt$/.test(name)).toSorted()) {
  const rows = (await readFile(join(folder, file), 'utf8'))
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((row) => row[6] === 'P' || row[6] === 'A')
  const regions = new Map(rows.filter((row) => row[7] === 'ADM1').map((row) => [row[10], nameOfRegion(row)]))
  for (const row of rows) {
    const [id, name = '', ascii = '', others = '', lat, lon, , code] = row
    lines.push(
      [
        id,
        name,
        spellings(name, [ascii, ...others.split(',')]).join(','),
        Number(lat).toFixed(4),
        Number(lon).toFixed(4),
        code,
        row[8],
        regions.get(row[10]) ?? '',
        row[14] === '0' ? '' : row[14],
      ].join('\t'),
    )
  }
}
// The order of the codes of the characters, so that the file is the same wherever it is made.
lines.sort((a, b) => (a < b ? -1 : 1))
await writeFile(join(import.meta.dirname, '..', 'places.tsv.gz'), gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
process.stderr.write(`${lines.length} places\n`)

/** Other writings that are not the same but for accents and case, in the scripts that people here write. */
function spellings(name: string, others: readonly string[]): readonly string[] {
  const seen = new Set([plain(name)])
  return others.filter((other) => {
    const key = plain(other)
    if (key === '' || seen.has(key) || !/^[\p{Script=Latin}\p{Script=Arabic}\P{L}]*$/u.test(other)) return false
    seen.add(key)
    return true
  })
}

function nameOfRegion(row: readonly string[]): string {
  return (row[1] ?? '').replace(/ Region$/, '')
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
