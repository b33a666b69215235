/** Keeps the projections in step with a batch of revisions. */
import { currentValues, type Candidate, type Choice } from '#core/record/current.ts'
import type { Aspect } from '#core/record/kinds.ts'
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client } from './database.ts'
import { contentOf } from './projection.ts'

/** Writes the rows whole; the rows of `replaced` ids give way to theirs. */
export async function replaceRows(
  client: Client,
  store: Store,
  table: string,
  { rows, replaced }: { rows: readonly Row[]; replaced: readonly string[] },
): Promise<void> {
  if (replaced.length > 0) {
    await client.query(`delete from ${table} where node_id = $1 and id = any ($2)`, [store.nodeId, replaced])
  }
  await copyRows(client, store.shape(table), rows)
}

/** Gives incidents that have just become known the items that waited for them. Answers the incidents that got some. */
export async function attachWaiting(
  client: Client,
  store: Store,
  incidents: readonly string[],
): Promise<readonly string[]> {
  if (incidents.length === 0) return []
  const rows = await rowsOf<{ incident: string }>(
    client,
    `update items set incident = i.id, handling = greatest(items.own_handling, i.handling)
       from incidents i
      where i.node_id = $1 and i.id = any ($2) and items.node_id = i.node_id and items.incident is null
        and items.source = i.source and items.incident_ref = i.ref
      returning items.incident`,
    [store.nodeId, incidents],
  )
  return [...new Set(rows.map(({ incident }) => incident))]
}

/** Holds items, their marks and their opinions at least as closely as these incidents. */
export async function raiseLevels(client: Client, store: Store, incidents: readonly string[]): Promise<void> {
  if (incidents.length === 0) return
  const values = [store.nodeId, incidents]
  await client.query(
    `update items set handling = i.handling from incidents i
      where i.node_id = $1 and i.id = any ($2) and items.node_id = i.node_id and items.incident = i.id
        and items.handling < i.handling`,
    values,
  )
  await client.query(
    `update item_marks m set handling = i.handling from items i
      where i.node_id = $1 and i.incident = any ($2) and m.node_id = i.node_id and m.item = i.id and m.handling < i.handling`,
    values,
  )
  await client.query(
    `update opinions o set handling = r.handling
       from (select id, handling from items where node_id = $1 and incident = any ($2)
             union all select id, handling from incidents where node_id = $1 and id = any ($2)) r
      where o.node_id = $1 and o.record = r.id and o.handling < r.handling`,
    values,
  )
}

const valueColumns = {
  items: [
    'pattern',
    'model',
    'producer',
    'producer_country',
    'calibre',
    'year',
    'year_to',
    'id_grade',
    'origin',
    'origin_grade',
    'used_by',
    'user_actor',
    'user_basis',
    'user_grade',
  ],
  incidents: ['presumed_actor', 'actor_basis', 'actor_grade'],
} as const

/**
 * Writes the opinions that hold now into the rows of these items and incidents: of the opinions that a reader of the
 * row may see, the current one of each aspect.
 */
export async function refreshCurrent(client: Client, store: Store, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  const opinions = await rowsOf<Record<string, unknown> & { record: string; id: string }>(
    client,
    `select o.* from opinions o
       join (select id, handling, team from items where node_id = $1 and id = any ($2)
             union all select id, handling, team from incidents where node_id = $1 and id = any ($2)) r
         on r.id = o.record
      where o.node_id = $1 and o.record = any ($2) and not o.withdrawn
        and o.handling <= r.handling and o.team in ('', r.team)`,
    [store.nodeId, records],
  )
  const choices = await choicesOn(client, store, records)
  const byRecord = Map.groupBy(opinions, ({ record }) => record)
  const values = records.map((id) => ({
    id,
    ...currentValues(
      (byRecord.get(id) ?? []).map((row): Candidate => ({ id: row.id, opinion: contentOf('opinion', row) })),
      choices.get(id) ?? [],
    ),
  }))
  for (const [table, columns] of Object.entries(valueColumns)) {
    await client.query(
      `update ${table} t set ${columns.map((column) => `${column} = v.${column}`).join(', ')}
         from json_populate_recordset(null::${table}, $2) v where t.node_id = $1 and t.id = v.id`,
      [store.nodeId, JSON.stringify(values)],
    )
  }
}

/** People's choices of which opinion holds, newest first, by record: those that a reader of its row may see. */
async function choicesOn(
  client: Client,
  store: Store,
  records: readonly string[],
): Promise<ReadonlyMap<string, Choice[]>> {
  const rows = await rowsOf<{ subject: string; rule: string; choice: string }>(
    client,
    `select d.subject, d.rule, d.choice from decisions d
       join (select id, handling, team from items where node_id = $1 and id = any ($2)
             union all select id, handling, team from incidents where node_id = $1 and id = any ($2)) r
         on d.subject = r.id::text
      where d.node_id = $1 and d.subject = any ($2::text[]) and d.rule like 'current-%' and not d.withdrawn
        and d.handling <= r.handling and d.team in ('', r.team)
      order by d.made desc, d.id desc`,
    [store.nodeId, records],
  )
  const choices = new Map<string, Choice[]>()
  for (const { subject, rule, choice } of rows) {
    const list = choices.get(subject) ?? []
    list.push({ aspect: rule.slice('current-'.length) as Aspect, opinion: choice })
    choices.set(subject, list)
  }
  return choices
}
