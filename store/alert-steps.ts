/** The steps by which what findings are about came to weigh what it weighs: written as they are kept. */
import { rowsOf, type Client, type Queryable } from './database.ts'
import { atOnce } from './prompt-client.ts'

/** What findings contribute: what they weigh now, what they weighed first and in between, about their make and, of items, their spot. */
const stepsOf = (which: string) => `
  select f.node_id, f.family, f.above, s.spot, f.subject_kind = 'signature' as by_signature, f.handling, f.team, w.weight,
         date_trunc('week', min(w.at) at time zone 'UTC')::date as week, min(w.at) as at, bool_or(f.bulk) as bulk
    from findings f
    cross join lateral (
      values (f.weight, f.weighed_at), (f.weight_first, f.raised_at)
      union all
      select split_part(r, ' ', 1)::int, split_part(r, ' ', 2)::timestamptz from string_to_table(f.rises, E'\\n') r) w (weight, at)
    cross join lateral (
      select '' as spot where f.family <> ''
      union all
      select coalesce(f.incident::text, 'item ' || f.subject) || '|' || f.class where f.subject_kind = 'item') s
   where f.kept and ${which}
   group by f.node_id, f.family, f.above, s.spot, f.subject_kind = 'signature', f.handling, f.team, w.weight`

interface Fallen {
  readonly subject_kind: string
  readonly subject: string
  readonly family: string
  readonly incident: string | null
  readonly class: string | null
}

/** Follows findings that were changed, and those that said something and say it no longer. */
export async function noteSteps(
  client: Client,
  nodeId: number,
  { changed, fallen }: { readonly changed: readonly string[]; readonly fallen: readonly Fallen[] },
): Promise<void> {
  if (fallen.length + changed.length === 0) return
  await atOnce(client, [
    () => moveMark(client, nodeId),
    async () => {
      if (fallen.length > 0) await countAnew(client, nodeId, fallen)
      if (changed.length > 0) await addSteps(client, nodeId, changed)
    },
  ])
}

const addSteps = (client: Client, nodeId: number, findings: readonly string[]) =>
  client.query(
    `insert into alert_steps ${stepsOf('f.node_id = $1 and f.id = any ($2)')}
     on conflict (node_id, family, spot, by_signature, handling, team, weight) do update
       set at = excluded.at, week = excluded.week, bulk = excluded.bulk where excluded.at < alert_steps.at`,
    [nodeId, findings],
  )

/** What these were about, from the findings that are left. */
async function countAnew(client: Client, nodeId: number, fallen: readonly Fallen[]): Promise<void> {
  const spots = fallen.flatMap((one) =>
    one.subject_kind === 'item' ? [`${one.incident ?? `item ${one.subject}`}|${one.class ?? ''}`] : [],
  )
  const families = [...new Set(fallen.flatMap(({ family }) => (family === '' ? [] : [family])))]
  const incidents = [...new Set(fallen.flatMap(({ incident }) => incident ?? []))]
  await client.query(
    `delete from alert_steps where node_id = $1 and (spot = any ($2) or (family = any ($3) and spot = ''))`,
    [nodeId, [...new Set(spots)], families],
  )
  await client.query(
    `insert into alert_steps
     select * from (${stepsOf("f.node_id = $1 and f.family <> '' and f.family = any ($2)")}) s where spot = ''
     on conflict do nothing`,
    [nodeId, families],
  )
  await client.query(
    `insert into alert_steps
     select * from (${stepsOf("f.node_id = $1 and f.subject_kind = 'item' and (f.incident = any ($2) or f.subject = any ($3))")}) s
      where spot = any ($4)
     on conflict do nothing`,
    [nodeId, incidents, fallen.flatMap(({ subject, incident }) => (incident === null ? [subject] : [])), spots],
  )
}

/** All of them anew. */
export async function noteAllSteps(client: Client, nodeId: number): Promise<void> {
  await moveMark(client, nodeId)
  await client.query('delete from alert_steps where node_id = $1', [nodeId])
  await client.query(`insert into alert_steps ${stepsOf('f.node_id = $1')}`, [nodeId])
}

const moveMark = (client: Client, nodeId: number) =>
  client.query(
    `insert into alert_marks values ($1, gen_random_uuid()) on conflict (node_id) do update set mark = excluded.mark`,
    [nodeId],
  )

/** Stays as long as no step changes; null where there never was one. Read before the steps are. */
export async function alertMark(db: Queryable, nodeId: number): Promise<string | null> {
  const [row] = await rowsOf<{ mark: string }>(db, 'select mark from alert_marks where node_id = $1', [nodeId])
  return row?.mark ?? null
}

export interface StepRow {
  readonly by: 'signature' | 'item'
  readonly family: string
  readonly above: string
  readonly spot: string
  readonly weight: number
  readonly week: string
  readonly at: string
  readonly bulk: boolean
}

const columns = `case when a.by_signature then 'signature' else 'item' end as by, a.family, a.above, a.spot, a.weight,
  a.week::text as week, a.at, a.bulk`

const inOrder = 'a.weight desc, a.at, a.family, a.spot'

/** Items are looked at by incident only where nothing is raised of their make. */
const standsAlone = `(a.spot = '' or not exists (
  select from alert_steps s where s.node_id = a.node_id and s.spot = '' and s.by_signature
     and s.family in (a.family, a.above)))`

