/** What is already known of the records that a batch names. */
import type { Kind } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import { tableOf } from './projection.ts'

export interface KnownRecord {
  readonly id: string
  readonly revision: string
  readonly leaf: number
  /** The level of its own, which an update never lowers. */
  readonly handling: number
  readonly team: string
  readonly digest: bigint
}

interface KnownRow {
  readonly ref: string
  readonly id: string
  readonly revision: string
  readonly leaf: string
  readonly handling: number
  readonly team: string
  readonly digest: string
}

const known = (row: Omit<KnownRow, 'ref'>): KnownRecord => ({
  id: row.id,
  revision: row.revision,
  leaf: Number(row.leaf),
  handling: row.handling,
  team: row.team,
  digest: BigInt(row.digest),
})

/** The records of one kind and file source, by reference. */
export async function recordsByRef(
  db: Queryable,
  nodeId: number,
  kind: Kind,
  { source, refs }: { source: string; refs: readonly string[] },
): Promise<ReadonlyMap<string, KnownRecord>> {
  if (refs.length === 0) return new Map()
  const level = kind === 'item' || kind === 'library-entry' ? 'own_handling' : 'handling'
  const rows = await rowsOf<KnownRow>(
    db,
    `select ref, id, revision, leaf, ${level} as handling, team, digest
       from ${tableOf[kind]} where node_id = $1 and source = $2 and ref = any ($3)`,
    [nodeId, source, refs],
  )
  return new Map(rows.map((row) => [row.ref, known(row)]))
}

/** The opinions that one file source holds of these records, by record. */
export async function opinionsOfSource(
  db: Queryable,
  nodeId: number,
  source: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, KnownRecord>> {
  if (records.length === 0) return new Map()
  const rows = await rowsOf<KnownRow & { record: string }>(
    db,
    `select record, id, revision, leaf, own_handling as handling, team, digest
       from opinions where node_id = $1 and record = any ($2) and source = $3`,
    [nodeId, records, source],
  )
  return new Map(rows.map((row) => [row.record, known(row)]))
}

export interface KnownIncident {
  readonly id: string
  readonly source: string
  readonly ref: string
  readonly handling: number
  readonly team: string
  readonly lastDay: string | null
}

/**
 * The incidents that items name: by reference in their own source first, else in another where only one has it. A
 * reference that several other sources hold stays unknown, as does one that nobody holds. One that is held more closely
 * than the others does not count, or it would show by what becomes of theirs.
 */
export async function incidentsNamed(
  db: Queryable,
  nodeId: number,
  source: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, KnownIncident>> {
  if (refs.length === 0) return new Map()
  const rows = await rowsOf<{
    id: string
    source: string
    ref: string
    handling: number
    team: string
    last_day: string | null
  }>(db, `select id, source, ref, handling, team, last_day from incidents where node_id = $1 and ref = any ($2)`, [
    nodeId,
    refs,
  ])
  const byRef = new Map<string, KnownIncident[]>()
  for (const { last_day, ...row } of rows) {
    const others = byRef.get(row.ref) ?? []
    others.push({ ...row, lastDay: last_day })
    byRef.set(row.ref, others)
  }
  const found = new Map<string, KnownIncident>()
  for (const [ref, candidates] of byRef) {
    const own = candidates.find((candidate) => candidate.source === source)
    const [first, second] = candidates.toSorted(byCloseness)
    const only = own ?? (first && second && byCloseness(first, second) === 0 ? undefined : first)
    if (only) found.set(ref, only)
  }
  return found
}

const byCloseness = (a: KnownIncident, b: KnownIncident): number =>
  Number(a.team !== '') - Number(b.team !== '') || a.handling - b.handling
