/** The reference as the server uses it: codes for parsing, places for doubts, names and embargoes for the analysis. */
import { makeReference, type Reference } from '#core/reference/make-reference.ts'
import type { ReferenceData } from '#core/reference/reference-data.ts'
import { referenceData } from '#reference/load.ts'

let made: Reference | null = null

/** Made at the first call: a hundredth of a second, once a process. */
export function shippedReference(): Reference {
  // JSON has no unions: what the files hold is held by the tests of core/reference.
  made ??= makeReference(referenceData as unknown as ReferenceData)
  return made
}
