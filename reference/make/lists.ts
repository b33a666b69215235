/**
 * Makes the lists of countries, regions and calibres from the files of their projects:
 * `tools/node reference/make/lists.ts FOLDER`, where FOLDER holds country-codes/ (iso-codes) and calibres-fbastin/.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

interface IsoCountry {
  readonly alpha_2: string
  readonly name: string
  readonly common_name?: string
}
interface IsoFormer {
  readonly alpha_2?: string
  readonly alpha_4: string
  readonly name: string
  readonly withdrawal_date?: string
}
interface IsoRegion {
  readonly code: string
  readonly name: string
  readonly parent?: string
}
interface Calibre {
  readonly name: string
  readonly aliases: readonly string[]
  readonly bullet_diameter_mm: number | null
  readonly case_length_mm: number | null
}

const [from = '.'] = process.argv.slice(2)
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(from, path), 'utf8')) as T
const write = async (name: string, rows: readonly object[]) => {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
  await writeFile(join(import.meta.dirname, '..', name), `[\n${lines}\n]\n`)
}

const french = new Intl.DisplayNames('fr', { type: 'region' })
const countries = (await read<{ '3166-1': IsoCountry[] }>('country-codes/iso_3166-1.json'))['3166-1']
await write(
  'countries.json',
  countries.map((country) => ({
    code: country.alpha_2,
    en: country.common_name ?? country.name,
    fr: french.of(country.alpha_2),
  })),
)

const former = (await read<{ '3166-3': IsoFormer[] }>('country-codes/iso_3166-3.json'))['3166-3']
await write(
  'former-countries.json',
  former.map((country) => ({
    code: country.alpha_4,
    two: country.alpha_2,
    en: country.name,
    to: country.withdrawal_date,
  })),
)

const regions = (await read<{ '3166-2': IsoRegion[] }>('country-codes/iso_3166-2.json'))['3166-2']
await write(
  'regions.json',
  regions.filter(({ parent }) => parent === undefined).map(({ code, name }) => ({ code, name })),
)

const calibres = await read<Calibre[]>('calibres-fbastin/calibers.json')
await write(
  'calibres-listed.json',
  calibres.map(({ name, aliases, bullet_diameter_mm: bore, case_length_mm: length }) => ({
    name,
    aliases: aliases.filter((alias) => alias !== name),
    ...(bore === null ? {} : { bore_mm: bore }),
    ...(length === null ? {} : { case_mm: length }),
  })),
)
