/** The reference as the server uses it: codes for parsing, places for doubts, names and embargoes for the analysis. */
import { namesAsTyped } from '#core/linking/canonical-names.ts'
import type { Places } from '#core/record/found-doubts.ts'
import type { Codes } from '#core/record/parse-value.ts'
import type { Analysis } from './analysis/judge.ts'

export interface Reference extends Omit<Analysis, 'store' | 'newId'> {
  readonly codes: Codes
  readonly places: Places
}

/** Without reference data: every well-formed code is taken as it stands, and names are compared as typed. */
export const withoutReference: Reference = {
  codes: { isCountry: (code) => /^[A-Z]{2}$/.test(code), isFormerCountry: (code) => /^[A-Z]{4}$/.test(code) },
  places: { region: () => null, isInRegion: () => null },
  names: namesAsTyped,
  shippedScopes: [],
  areaOfCode: (code) => ({ countries: [code], regions: [], beyond: false }),
}
