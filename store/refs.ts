/** Finds a record by what a person typed: `REF`, or `source:REF`. */
import type { Kind } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import { tableOf } from './projection.ts'

export interface Found {
  readonly kind: Kind
  readonly id: string
  readonly source: string
  readonly ref: string
}

export type Lookup =
  | { readonly state: 'found'; readonly record: Found }
  | { readonly state: 'unknown' }
  | { readonly state: 'ambiguous'; readonly candidates: readonly string[] }

const kindsWithRefs = [
  'incident',
  'item',
  'stock',
  'enquiry',
  'baseline',
  'actor',
  'affiliation',
  'area',
  'scope',
  'setting',
  'library-entry',
] as const

/** As references are printed: bare for the source `default`. */
export const printedRef = ({ source, ref }: { source: string; ref: string }): string =>
  source === 'default' ? ref : `${source}:${ref}`

/**
 * The record that the text means, among the kinds given: the one of source `default` first, else that of the only
 * source that has it. `source:REF` names the source itself.
 */
export async function findRef(
  db: Queryable,
  nodeId: number,
  typed: string,
  kinds: readonly Kind[] = kindsWithRefs,
): Promise<Lookup> {
  const [, source, rest] = /^([a-z0-9-]+):(.+)$/s.exec(typed) ?? []
  if (source !== undefined && rest !== undefined) {
    const named = (await rowsFor(db, nodeId, rest, kinds)).filter((row) => row.source === source)
    if (named.length > 0) return only(named)
  }
  const rows = await rowsFor(db, nodeId, typed, kinds)
  const own = rows.filter((row) => row.source === 'default')
  return only(own.length > 0 ? own : rows)
}

function only(rows: readonly Found[]): Lookup {
  const [first, ...others] = rows
  if (first === undefined) return { state: 'unknown' }
  if (others.length === 0) return { state: 'found', record: first }
  return { state: 'ambiguous', candidates: rows.map(printedRef).toSorted() }
}

async function rowsFor(db: Queryable, nodeId: number, ref: string, kinds: readonly Kind[]): Promise<readonly Found[]> {
  const unions = kinds.map(
    (kind) => `select '${kind}' as kind, id, source, ref from ${tableOf[kind]} where node_id = $1 and ref = $2`,
  )
  return rowsOf<Found>(db, unions.join(' union all '), [nodeId, ref])
}
