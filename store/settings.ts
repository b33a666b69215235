/** The mission's settings as they hold now. A setting is dated: of several values the latest start counts. */
import { isHandling, type Handling } from '#core/record/handling.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface Settings {
  /** Areas that are the mission's own: area references or ISO codes; empty: all that this node holds. */
  readonly zone: string | null
  readonly hostCountry: string | null
  readonly stateServices: readonly string[]
  readonly defaultHandling: Handling
  /** Comparable read incidents below which a rule cannot tell. */
  readonly floor: number
  readonly rareShare: number
  readonly actorFloor: number
}

/** Asked for by name, so that an index answers. */
const names = ['zone', 'host_country', 'state_services', 'default_handling', 'floor', 'rare_share', 'actor_floor']

/** `day` is the day for which they are asked; settings that start later do not count. */
export async function readSettings(db: Queryable, nodeId: number, day: string | null = null): Promise<Settings> {
  const rows = await rowsOf<{ setting: string; value: string }>(
    db,
    `select distinct on (setting) setting, value from settings
      where node_id = $1 and setting = any ($3) and not withdrawn and ($2::text is null or coalesce("from", '') <= $2)
      order by setting, coalesce("from", '') desc, leaf desc`,
    [nodeId, day, names],
  )
  const values = new Map(rows.map(({ setting, value }) => [setting, value]))
  const handling = values.get('default_handling') ?? ''
  return {
    zone: values.get('zone') ?? null,
    hostCountry: values.get('host_country') ?? null,
    stateServices: listOf(values.get('state_services')) ?? ['army', 'gendarmerie', 'guard', 'police'],
    defaultHandling: isHandling(handling) ? handling : 'confidential',
    floor: numberOf(values.get('floor')) ?? 30,
    rareShare: numberOf(values.get('rare_share')) ?? 0.05,
    actorFloor: numberOf(values.get('actor_floor')) ?? 10,
  }
}

const listOf = (value: string | undefined) =>
  value
    ?.split(';')
    .map((part) => part.trim())
    .filter(Boolean)

function numberOf(value: string | undefined): number | null {
  const number = Number(value)
  return value !== undefined && Number.isFinite(number) ? number : null
}
