/** Places by name and by point, with nothing asked of anybody: homonyms stand side by side, each with its region. */
import { isNearSpelling, nameKey } from './spelling.ts'

export interface Place {
  readonly id: string
  readonly name: string
  readonly country: string
  /** The region's name as the gazetteer has it, null where it has none. */
  readonly region: string | null
  /** GeoNames' feature code: PPL a populated place, PPLA the seat of a region, ADM2 an administrative unit … */
  readonly code: string
  readonly lat: number
  readonly lon: number
  readonly population: number
}

export interface FoundPlace {
  readonly place: Place
  readonly by: 'name' | 'start' | 'near-spelling'
  /** The spelling that the text met. */
  readonly as: string
}

export interface PlaceNearby {
  readonly place: Place
  readonly km: number
}

export interface Gazetteer {
  readonly size: number
  /** Places of this name, then names that start so; where there are none, near spellings. The weightiest first. */
  search(text: string, options?: { readonly country?: string; readonly most?: number }): readonly FoundPlace[]
  /** The nearest populated place; null farther than `within` kilometres. */
  nearest(lat: number, lon: number, within?: number): PlaceNearby | null
}

interface Entry {
  readonly key: string
  readonly as: string
  readonly place: Place
}

/** Reads lines of id, name, other spellings, latitude, longitude, code, country, region, population, parted by tabs. */
export function makeGazetteer(table: string): Gazetteer {
  const places: Place[] = []
  const entries: Entry[] = []
  for (const line of table.split('\n')) {
    const [id = '', name = '', others = '', lat, lon, code = '', country = '', region = '', population = ''] =
      line.split('\t')
    if (name === '') continue
    const place = {
      id,
      name,
      country,
      region: region === '' ? null : region,
      code,
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
    }
    places.push(place)
    for (const as of [name, ...others.split(',')]) if (as !== '') entries.push({ key: nameKey(as), as, place })
  }
  entries.sort((a, b) => compare(a.key, b.key))
  return {
    size: places.length,
    search(text, { country, most = 20 } = {}) {
      const key = nameKey(text)
      if (key === '') return []
      const fits = ({ place }: Entry) => country === undefined || place.country === country
      const starting = entriesStarting(entries, key).filter(fits)
      const found = starting.map((entry) => foundAs(entry, entry.key === key ? 'name' : 'start'))
      const near = () =>
        entriesStarting(entries, key.slice(0, 1))
          .filter((entry) => fits(entry) && isNearSpelling(entry.key, key))
          .map((entry) => foundAs(entry, 'near-spelling'))
      return oncePerPlace((found.length > 0 ? found : near()).toSorted(compareFound)).slice(0, most)
    },
    nearest(lat, lon, within = 50) {
      const kmPerLon = kmPerDegree * Math.cos((lat * Math.PI) / 180)
      let best: PlaceNearby | null = null
      for (const place of places) {
        if (!place.code.startsWith('PPL')) continue
        const km = Math.hypot((place.lon - lon) * kmPerLon, (place.lat - lat) * kmPerDegree)
        if (km <= (best?.km ?? within)) best = { place, km }
      }
      return best
    },
  }
}

const kmPerDegree = 111.2

const foundAs = ({ place, as }: Entry, by: FoundPlace['by']): FoundPlace => ({ place, by, as })

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function entriesStarting(entries: readonly Entry[], start: string): readonly Entry[] {
  return entries.slice(firstNotBefore(entries, start), firstNotBefore(entries, `${start}\uFFFF`))
}

/** Where in the order of keys the first stands that is not before the text. */
function firstNotBefore(entries: readonly Entry[], text: string): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.key ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Seats before plain places, and those before administrative units. */
const codesByWeight = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPL']
const weightOf = ({ code }: Place): number => {
  const at = codesByWeight.indexOf(code)
  return at === -1 ? codesByWeight.length : at
}

function compareFound(a: FoundPlace, b: FoundPlace): number {
  return (
    Number(a.by !== 'name') - Number(b.by !== 'name') ||
    weightOf(a.place) - weightOf(b.place) ||
    b.place.population - a.place.population ||
    compare(a.place.name, b.place.name) ||
    compare(a.place.country, b.place.country) ||
    compare(a.place.id, b.place.id)
  )
}

function oncePerPlace(found: readonly FoundPlace[]): readonly FoundPlace[] {
  const seen = new Set<Place>()
  return found.filter(({ place }) => {
    const isNew = !seen.has(place)
    seen.add(place)
    return isNew
  })
}
