/** The hash function that vectors and tests hand to the ledger. */
import { hash } from 'node:crypto'
import type { Sha256 } from './hash.ts'

export const sha256: Sha256 = (input) => hash('sha256', input, 'hex')
