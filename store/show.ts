/** One record as it stands, with its opinions and history. */
import type { Content, Kind } from '#core/record/kinds.ts'
import type { Pair } from '#core/record/field.ts'
import { readTexts, type Head } from '#core/record/revision.ts'
import { rowsOf, type Queryable } from './database.ts'
import { contentOf, tableOf } from './projection.ts'

export interface Shown {
  readonly handling: number
  readonly leaf: number
  readonly content: Content
  /** Doubts that its row showed, and those of the whole, as [column, doubt]. */
  readonly doubts: readonly Pair[]
  /** The id of an item's incident; null where it is not known. */
  readonly incident: string | null
  readonly informant: { readonly reported_by: string | null; readonly report_grade: string | null } | null
}

export async function readRecord(db: Queryable, nodeId: number, kind: Kind, id: string): Promise<Shown | null> {
  const [row] = await rowsOf<Record<string, unknown> & { handling: number; leaf: string }>(
    db,
    `select * from ${tableOf[kind]} where node_id = $1 and id = $2`,
    [nodeId, id],
  )
  if (row === undefined) return null
  const [informant] =
    kind === 'incident'
      ? await rowsOf<{ reported_by: string | null; report_grade: string | null }>(
          db,
          'select reported_by, report_grade from informants where node_id = $1 and incident = $2',
          [nodeId, id],
        )
      : []
  return {
    handling: row.handling,
    leaf: Number(row.leaf),
    content: contentOf(kind, row),
    doubts: [...pairsOf(row['doubts']), ...pairsOf(row['found_doubts'])],
    incident: (row['incident'] as string | null | undefined) ?? null,
    informant: informant ?? null,
  }
}

const pairsOf = (value: unknown): readonly Pair[] => (typeof value === 'string' ? (JSON.parse(value) as Pair[]) : [])

export interface ShownOpinion {
  readonly id: string
  readonly source: string
  readonly content: Content<'opinion'>
}

export async function opinionsOf(db: Queryable, nodeId: number, record: string): Promise<readonly ShownOpinion[]> {
  const rows = await rowsOf<Record<string, unknown> & { id: string; source: string }>(
    db,
    'select * from opinions where node_id = $1 and record = $2 and not withdrawn order by id',
    [nodeId, record],
  )
  return rows.map((row) => ({ id: row.id, source: row.source, content: contentOf('opinion', row) }))
}

/** The heads of its revisions, oldest first. */
export async function historyOf(db: Queryable, record: string, leaf: number): Promise<readonly Head[]> {
  const rows = await rowsOf<{ names: string; texts: (string | null)[] }>(
    db,
    'select names, texts from history_of($1, $2)',
    [record, leaf],
  )
  return rows.map(({ names, texts }) => readTexts(texts, names.replaceAll('*', '').split(' ')).head)
}

export async function itemRefsOf(
  db: Queryable,
  nodeId: number,
  incident: string,
): Promise<readonly { source: string; ref: string }[]> {
  return rowsOf(
    db,
    'select source, ref from items where node_id = $1 and incident = $2 order by source, ref limit 1000',
    [nodeId, incident],
  )
}
