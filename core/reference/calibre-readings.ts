/** What a text can mean as a calibre, in whatever writing: `7.62 × 39 mm` and `7.62X39MM` are one. */
import type { CalibreRow } from './reference-data.ts'

export interface CalibreLookup {
  /** Every calibre that the text can mean. */
  readings(text: string): readonly string[]
  /** The one calibre that it means; null where none or several are. */
  canonical(text: string): string | null
}

/** `added` are the mission's own rows: they add writings and calibres, and where they contradict others none is meant. */
export function calibreLookup(base: readonly CalibreRow[], added: readonly CalibreRow[] = []): CalibreLookup {
  const shipped = readingsOf(base)
  const all = new Map(shipped)
  for (const { name, aliases } of added) {
    const own = only(shipped.get(calibreKey(name)) ?? []) ?? name
    for (const key of [name, ...aliases].map(calibreKey)) {
      const known = all.get(key) ?? []
      if (!known.some((one) => calibreKey(one) === calibreKey(own))) all.set(key, [...known, own])
    }
  }
  // A calibre whose own name another row claims gives its name to nobody.
  const contested = new Set(
    [...all].flatMap(([key, names]) =>
      names.length > 1 && names !== shipped.get(key) ? names.filter((name) => calibreKey(name) === key) : [],
    ),
  )
  const readings = (text: string) => all.get(calibreKey(text)) ?? []
  return {
    readings,
    canonical(text) {
      const own = only(readings(text))
      return own === null || contested.has(own) ? null : own
    },
  }
}

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null)

const calibreKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[×х*]/g, 'x')
    .replace(',', '.')
    .replace(/\bmm\b|(?<=\d)mm/g, '')
    .replace(/[\s.-]+$/g, '')
    .replace(/\s+/g, '')

function readingsOf(rows: readonly CalibreRow[]): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>()
  const canonical = new Map<string, string>()
  for (const { name, aliases } of rows) {
    // The first list to name a calibre gives its name; a later one with an alias of it is the same.
    const known = [name, ...aliases].map((text) => canonical.get(calibreKey(text))).find((found) => found !== undefined)
    const own = known ?? only(readings.get(calibreKey(name)) ?? []) ?? name
    if (!canonical.has(calibreKey(name))) canonical.set(calibreKey(name), own)
    for (const text of [name, ...aliases]) {
      const key = calibreKey(text)
      const list = readings.get(key) ?? []
      if (!list.includes(own)) readings.set(key, [...list, own])
    }
  }
  return readings
}

/** `7.62×39mm` as the exchange format writes it. */
export const shortened = (row: CalibreRow): CalibreRow => {
  const { name, aliases } = row
  const short = /^\d+(?:\.\d+)?×\d+(?:\.\d+)?mm/.test(name)
    ? name
        .replace('×', 'x')
        .replace('mm', '')
        .replace(/ NATO$| Parabellum$| Tokarev$| Makarov$/, '')
    : name
  return { ...row, name: short, aliases: short === name ? aliases : [name, ...aliases] }
}
