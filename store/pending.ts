/** What waits to be judged: written within the transaction that makes it necessary, so that a kill loses nothing. */
import { rowsOf, type Client, type Queryable } from './database.ts'
import type { Store } from './connect.ts'

/** What makes something wait. */
export interface Moved {
  /** When it was received. */
  readonly received: string
  /** The first leaf that can have moved an answer; null: the rules themselves changed. */
  readonly since: number | null
}

export interface PendingIncidents extends Moved {
  readonly incidents: readonly string[]
}

/** One that waits already is judged once, and told with what made it wait first. */
export async function addPending(
  client: Client,
  store: Store,
  incidents: readonly string[],
  { received, since }: Moved,
): Promise<void> {
  if (incidents.length === 0) return
  await client.query(
    `insert into pending_incidents (node_id, incident, leaf, received, since)
     select $1, unnest($2::uuid[]), coalesce($4::bigint, 0), $3, $4 on conflict do nothing`,
    [store.nodeId, incidents, received, since],
  )
}

/** Every incident of the node. Answers how many. */
export async function pendAllIncidents(client: Client, store: Store, { received, since }: Moved): Promise<number> {
  const { rowCount } = await client.query(
    `insert into pending_incidents (node_id, incident, leaf, received, since)
     select node_id, id, coalesce($3::bigint, 0), $2, $3 from incidents where node_id = $1 on conflict do nothing`,
    [store.nodeId, received, since],
  )
  return rowCount ?? 0
}

/** So many at once: whoever judges their items holds the head for a tenth of a second. */
export const incidentsChunk = 50

/** The next few, which wait for the same; this transaction then owns them. */
export async function takePending(client: Client, store: Store): Promise<PendingIncidents | null> {
  const rows = await rowsOf<{ incident: string; received: string; since: string | null }>(
    client,
    // Chosen apart, or the choice would be made again for each row that goes.
    `with next as materialized (
       select incident from pending_incidents
        where node_id = $1 and leaf = (select leaf from pending_incidents where node_id = $1 order by leaf limit 1)
        order by incident limit ${incidentsChunk} for update skip locked)
     delete from pending_incidents p using next where p.node_id = $1 and p.incident = next.incident
     returning p.incident, p.received, p.since`,
    [store.nodeId],
  )
  const [first] = rows
  if (first === undefined) return null
  return {
    incidents: rows.map(({ incident }) => incident).toSorted(),
    received: first.received,
    since: numberOf(first.since),
  }
}

/** Items that are asked again: of these incidents, those that carry one of these signatures. */
export interface PendingItems extends Moved {
  readonly incidents: readonly string[]
  readonly signatures: readonly bigint[]
}

/** So many incidents at once, of which few items are judged. */
const itemsChunk = 100

/** Of all incidents that carry one of the signatures, the items that do. */
export async function addPendingItems(
  client: Client,
  store: Store,
  signatures: readonly bigint[],
  { received, since }: Moved,
): Promise<void> {
  if (signatures.length === 0) return
  await client.query(
    `insert into pending_items (node_id, leaf, incidents, signatures, received, since)
     select $1, (select coalesce(max(leaf), 0) from pending_items where node_id = $1) + 1 + (n - 1) / ${itemsChunk},
            json_agg(incident order by n)::text, $3, $4, $5
       from (select incident, row_number() over (order by incident) as n
               from (select distinct incident from incident_signatures
                      where node_id = $1 and signature = any ($2::bigint[])) i) n
      group by (n - 1) / ${itemsChunk}`,
    [store.nodeId, signatures.map(String), JSON.stringify(signatures.map(String)), received, since],
  )
}

/** The next, which this transaction then owns. */
export async function takePendingItems(client: Client, store: Store): Promise<PendingItems | null> {
  const [row] = await rowsOf<{ incidents: string; signatures: string; received: string; since: string | null }>(
    client,
    // Compared with one value: a list would be looked at again for each row, and take more than it answers.
    `delete from pending_items where node_id = $1 and leaf = (
       select leaf from pending_items where node_id = $1 order by leaf limit 1 for update skip locked)
     returning incidents, signatures, received, since`,
    [store.nodeId],
  )
  if (row === undefined) return null
  return {
    incidents: JSON.parse(row.incidents) as string[],
    signatures: (JSON.parse(row.signatures) as string[]).map(BigInt),
    received: row.received,
    since: numberOf(row.since),
  }
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value))

export async function addPendingSignatures(
  client: Client,
  store: Store,
  numbers: readonly bigint[],
  { received, since }: Moved,
): Promise<void> {
  if (numbers.length === 0) return
  await client.query(
    `insert into pending_signatures (node_id, signature, received, since)
     select $1, unnest($2::bigint[]), $3, $4 order by 2 on conflict do nothing`,
    [store.nodeId, numbers.map(String), received, since],
  )
}

