/** The shape of reference data: every row says where it comes from, or its list does. */
import type { Class } from '../record/kinds.ts'
import type { Confidence } from './confidence.ts'
import type { LibraryData } from './library-data.ts'

export interface CountryRow {
  readonly code: string
  readonly en: string
  readonly fr: string
}

export interface FormerCountryRow {
  /** ISO 3166-3, four letters. */
  readonly code: string
  readonly two?: string
  readonly en: string
  /** When its code was withdrawn. */
  readonly to?: string
}

export interface RegionRow {
  /** ISO 3166-2. */
  readonly code: string
  readonly name: string
}

/** The borders of a country's first-level regions, as TopoJSON has them; a region is what an odd crossing enters. */
export interface BordersRow {
  readonly country: string
  readonly scale: readonly [number, number]
  readonly translate: readonly [number, number]
  readonly lines: readonly (readonly number[])[]
  /** By ISO 3166-2 code, the lines of its border. */
  readonly regions: { readonly [region: string]: readonly number[] }
}

export interface CalibreRow {
  readonly name: string
  readonly aliases: readonly string[]
  /** Absent where the list as a whole says it. */
  readonly source?: string
  readonly confidence?: Confidence
}

/** One period of an embargo's scope. Where `area` is absent it holds everywhere. */
export interface ScopeRow {
  readonly ref: string
  readonly regime: string
  readonly instrument: string
  readonly paragraph?: string
  readonly direction: 'into' | 'out-of' | 'holder'
  /** ISO 3166-1 or ISO 3166-2 codes. */
  readonly area?: readonly string[]
  readonly holders?: readonly string[]
  readonly exempt_holders?: readonly string[]
  readonly classes?: readonly Class[]
  readonly from: string
  readonly to?: string
  readonly confidence: Confidence
  readonly source: string
  readonly cites?: string
  readonly note?: string
}

export interface ReferenceData extends LibraryData {
  readonly countries: readonly CountryRow[]
  readonly formerCountries: readonly FormerCountryRow[]
  readonly regions: readonly RegionRow[]
  readonly regionBorders: readonly BordersRow[]
  readonly calibres: readonly CalibreRow[]
  readonly calibresListed: readonly CalibreRow[]
  readonly embargoScopes: readonly ScopeRow[]
}
