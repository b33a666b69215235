/** The product's own reference, for tests of what is proposed. */
import type { ReferenceData } from '../reference/reference-data.ts'
import { makeReference } from '../reference/make-reference.ts'
import { referenceData } from '#reference/load.ts'
import type { Lookups } from './source-for.ts'

const { codes, country, calibres } = makeReference(referenceData as unknown as ReferenceData)

export const sampleLookups: Lookups = { codes, country, isCalibre: (text) => calibres(text).length > 0 }
