/** Rows of a made-up ledger: what they say is senseless, and all hashes are right. */
import * as fc from 'fast-check'
import { canonical } from './canonical.ts'
import { sealRevision } from './leaf.ts'
import type { LedgerRow } from './row.ts'
import { sha256 } from './sample-sha256.ts'

export interface SampleRevision {
  readonly entry: string
  readonly kind?: string
  /** By name, without the head; null for an empty one. */
  readonly groups: { readonly [name: string]: string | null }
}

export function sampleRow(leaf: number, { entry, kind = 'item', groups }: SampleRevision): LedgerRow {
  const all: { readonly [name: string]: string | null } = { ...groups, head: canonical({ entry, kind }) }
  const names = Object.keys(all).toSorted()
  const texts = names.map((name) => all[name] ?? null)
  const salt = sha256(`salt ${leaf}`).slice(0, 32)
  return { leaf, names, salt, texts, ...sealRevision(sha256, salt, names, texts) }
}

const group = fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((note) => canonical({ note })))

/** A few entries of one to three revisions each. */
export const sampleLedgers: fc.Arbitrary<readonly LedgerRow[]> = fc
  .array(fc.array(fc.record({ marks: group, note: group, what: group }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((entries) =>
    entries
      .flatMap((revisions, entry) => revisions.map((groups) => ({ entry: `entry ${entry}`, groups })))
      .map((revision, leaf) => sampleRow(leaf, revision)),
  )
