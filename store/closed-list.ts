/** Lists findings that no longer hold as a reader may see them, the last closed first, by keyset. */
import { liesIn } from './finding-list.ts'
import type { StoredFinding } from './finding-row.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface ClosedFilter {
  readonly rule?: string | undefined
  /** Ids of items, numbers of signatures. */
  readonly subjects?: readonly string[] | undefined
  /** An incident's id: findings of its items and of what it carries. */
  readonly incident?: string | undefined
  /** An ISO code of a country or region. */
  readonly area?: string | undefined
  readonly since?: string | undefined
  /** Exactly then. */
  readonly at?: string | undefined
  readonly id?: string | undefined
  /** The finding after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ClosedFinding extends StoredFinding {
  readonly raised_at: string
  readonly closed_at: string
  /** From which leaf on, and up to which, lies what moved it; null: the rules themselves changed. */
  readonly moved_from: number | null
  readonly moved_to: number | null
}

/** The widest view's own word on this closing, where no finding of that question is kept for the reader now. */
const isClosed = `c.held and not exists (
  select from closed_findings h where h.node_id = c.node_id and h.subject = c.subject and h.rule = c.rule and h.side = c.side
     and h.area = c.area and h.closed_at = c.closed_at and (h.handling, h.team) > (c.handling, c.team))
  and not exists (
    select from findings f where f.node_id = c.node_id and f.subject = c.subject and f.rule = c.rule and f.side = c.side
       and f.area = c.area and f.kept and not exists (
         select from findings h where h.node_id = f.node_id and h.subject = f.subject and h.rule = f.rule and h.side = f.side
            and h.area = f.area and (h.handling, h.team) > (f.handling, f.team)))`

export async function closedFindings(
  db: Queryable,
  nodeId: number,
  filter: ClosedFilter,
): Promise<readonly ClosedFinding[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['c.node_id = $1', isClosed]
  if (filter.rule !== undefined) where.push(`c.rule = ${value(filter.rule)}`)
  if (filter.since !== undefined) where.push(`c.closed_at >= ${value(filter.since)}`)
  if (filter.at !== undefined) where.push(`c.closed_at = ${value(filter.at)}`)
  if (filter.id !== undefined) where.push(`c.id = ${value(filter.id)}`)
  if (filter.subjects !== undefined) where.push(`c.subject = any (${value(filter.subjects)})`)
  if (filter.incident !== undefined) {
    const incident = value(filter.incident)
    where.push(`(c.incident = ${incident} or c.subject = any (array(
        select t.signature::text from incident_signatures t where t.node_id = $1 and t.incident = ${incident})))
      and (c.incident = ${incident} or c.side = 0 or exists (
        select from incident_signatures t where t.node_id = c.node_id and t.incident = ${incident}
           and t.signature::text = c.subject and t.side = c.side))`)
  }
  if (filter.area !== undefined) where.push(liesIn('c', value(filter.area)))
  if (filter.after !== undefined) {
    where.push(
      `(c.closed_at, c.subject, c.rule, c.side, c.id) <
        (select closed_at, subject, rule, side, id from closed_findings
          where node_id = $1 and id = ${value(filter.after)} order by closed_at limit 1)`,
    )
  }
  const rows = await rowsOf<ClosedFinding & { moved_from: string | null; moved_to: string | null }>(
    db,
    `select c.id, c.rule, c.version, c.subject_kind, c.subject, c.side, c.area, c.handling, c.answer, c.grade, c.facts,
            c.settings, c.raised_at, c.closed_at, c.moved_from, c.moved_to
       from closed_findings c where ${where.join(' and ')}
      order by c.closed_at desc, c.subject desc, c.rule desc, c.side desc, c.id desc limit ${value(filter.limit)}`,
    values,
  )
  return rows.map((row) => ({ ...row, moved_from: leaf(row.moved_from), moved_to: leaf(row.moved_to) }))
}

const leaf = (value: string | null): number | null => (value === null ? null : Number(value))

/** Leaves from the first up to the second. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

export interface MovedBy {
  readonly kind: string
  readonly source: string
  readonly ref: string
  /** The name of a setting. */
  readonly setting: string | null
}

/** So many of a kind are named, and one more says that there are others. */
export const namedOfKind = 3

const few = (kind: string, table: string) =>
  `(select '${kind}' as kind, source, ref, null as setting from ${table}
     where node_id = $1 and leaf >= $2 and leaf < $3 order by leaf limit ${namedOfKind + 1})`

/** Settings and records that rules read beside incidents and items, among these leaves: a few of each kind. */
export async function knowledgeAmong(
  db: Queryable,
  nodeId: number,
  { from, to }: LeafRange,
): Promise<readonly MovedBy[]> {
  return rowsOf<MovedBy>(
    db,
    `(select 'setting' as kind, source, ref, setting from settings
       where node_id = $1 and leaf >= $2 and leaf < $3 order by leaf limit 20)
     union all ${few('scope', 'scopes')} union all ${few('area', 'areas')} union all ${few('actor', 'actors')}
     union all ${few('affiliation', 'affiliations')} union all ${few('stock', 'stock')}`,
    [nodeId, from, to],
  )
}

/** Of each item, by its id: itself and its incident, where their rows or an opinion on them lie among the leaves. */
export async function ownAmong(
  db: Queryable,
  nodeId: number,
  items: readonly (LeafRange & { readonly id: string })[],
): Promise<readonly (MovedBy & { readonly item: string })[]> {
  if (items.length === 0) return []
  return rowsOf<MovedBy & { item: string }>(
    db,
    `select a.item, r.kind, r.source, r.ref, null as setting
       from unnest($2::uuid[], $3::bigint[], $4::bigint[]) a (item, since, upto)
       cross join lateral (select i.id, i.incident, i.source, i.ref, i.leaf from items i
                            where i.node_id = $1 and i.id = a.item offset 0) i
       left join lateral (select n.id, n.source, n.ref, n.leaf from incidents n
                           where n.node_id = $1 and n.id = i.incident offset 0) n on true
       cross join lateral (
         values ('item', i.source, i.ref, i.id, i.leaf), ('incident', n.source, n.ref, n.id, n.leaf)) r (kind, source, ref, id, leaf)
      where r.id is not null and ((r.leaf >= a.since and r.leaf < a.upto) or exists (
        select from opinions o where o.node_id = $1 and o.record = r.id and o.leaf >= a.since and o.leaf < a.upto))`,
    [nodeId, items.map(({ id }) => id), items.map(({ from }) => from), items.map(({ to }) => to)],
  )
}
