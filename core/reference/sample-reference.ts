/** The shipped reference for the tests of this folder. */
import { referenceData } from '#reference/load.ts'
import { makeReference } from './make-reference.ts'
import type { ReferenceData } from './reference-data.ts'

// JSON has no unions: what the files hold is held by these tests.
export const data = referenceData as unknown as ReferenceData
export const reference = makeReference(data)
export const { library } = reference
