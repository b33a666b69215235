/** One record as it stands, with its opinions and history. */
import type { Content, Kind, Opinion } from '#core/record/kinds.ts'
import type { Pair } from '#core/record/field.ts'
import { readTexts, type Head } from '#core/record/revision.ts'
import { rowsOf, type Queryable } from './database.ts'
import { contentOf, tableOf } from './projection.ts'

export interface Shown {
  readonly handling: number
  readonly leaf: number
  readonly content: Content
  /** The opinions that hold now, where its row carries any. */
  readonly current: Partial<Opinion>
  /** Doubts that its row showed, and those of the whole, as [column, doubt]. */
  readonly doubts: readonly Pair[]
  /** An item's incident, with the last day on which it can have happened; null where it is not known. */
  readonly incident: { readonly id: string; readonly lastDay: string | null } | null
  /** Whether the newest complete file of its source no longer holds it. */
  readonly gone: boolean
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
  const incident = typeof row['incident'] === 'string' ? row['incident'] : null
  return {
    handling: row.handling,
    leaf: Number(row.leaf),
    content: contentOf(kind, row),
    current: kind === 'item' || kind === 'incident' ? contentOf('opinion', row) : {},
    doubts: [...pairsOf(row['doubts']), ...pairsOf(row['found_doubts'])],
    incident: incident === null ? null : { id: incident, lastDay: await lastDayOf(db, nodeId, incident) },
    gone: await isGone(db, nodeId, kind, { source: row['source'], ref: row['ref'] }),
    informant: informant ?? null,
  }
}

const pairsOf = (value: unknown): readonly Pair[] => (typeof value === 'string' ? (JSON.parse(value) as Pair[]) : [])

async function lastDayOf(db: Queryable, nodeId: number, incident: string): Promise<string | null> {
  const [row] = await rowsOf<{ last_day: string | null }>(
    db,
    'select last_day from incidents where node_id = $1 and id = $2',
    [nodeId, incident],
  )
  return row?.last_day ?? null
}

/** What a source no longer holds stands in the newest note of a file that was taken in. */
async function isGone(
  db: Queryable,
  nodeId: number,
  kind: Kind,
  { source, ref }: { source: unknown; ref: unknown },
): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `select from (select missing from imports where node_id = $1 and source = $2 and not withdrawn
                  order by leaf desc limit 1) newest
      where exists (select from jsonb_array_elements(newest.missing::jsonb) pair where pair = $3)`,
    [nodeId, source, JSON.stringify([kind, ref])],
  )
  return rows.length > 0
}

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
export const historyOf = async (db: Queryable, record: string, leaf: number): Promise<readonly Head[]> =>
  (await revisionsOf(db, record, leaf)).map(({ head }) => head)

/** Its revisions, oldest first. */
export async function revisionsOf(
  db: Queryable,
  record: string,
  leaf: number,
): Promise<readonly { readonly head: Head; readonly content: Content }[]> {
  const rows = await rowsOf<{ names: string; texts: (string | null)[] }>(
    db,
    'select names, texts from history_of($1, $2)',
    [record, leaf],
  )
  return rows.map(({ names, texts }) => readTexts(texts, names.replaceAll('*', '').split(' ')))
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
