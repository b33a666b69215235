/** The mission's settings as they hold now. A setting is dated: of several values the latest start counts. */
import { settingNames } from '#core/record/kinds.ts'
import { settingsFrom, type Settings } from '#core/record/settings.ts'
import { rowsOf, type Queryable } from './database.ts'

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
