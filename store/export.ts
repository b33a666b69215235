/** Reads whole tables for an export, in the order of their references, a thousand rows at a time. */
import type { Content, Kind, TableKind } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import { contentOf, tableOf } from './projection.ts'

export interface ExportedRecord {
  readonly ref: string
  readonly handling: number
  readonly content: Content
  /** What the record's own source holds of it; not what is current. */
  readonly opinion: Partial<Content<'opinion'>>
}

const page = 1000

/** The sources that hold records of the kind: from one to the next by the index, however many records each has. */
export async function sourcesOf(db: Queryable, nodeId: number, kind: Kind): Promise<readonly string[]> {
  const rows = await rowsOf<{ source: string }>(
    db,
    `with recursive known as (
       (select source from ${tableOf[kind]} where node_id = $1 order by source limit 1)
       union all
       select n.source from known k cross join lateral (
         select source from ${tableOf[kind]} where node_id = $1 and source > k.source order by source limit 1) n)
     select source from known`,
    [nodeId],
  )
  return rows.map(({ source }) => source)
}

export async function* recordsOfSource(
  db: Queryable,
  nodeId: number,
  kind: TableKind,
  source: string,
): AsyncGenerator<ExportedRecord> {
  const level = kind === 'item' || kind === 'library-entry' ? 'own_handling' : 'handling'
  for (let after = ''; ;) {
    const rows = await rowsOf<Record<string, unknown> & { id: string; ref: string; level: number }>(
      db,
      `select *, ${level} as level from ${tableOf[kind]}
        where node_id = $1 and source = $2 and ref > $3 and not withdrawn order by ref limit ${page}`,
      [nodeId, source, after],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    const opinions = await opinionsOfSourceRows(
      db,
      nodeId,
      source,
      kind,
      rows.map(({ id }) => id),
    )
    const informants =
      kind === 'incident'
        ? await informantsOf(
            db,
            nodeId,
            rows.map(({ id }) => id),
          )
        : new Map<string, object>()
    for (const row of rows) {
      yield {
        ref: row.ref,
        handling: row.level,
        content: { ...contentOf(kind, row), ...informants.get(row.id) } as Content,
        opinion: opinions.get(row.id) ?? {},
      }
    }
    after = last.ref
  }
}

async function opinionsOfSourceRows(
  db: Queryable,
  nodeId: number,
  source: string,
  kind: Kind,
  records: readonly string[],
): Promise<ReadonlyMap<string, Partial<Content<'opinion'>>>> {
  if (kind !== 'item' && kind !== 'incident') return new Map()
  const rows = await rowsOf<Record<string, unknown> & { record: string }>(
    db,
    'select * from opinions where node_id = $1 and record = any ($2) and source = $3 and not withdrawn',
    [nodeId, records, source],
  )
  return new Map(rows.map((row) => [row.record, contentOf('opinion', row)]))
}

async function informantsOf(
  db: Queryable,
  nodeId: number,
  incidents: readonly string[],
): Promise<ReadonlyMap<string, object>> {
  const rows = await rowsOf<{ incident: string; reported_by: string | null; report_grade: string | null }>(
    db,
    'select incident, reported_by, report_grade from informants where node_id = $1 and incident = any ($2)',
    [nodeId, incidents],
  )
  return new Map(
    rows.map(({ incident, ...informant }) => [
      incident,
      Object.fromEntries(Object.entries(informant).filter(([, value]) => value !== null)),
    ]),
  )
}