/** The weeks in which anything came, the first of all ahead. */
export async function weeksOfSteps(db: Queryable, nodeId: number): Promise<readonly string[]> {
  const rows = await rowsOf<{ week: string }>(
    db,
    // From week to week by the index, whatever stands within one.
    `with recursive w as (
       (select week from alert_steps where node_id = $1 order by week limit 1)
       union all
       select (select a.week from alert_steps a where a.node_id = $1 and a.week > w.week order by a.week limit 1)
         from w where w.week is not null)
     select week::text as week from w where week is not null`,
    [nodeId],
  )
  return rows.map(({ week }) => week)
}

/** The heaviest steps of each of these weeks, so many at most. */
export async function heaviestOfWeeks(
  db: Queryable,
  nodeId: number,
  asked: readonly { readonly week: string; readonly most: number }[],
): Promise<readonly StepRow[]> {
  return rowsOf<StepRow>(
    db,
    `select t.* from unnest($2::date[], $3::int[]) k (week, most) cross join lateral (
       select ${columns} from alert_steps a
        where a.node_id = $1 and a.week = k.week and ${standsAlone} order by ${inOrder} limit k.most) t`,
    [nodeId, asked.map(({ week }) => week), asked.map(({ most }) => most)],
  )
}

/** The heaviest of all, from after a step on. */
export async function heaviestSteps(
  db: Queryable,
  nodeId: number,
  { after, most }: { readonly after: StepRow | null; readonly most: number },
): Promise<readonly StepRow[]> {
  // Weights are few: each is a range of the index, which goes on where the step stood.
  return rowsOf<StepRow>(
    db,
    `select ${columns} from alert_steps a where a.node_id = $1 and ${standsAlone}
        and ($2::int is null or (a.weight <= $2 and (a.weight < $2 or (a.at, a.family, a.spot) > ($3, $4, $5))))
      order by ${inOrder} limit $6`,
    [nodeId, after?.weight ?? null, after?.at ?? null, after?.family ?? null, after?.spot ?? null, most],
  )
}

/** All steps of what these may be part of: of their spots, their makes, what is coarser, and the only maker below that. */
export async function stepsAround(
  db: Queryable,
  nodeId: number,
  steps: readonly StepRow[],
): Promise<readonly StepRow[]> {
  const spots = [...new Set(steps.flatMap(({ spot }) => (spot === '' ? [] : [spot])))]
  const own = await rowsOf<StepRow>(
    db,
    `select ${columns} from alert_steps a where a.node_id = $1 and a.spot <> '' and a.spot = any ($2)`,
    [nodeId, spots],
  )
  const makes = new Set([...steps, ...own].flatMap(({ family, above }) => [family, above]))
  makes.delete('')
  const below = await rowsOf<{ first: string; last: string }>(
    db,
    `select b.family as first, c.family as last from unnest($2::text[]) k (above)
      cross join lateral (select family from alert_steps where node_id = $1 and above <> '' and above = k.above
                           order by family limit 1) b
      cross join lateral (select family from alert_steps where node_id = $1 and above <> '' and above = k.above
                           order by family desc limit 1) c`,
    [nodeId, [...makes]],
  )
  for (const { first, last } of below) makes.add(first).add(last)
  const ofMakes = await rowsOf<StepRow>(
    db,
    `select ${columns} from alert_steps a where a.node_id = $1 and a.family = any ($2) and a.spot = ''`,
    [nodeId, [...makes]],
  )
  return [...own, ...ofMakes]
}

/** What the findings raised from one moment to another are about, or carried by one more incident; so many at most. */
export async function touchedBetween(
  db: Queryable,
  nodeId: number,
  { from, before, most }: { readonly from: string; readonly before: string; readonly most: number },
): Promise<readonly Pick<StepRow, 'family' | 'above' | 'spot'>[]> {
  return rowsOf(
    db,
    `select distinct family, above, case when subject_kind = 'item' then coalesce(incident::text, 'item ' || subject) || '|' || class
            else '' end as spot
       from ((select * from findings where node_id = $1 and kept and raised_at >= $2 and raised_at < $3
               order by raised_at desc, subject desc, rule desc, side desc, id desc limit $4)
             union all
             (select * from findings where node_id = $1 and kept and carriers > 0 and grown_at >= $2 and grown_at < $3
               order by grown_at desc limit $4)) f`,
    [nodeId, from, before, most],
  )
}

/** When bulk work raised findings, and how many at each moment, so many at most. */
export async function bulkBetween(
  db: Queryable,
  nodeId: number,
  { from, before, most }: { readonly from: string; readonly before: string; readonly most: number },
): Promise<readonly { readonly at: string; readonly findings: number }[]> {
  return rowsOf(
    db,
    `select raised_at as at, count(*)::int as findings
       from (select raised_at, bulk from findings where node_id = $1 and kept and raised_at >= $2 and raised_at < $3
              order by raised_at desc, subject desc, rule desc, side desc, id desc limit $4) f
      where bulk group by raised_at`,
    [nodeId, from, before, most],
  )
}

/** The files taken in last, as their reader sees them, with when they were noted. */
export async function latestImports(
  db: Queryable,
  nodeId: number,
  most: number,
): Promise<readonly { readonly at: string; readonly file: string | null }[]> {
  return rowsOf(
    db,
    `select made as at, file_name as file from imports where node_id = $1 and not withdrawn and made is not null
      order by imports.leaf desc limit $2`,
    [nodeId, most],
  )
}
