/** The mission's settings as they hold now. A setting is dated: of several values the latest start counts. */
import { settingNames } from '#core/record/kinds.ts'
import { settingsFrom, type Settings } from '#core/record/settings.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface SettingRow {
  readonly id: string
  readonly leaf: number
  readonly source: string
  readonly ref: string
  readonly setting: string
  readonly value: string
  readonly from: string | null
}

/** A value that is not kept yet, as if the desk had kept it: it takes the place of the desk's own of that day. */
export type SupposedSetting = Pick<SettingRow, 'source' | 'ref' | 'setting' | 'value' | 'from'>

/** `day` is the day for which they are asked; settings that start later do not count. */
export async function readSettings(db: Queryable, nodeId: number, day: string | null = null): Promise<Settings> {
  // Asked for by name, so that an index answers.
  const rows = await rowsOf<{ setting: string; value: string }>(
    db,
    `select distinct on (setting) setting, value from settings
      where node_id = $1 and setting = any ($3) and not withdrawn and ($2::text is null or coalesce("from", '') <= $2)
      order by setting, coalesce("from", '') desc, leaf desc`,
    [nodeId, day, settingNames],
  )
  return settingsFrom(new Map(rows.map(({ setting, value }) => [setting, value])))
}

/** Every value that is set, the one that holds first. */
export async function settingRows(db: Queryable, nodeId: number): Promise<readonly SettingRow[]> {
  const rows = await rowsOf<SettingRow & { leaf: string }>(
    db,
    `select id, leaf, source, ref, setting, value, "from" from settings
      where node_id = $1 and setting = any ($2) and not withdrawn
      order by setting, coalesce("from", '') desc, leaf desc`,
    [nodeId, settingNames],
  )
  return rows.map((row) => ({ ...row, leaf: Number(row.leaf) }))
}

/** The settings as they would hold with one more, and whether that one would be among them. */
export function settingsWith(
  rows: readonly SettingRow[],
  supposed: SupposedSetting,
): { readonly settings: Settings; readonly holds: boolean } {
  const others = rows.filter(({ source, ref }) => source !== supposed.source || ref !== supposed.ref)
  const set = new Map<string, SupposedSetting>()
  // As the last recorded, it stands before others of its day.
  for (const row of [supposed, ...others]) {
    const known = set.get(row.setting)
    if (known === undefined || (row.from ?? '') > (known.from ?? '')) set.set(row.setting, row)
  }
  return {
    settings: settingsFrom(new Map([...set].map(([name, { value }]) => [name, value]))),
    holds: set.get(supposed.setting) === supposed,
  }
}

/** How many records of a kind that settings point to, counted up to 10,000. */
export async function recordsBeside(
  db: Queryable,
  nodeId: number,
): Promise<{ readonly losses: number; readonly contingents: number; readonly areas: number; readonly actors: number }> {
  const counted = async (what: string, from: string) => {
    const [row] = await rowsOf<{ n: number }>(
      db,
      `select count(${what})::int as n from (${from} and not withdrawn limit 10000) r`,
      [nodeId],
    )
    return row?.n ?? 0
  }
  return {
    losses: await counted('*', `select from stock where node_id = $1 and status in ('lost', 'stolen', 'captured')`),
    contingents: await counted('*', `select from stock where node_id = $1 and services = '["contingent"]'`),
    areas: await counted('*', 'select from areas where node_id = $1'),
    actors: await counted('distinct actor_ref', 'select actor_ref from actors where node_id = $1'),
  }
}
