/** The reference as the server uses it: codes for parsing, places for doubts, names and embargoes for the analysis. */
import { makeGazetteer, type Gazetteer } from '#core/reference/gazetteer.ts'
import type { Lookups } from '#core/mapping/source-for.ts'
import { makeReference, type Reference } from '#core/reference/make-reference.ts'
import type { ReferenceData } from '#core/reference/reference-data.ts'
import { referenceData } from '#reference/load.ts'
import { readPlaces } from '#reference/read-places.ts'

let made: Reference | null = null

/** Made at the first call: a hundredth of a second, once a process. */
export function shippedReference(): Reference {
  // JSON has no unions: what the files hold is held by the tests of core/reference.
  made ??= makeReference(referenceData as unknown as ReferenceData)
  return made
}

/** What reading a table never seen needs to know of it. */
export const lookupsOf = ({ codes, country, calibres }: Reference): Lookups => ({
  codes,
  country,
  isCalibre: (text) => calibres(text).length > 0,
})

let gazetteer: Gazetteer | null = null

/** Unpacked at the first call, in half a second: most processes never ask for a place. */
export function shippedGazetteer(): Gazetteer {
  gazetteer ??= makeGazetteer(readPlaces())
  return gazetteer
}
