/** Lookups over reference data, made once: countries, regions, calibres, embargo scopes, and the library. */
import type { CanonicalNames } from '../linking/canonical-names.ts'
import type { Places } from '../record/found-doubts.ts'
import { parseDate, type PartialDate } from '../record/day.ts'
import type { Codes } from '../record/parse-value.ts'
import type { ScopeArea, ScopePeriod } from '../screening/scope.ts'
import type { ShippedLibrary } from './flat-rows.ts'
import { libraryInUse } from './library-in-use.ts'
import type { Library } from './make-library.ts'
import type { ReferenceData, RegionRow, ScopeRow } from './reference-data.ts'
import { regionTest } from './region-borders.ts'
import { nameKey } from './spelling.ts'

export interface Reference {
  readonly codes: Codes
  readonly places: Places
  readonly names: CanonicalNames
  readonly shippedScopes: readonly ScopePeriod[]
  areaOfCode(code: string): ScopeArea | null
  /** The country of today that the text names, in English or French; null where none or several are. */
  country(name: string): string | null
  /** Every calibre that the text can mean. */
  calibres(text: string): readonly string[]
  readonly library: Library
  /** The rows themselves, to which a mission adds its own. */
  readonly shippedLibrary: ShippedLibrary
  readonly scopeRows: readonly ScopeRow[]
}

/** The codes that ISO 3166-1 leaves to its users: the invented States of an exercise. */
export const isUserAssigned = (code: string): boolean => /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)

export function makeReference(data: ReferenceData): Reference {
  const countries = new Set(data.countries.map(({ code }) => code))
  const former = new Set(data.formerCountries.flatMap(({ code, two }) => (two === undefined ? [code] : [code, two])))
  const regionCodes = new Set(data.regions.map(({ code }) => code))
  const isCountry = (code: string) => countries.has(code) || isUserAssigned(code)
  const areaOfCode = (code: string): ScopeArea | null => {
    if (isCountry(code) || former.has(code)) return { countries: [code], regions: [], beyond: false }
    if (regionCodes.has(code))
      return { countries: [], regions: [{ country: code.slice(0, 2), region: code }], beyond: false }
    return null
  }
  const { names, library } = libraryInUse(data, [])
  return {
    codes: { isCountry, isFormerCountry: (code) => former.has(code) },
    places: { region: regionReader(data.regions, isUserAssigned), isInRegion: regionTest(data.regionBorders) },
    names,
    shippedScopes: data.embargoScopes.map((row) => scopeOf(row, areaOfCode)),
    areaOfCode,
    country: countryReader(data.countries),
    calibres: library.calibres,
    library,
    shippedLibrary: data,
    scopeRows: data.embargoScopes,
  }
}

/** `Bolivia, Plurinational State of` is also said without what stands behind the comma. */
function countryReader(rows: ReferenceData['countries']): Reference['country'] {
  const codes = new Map<string, Set<string>>()
  for (const { code, en, fr } of rows) {
    for (const name of [en, fr].flatMap((one) => [one, one.split(/, | \(/)[0] ?? one])) {
      const key = nameKey(name)
      codes.set(key, (codes.get(key) ?? new Set()).add(code))
    }
  }
  return (name) => only([...(codes.get(nameKey(name)) ?? [])])
}

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null)

/** A region's name without accents, signs and the words that files add to it. */
const regionKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(
      /\b(region|province|governorate|state|district|prefecture|county|wilaya|departement|department|of|de|du|la|le|les|the)\b/g,
      ' ',
    )
    .replace(/[^a-z0-9]+/g, '')

function regionReader(rows: readonly RegionRow[], isInvented: (code: string) => boolean): Places['region'] {
  const codes = new Set(rows.map(({ code }) => code))
  const byName = new Map<string, string | null>()
  for (const { code, name } of rows) {
    const key = `${code.slice(0, 2)} ${regionKey(name)}`
    // Two regions of one name are neither.
    byName.set(key, byName.has(key) && byName.get(key) !== code ? null : code)
  }
  return (country, text) => {
    const code = text.trim().toUpperCase()
    if (codes.has(code)) return code.startsWith(`${country}-`) ? code : null
    // An invented State has the regions that its exercise names.
    if (isInvented(country)) return text.trim()
    return byName.get(`${country} ${regionKey(text)}`) ?? null
  }
}

function scopeOf(row: ScopeRow, areaOfCode: (code: string) => ScopeArea | null): ScopePeriod {
  const { ref, regime, instrument, paragraph, direction, holders, classes, confidence, cites } = row
  return {
    ref,
    regime,
    instrument,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(cites === undefined ? {} : { cites }),
    direction,
    area: row.area === undefined ? null : joinedArea(row.area, areaOfCode),
    holders: holders ?? [],
    exempt_holders: row.exempt_holders ?? [],
    classes: classes ?? [],
    from: dateIn(row, row.from),
    ...(row.to === undefined ? {} : { to: dateIn(row, row.to) }),
    confidence,
  }
}

function joinedArea(codes: readonly string[], areaOfCode: (code: string) => ScopeArea | null): ScopeArea {
  const parts = codes.map(areaOfCode)
  return {
    countries: parts.flatMap((part) => part?.countries ?? []),
    regions: parts.flatMap((part) => part?.regions ?? []),
    beyond: parts.includes(null),
  }
}

function dateIn({ ref }: ScopeRow, written: string): PartialDate {
  const date = parseDate(written)
  if (date === null) throw new Error(`scope ${ref} has no date ${written}`)
  return date
}
