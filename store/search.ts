/** The index of marks, probed by equality and by range: operators that row-level security lets use an index. */
import type { KeyRange } from '#core/marking/key-range.ts'
import type { Kind } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import { tableOf } from './projection.ts'

export interface MarkedItem {
  readonly id: string
  readonly source: string
  readonly ref: string
  readonly role: string
  /** As typed. */
  readonly serial: string
  readonly maker?: string
  readonly model?: string
  readonly calibre?: string
}

interface Probes {
  readonly equal: readonly string[]
  readonly exact: string
  readonly begins: KeyRange | null
  readonly ends: KeyRange | null
}

const mostInRange = 100

/** Items one of whose marks any probe meets. */
export async function markedItems(
  db: Queryable,
  nodeId: number,
  { equal, exact, begins, ends }: Probes,
): Promise<readonly MarkedItem[]> {
  const keys = [...new Set([...equal, exact])].filter(Boolean)
  if (keys.length === 0) return []
  const values: unknown[] = [nodeId, keys]
  const ranges = [rangeSql('folded', begins, values), rangeSql('backwards', ends, values)].filter((sql) => sql !== '')
  const rows = await rowsOf<{
    id: string
    source: string
    ref: string
    role: string
    serial: string | null
    serials: string | null
    producer: string | null
    model: string | null
    calibre: string | null
  }>(
    db,
    `with met as (
       select item, role from item_marks where node_id = $1 and folded = any ($2) ${ranges.join(' ')})
     select distinct i.id, i.source, i.ref, m.role, i.serial, i.serials, i.producer, i.model, i.calibre
       from met m join items i on i.node_id = $1 and i.id = m.item`,
    values,
  )
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    ref: row.ref,
    role: row.role,
    serial: serialOf(row),
    ...(row.producer === null ? {} : { maker: row.producer }),
    ...(row.model === null ? {} : { model: row.model }),
    ...(row.calibre === null ? {} : { calibre: row.calibre }),
  }))
}

function rangeSql(column: 'folded' | 'backwards', range: KeyRange | null, values: unknown[]): string {
  if (range === null) return ''
  const from = `$${values.push(range.from)}`
  const to = range.to === null ? '' : `and ${column} < $${values.push(range.to)}`
  return `union (select item, role from item_marks where node_id = $1 and ${column} >= ${from} ${to} order by ${column} limit ${mostInRange})`
}

function serialOf({ role, serial, serials }: { role: string; serial: string | null; serials: string | null }): string {
  if (role === 'serial') return serial ?? ''
  const part = role.slice('serial:'.length)
  const list = serials === null ? [] : (JSON.parse(serials) as [string, string][])
  return list.find(([name]) => name === part)?.[1] ?? ''
}

export interface NamedRecord {
  readonly kind: Kind
  readonly source: string
  readonly ref: string
  readonly by: 'ref' | 'name' | 'place'
  /** What was met: the reference, name or place itself. */
  readonly met: string
}

const mostOfKind = 8

/** Records whose reference, actors whose name, incidents whose place begins with one of these. */
export async function namedRecords(
  db: Queryable,
  nodeId: number,
  ranges: readonly KeyRange[],
): Promise<readonly NamedRecord[]> {
  const asked = [
    ...(['incident', 'item', 'stock', 'enquiry', 'baseline', 'actor', 'area', 'scope'] as const).map(
      (kind) => [kind, 'ref', 'ref'] as const,
    ),
    ['actor', 'name', 'name'] as const,
    ['incident', 'place', 'place'] as const,
  ]
  const unions = asked.map(
    ([kind, by, column]) =>
      `select '${kind}' as kind, '${by}' as by, found.source, found.ref, found.met from named cross join lateral (
         select source, ref, ${column} as met from ${tableOf[kind]}
          where node_id = $1 and ${column} >= low and ${column} < high order by ${column} limit ${mostOfKind}) found`,
  )
  return rowsOf<NamedRecord>(
    db,
    `with named as materialized (select * from unnest($2::text[], $3::text[]) as range (low, high))
     ${unions.join(' union ')}`,
    [nodeId, ranges.map(({ from }) => from), ranges.map(({ to }) => to ?? '\u{10ffff}')],
  )
}
