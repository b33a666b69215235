/** What every read needs: the base, the reference, and how a reader's transaction is opened. */
import type { Zone } from '#store/signature-counts.ts'
import type { Client } from '#store/database.ts'
import { read, type Reader } from '#store/reader.ts'
import { findRef, type Found } from '#store/refs.ts'
import type { Settings } from '#core/record/settings.ts'
import { readSettings } from '#store/settings.ts'
import type { Kind } from '#core/record/kinds.ts'
import { readAreas } from '#store/knowledge.ts'
import { zoneOf } from '../analysis/area-codes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { usedLibrary, type UsedLibrary } from '../analysis/library.ts'
import type { Printing } from './print-findings.ts'

export interface Reading extends Printing {
  readonly analysis: Analysis
  readonly reader: Reader
  /** What ships, with the rows that were accepted. */
  readonly library: UsedLibrary
}

/** What a reader asked for is not there, or is several things. */
export type NotOne =
  | { readonly kind: 'not-found'; readonly ref: string }
  | { readonly kind: 'unknown-area'; readonly ref: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }

export class NotOneRecord extends Error {
  readonly problem: NotOne
  constructor(problem: NotOne) {
    super(problem.kind)
    this.problem = problem
  }
}

export async function asReader<T>(
  analysis: Analysis,
  reader: Reader,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  const { store } = analysis
  return read(store, reader, async (client: Client) => {
    const settings: Settings = await readSettings(client, store.nodeId)
    const zone: Zone | null =
      settings.zone === null
        ? null
        : zoneOf(settings.zone, { ...analysis, areas: await readAreas(client, store.nodeId) })
    const library = await usedLibrary(analysis, client)
    const { names } = library
    return work({ client, nodeId: store.nodeId, settings, zone, names, library, analysis, reader })
  })
}

/** The record that a typed reference means; throws NotOneRecord where it is none or several. */
export async function recordOf({ client, nodeId }: Reading, typed: string, kinds?: readonly Kind[]): Promise<Found> {
  const found = await findRef(client, nodeId, typed, kinds)
  if (found.state === 'found') return found.record
  throw new NotOneRecord(
    found.state === 'unknown' ? { kind: 'not-found', ref: typed } : { kind: 'ambiguous', candidates: found.candidates },
  )
}
