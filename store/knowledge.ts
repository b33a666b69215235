/** The records that rules read beside incidents and items: scopes, areas, actors, affiliations, stock. */
import type { Content, Kind } from '#core/record/kinds.ts'
import { handlingOf, type Handling } from '#core/record/handling.ts'
import { rowsOf, type Queryable } from './database.ts'
import { contentOf, tableOf } from './projection.ts'

/** A record as it now stands, with who may see it. */
export interface Standing<K extends Kind> {
  readonly id: string
  readonly ref: string
  readonly source: string
  readonly handling: Handling
  readonly level: number
  readonly team: string
  readonly content: Content<K>
}

export const knowledgeKinds = ['scope', 'area', 'actor', 'affiliation', 'stock'] as const

export interface RecordedKnowledge {
  readonly scope: readonly Standing<'scope'>[]
  readonly area: readonly Standing<'area'>[]
  readonly actor: readonly Standing<'actor'>[]
  readonly affiliation: readonly Standing<'affiliation'>[]
  readonly stock: readonly Standing<'stock'>[]
}

type StandingRow = Record<string, unknown> & {
  readonly id: string
  readonly ref: string
  readonly source: string
  readonly handling: number
  readonly team: string
}

const page = 10_000

export async function readKnowledge(db: Queryable, nodeId: number): Promise<RecordedKnowledge> {
  return {
    scope: await standing(db, nodeId, 'scope'),
    area: await readAreas(db, nodeId),
    actor: await standing(db, nodeId, 'actor'),
    affiliation: await standing(db, nodeId, 'affiliation'),
    stock: await standing(db, nodeId, 'stock'),
  }
}

export const readAreas = (db: Queryable, nodeId: number): Promise<readonly Standing<'area'>[]> =>
  standing(db, nodeId, 'area')

export const readActors = (db: Queryable, nodeId: number): Promise<readonly Standing<'actor'>[]> =>
  standing(db, nodeId, 'actor')

/** The rows with these ids; null: all. */
export const readStudies = (
  db: Queryable,
  nodeId: number,
  ids: readonly string[] | null,
): Promise<readonly Standing<'baseline'>[]> => standing(db, nodeId, 'baseline', ids)

async function standing<K extends Kind>(
  db: Queryable,
  nodeId: number,
  kind: K,
  ids: readonly string[] | null = null,
): Promise<readonly Standing<K>[]> {
  const found: Standing<K>[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await rowsOf<StandingRow>(
      db,
      `select * from ${tableOf[kind]} where node_id = $1 and id > $2 and not withdrawn
          and ($3::uuid[] is null or id = any ($3)) order by id limit ${page}`,
      [nodeId, after, ids],
    )
    for (const row of rows) {
      found.push({
        id: row.id,
        ref: row.ref,
        source: row.source,
        handling: handlingOf(row.handling),
        level: row.handling,
        team: row.team,
        content: contentOf(kind, row),
      })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return found
    after = last.id
  }
}

/**
 * Where any of it last changed: what was read at the same mark is still true. The leaf alone would not tell: one that
 * was undone is given to another; the transaction that wrote the row never comes again.
 */
export async function knowledgeMark(db: Queryable, nodeId: number): Promise<string> {
  const [row] = await rowsOf<{ mark: string }>(
    db,
    `select leaf || ' ' || xmin as mark from knowledge_marks where node_id = $1`,
    [nodeId],
  )
  return row?.mark ?? ''
}

export async function moveKnowledgeMark(db: Queryable, nodeId: number, leaf: number): Promise<void> {
  await db.query(
    `insert into knowledge_marks (node_id, leaf) values ($1, $2) on conflict (node_id) do update set leaf = excluded.leaf`,
    [nodeId, leaf],
  )
}

/** The rules that judged last, in words; null before the first time. */
export async function judgedBy(db: Queryable, nodeId: number): Promise<string | null> {
  const [row] = await rowsOf<{ rules: string | null }>(db, 'select rules from knowledge_marks where node_id = $1', [
    nodeId,
  ])
  return row?.rules ?? null
}

export async function rememberJudgedBy(db: Queryable, nodeId: number, rules: string): Promise<void> {
  await db.query(
    `insert into knowledge_marks (node_id, leaf, rules) values ($1, -1, $2)
     on conflict (node_id) do update set rules = excluded.rules`,
    [nodeId, rules],
  )
}