/** Every signature that something carries. */
export async function pendAllSignatures(client: Client, store: Store, { received, since }: Moved): Promise<void> {
  await client.query(
    `insert into pending_signatures (node_id, signature, received, since)
     select distinct $1::int, signature, $2::timestamptz, $3::bigint from signatures where node_id = $1 order by 2
     on conflict do nothing`,
    [store.nodeId, received, since],
  )
}

export async function takePendingSignatures(
  client: Client,
  store: Store,
  limit: number,
): Promise<ReadonlyMap<bigint, Moved>> {
  const rows = await rowsOf<{ signature: string; received: string; since: string | null }>(
    client,
    `delete from pending_signatures where node_id = $1 and signature in (
       select signature from pending_signatures where node_id = $1 order by signature limit $2 for update skip locked)
     returning signature, received, since`,
    [store.nodeId, limit],
  )
  return new Map(
    rows.map(({ signature, received, since }) => [BigInt(signature), { received, since: numberOf(since) }]),
  )
}

/** A rule to ask again of a signature. */
export interface Due {
  readonly signature: bigint
  readonly rule: string
}

/**
 * What is to be judged again because so much of these classes, to these levels, was read or read no more. Of a first
 * sighting it matters only what was read before it: `before` is the earliest day of what changed, null where one is
 * undated.
 */
export async function dueSignatures(
  db: Queryable,
  nodeId: number,
  read: readonly { readonly class: string; readonly level: number; readonly before: string | null }[],
): Promise<readonly Due[]> {
  if (read.length === 0) return []
  const rows = await rowsOf<{ subject: string; rule: string }>(
    db,
    `with now as (
       select r.class, c.level, r.day, sum(c.came)::bigint as came, sum(c.went)::bigint as went
         from unnest($2::text[], $3::int[], $4::date[]) r (class, level, day)
         join reading_counts c on c.node_id = $1 and c.class = r.class and c.level <= r.level
        group by r.class, c.level, r.day)
     select f.subject, f.rule from now cross join lateral (
       (select subject, rule from findings
         where node_id = $1 and rule in ('same-signature', 'exclusive') and class = now.class and reading = now.level
           and judge_at_came <= now.came offset 0)
       union all
       (select subject, rule from findings
         where node_id = $1 and rule = 'new-here' and class = now.class and reading = now.level
           and day > coalesce(now.day, '-infinity') and judge_at_came <= now.came offset 0)
       union all
       (select subject, rule from findings
         where node_id = $1 and class = now.class and reading = now.level and judge_at_went <= now.went
           and (rule <> 'new-here' or day > coalesce(now.day, '-infinity')) offset 0)) f
      group by 1, 2`,
    [nodeId, read.map((one) => one.class), read.map(({ level }) => level), read.map(({ before }) => before)],
  )
  return rows.map(({ subject, rule }) => ({ signature: BigInt(subject), rule }))
}

/** All that two or more incidents carry on one side, of a class and reading level whose actors crossed the floor. */
export async function countedSignatures(
  db: Queryable,
  nodeId: number,
  read: readonly { readonly class: string; readonly level: number }[],
): Promise<readonly bigint[]> {
  if (read.length === 0) return []
  const rows = await rowsOf<{ signature: string }>(
    db,
    `select s.signature from unnest($2::text[], $3::int[]) r (class, level)
       join signatures s on s.node_id = $1 and s.class = r.class and s.reading = r.level
       join signature_counts c on c.node_id = s.node_id and c.signature = s.signature and c.side > 0
      group by s.signature having sum(c.incidents) > 1`,
    [nodeId, read.map((one) => one.class), read.map(({ level }) => level)],
  )
  return rows.map(({ signature }) => BigInt(signature))
}

/**
 * Tells the planner how large the tables have become: in bulk they grow faster than the server's own statistics follow,
 * and a plan made for an empty table is slow by a hundred times.
 */
export async function refreshStatistics(db: Queryable): Promise<void> {
  await db.query(`analyze incidents, items, opinions, item_marks, signatures, incident_signatures, signature_counts,
    incident_readings, reading_counts, reading_spans, serial_numbers,
    study_signatures, baselines, findings, alert_steps, pending_signatures`)
}

export async function pendingCount(db: Queryable, nodeId: number): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(
    db,
    `select (select count(*) from pending_incidents where node_id = $1)
          + (select count(*) from pending_items where node_id = $1)
          + (select count(*) from pending_signatures where node_id = $1) as count`,
    [nodeId],
  )
  return Number(row?.count ?? 0)
}

export async function isAnythingPending(db: Queryable, nodeId: number): Promise<boolean> {
  const [row] = await rowsOf<{ is: boolean }>(
    db,
    `select exists (select from pending_incidents where node_id = $1)
         or exists (select from pending_items where node_id = $1)
         or exists (select from pending_signatures where node_id = $1) as is`,
    [nodeId],
  )
  return row?.is === true
}
