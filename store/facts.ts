/** Reads incidents and items as linking and screening know them. */
import type { IncidentFacts, ItemFacts } from '#core/linking/facts.ts'
import { handlingOf } from '#core/record/handling.ts'
import { rowsOf, type Queryable } from './database.ts'

type Raw = Readonly<Record<string, unknown>>

const incidentColumns = [
  'kind',
  'date',
  'end_date',
  'date_kind',
  'used_on',
  'recovered_on',
  'seized_on',
  'documented_on',
  'country',
  'region',
  'read_level',
  'presumed_actor',
  'actor_basis',
  'sample',
] as const

const itemColumns = [
  'class',
  'mark_condition',
  'removed_how',
  'features',
  'marks',
  'serial',
  'serials',
  'lot',
  'lot_body',
  'lot_filling',
  'lot_fuze',
  'site_code',
  'date_code',
  'exported_on',
  'export_to',
  'holder',
  'pattern',
  'model',
  'producer',
  'producer_country',
  'calibre',
  'year',
  'year_to',
  'origin',
  'origin_grade',
  'used_by',
  'user_actor',
  'user_basis',
] as const

const pairColumns: ReadonlySet<string> = new Set(['features', 'marks', 'serials'])

/** An incident with the days by which it is counted, and where it lies. */
export interface IncidentOfBase extends IncidentFacts {
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly sample?: 'attributed' | 'unattributed'
  readonly lat?: number
  readonly lon?: number
}

export interface ItemOfBase extends ItemFacts {
  readonly incident: string | null
}

export async function incidentFacts(
  db: Queryable,
  nodeId: number,
  ids: readonly string[],
): Promise<readonly IncidentOfBase[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<
    Raw & { first_day: string | null; last_day: string | null; lat: string | null; lon: string | null }
  >(
    db,
    `select id, ref, source, handling, team, first_day, last_day, lat, lon, ${incidentColumns.join(', ')}
       from incidents where node_id = $1 and id = any ($2) and not withdrawn`,
    [nodeId, ids],
  )
  return rows.map((row) => ({
    ...(factsOf(row, incidentColumns) as unknown as IncidentFacts),
    firstDay: row.first_day,
    lastDay: row.last_day,
    ...(row.lat === null || row.lon === null ? {} : { lat: Number(row.lat), lon: Number(row.lon) }),
  }))
}

export async function incidentCount(db: Queryable, nodeId: number): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(db, 'select count(*)::int as n from incidents where node_id = $1', [nodeId])
  return row?.n ?? 0
}

/** The ids of incidents from one on, in order; null: from the first. */
export async function incidentsAfter(
  db: Queryable,
  nodeId: number,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    'select id from incidents where node_id = $1 and id > $2 order by id limit $3',
    [nodeId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  )
  return rows.map(({ id }) => id)
}

/** The items of these incidents. */
export async function itemsOfIncidents(
  db: Queryable,
  nodeId: number,
  incidents: readonly string[],
  classes?: readonly string[],
): Promise<readonly ItemOfBase[]> {
  return classes === undefined
    ? itemsWhere(db, 'incident = any ($2)', [nodeId, incidents])
    : itemsWhere(db, 'incident = any ($2) and class = any ($3)', [nodeId, incidents, classes])
}

/** How many like objects each of these items stands for. */
export async function quantitiesOf(
  db: Queryable,
  nodeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ id: string; quantity: number }>(
    db,
    'select id, quantity::float8 as quantity from items where node_id = $1 and id = any ($2) and quantity is not null',
    [nodeId, ids],
  )
  return new Map(rows.map(({ id, quantity }) => [id, quantity]))
}

export async function itemFacts(db: Queryable, nodeId: number, ids: readonly string[]): Promise<readonly ItemOfBase[]> {
  return itemsWhere(db, 'id = any ($2)', [nodeId, ids])
}

/** In the order in which they came: how they lie on the disk would show what else was written. */
async function itemsWhere(
  db: Queryable,
  where: string,
  values: [number, readonly string[], ...(readonly string[])[]],
): Promise<readonly ItemOfBase[]> {
  if (values[1].length === 0) return []
  const rows = await rowsOf<Raw & { incident: string | null }>(
    db,
    `select id, ref, source, handling, team, incident, ${itemColumns.join(', ')}
       from items where node_id = $1 and ${where} and not withdrawn`,
    values,
  )
  return rows
    .map((row) => ({ ...(factsOf(row, itemColumns) as unknown as ItemFacts), incident: row.incident }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function factsOf(row: Raw, columns: readonly string[]): Raw {
  const facts: { [field: string]: unknown } = {
    id: row['id'],
    ref: row['ref'],
    source: row['source'],
    handling: handlingOf(row['handling'] as number),
  }
  if (row['team'] !== '') facts['team'] = row['team']
  for (const column of columns) {
    const value = row[column]
    if (value === null || value === undefined) continue
    facts[column] = pairColumns.has(column) ? (JSON.parse(value as string) as unknown) : value
  }
  return facts
}
