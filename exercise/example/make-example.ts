/** The example mission: for each table of the exchange format its rows, equal for the same seed. */
import { enquiries } from './enquiries.ts'
import { makeHistory } from './history.ts'
import { actors, affiliations } from './groups.ts'
import { areas } from './island.ts'
import { scopes, settings, stock } from './mission.ts'
import { realAttacks } from './real-attacks.ts'
import type { ExampleTable, Row } from './row.ts'
import { stories } from './stories.ts'
import { studies } from './studies.ts'
import { traps } from './traps.ts'

/** The file source of the real attacks; all else is of `default` and invented. */
export const realSource = 'real'

export function makeExample(seed = 1): readonly ExampleTable[] {
  const history = makeHistory(seed)
  const told = [history, stories, traps]
  const invented = {
    areas,
    actors,
    affiliations,
    scopes,
    stock,
    enquiries,
    baselines: studies,
    incidents: told.flatMap(({ incidents }) => incidents),
    items: told.flatMap(({ items }) => items),
  } satisfies { [table: string]: readonly Row[] }
  // The settings first: they say at which level all else is kept. The items last.
  return [
    { table: 'settings', source: 'default', rows: settings },
    { table: 'incidents', source: realSource, rows: realAttacks },
    ...(Object.keys(invented) as (keyof typeof invented)[]).map((table): ExampleTable => ({
      table,
      source: 'default',
      rows: invented[table],
    })),
  ]
}
