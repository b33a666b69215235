/** What holders lost or gave away: what was one actor's alone, others may have from that day on. */
import { handlingOf } from '#core/record/handling.ts'
import type { Content } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'
import type { Standing } from './knowledge.ts'
import { contentOf } from './projection.ts'

type StandingRow = Record<string, unknown> &
  Pick<Standing<'stock'>, 'id' | 'ref' | 'source' | 'team'> & { readonly handling: number }

export const partingWords: readonly Content<'stock'>['status'][] = ['lost', 'stolen', 'captured', 'transferred']

/** Rows of these classes that say so. */
export async function readPartings(
  db: Queryable,
  nodeId: number,
  classes: readonly string[],
): Promise<readonly Standing<'stock'>[]> {
  const rows = await rowsOf<StandingRow>(
    db,
    `select * from stock where node_id = $1 and class = any ($2) and not withdrawn
        and status in ('lost', 'stolen', 'captured', 'transferred') order by id`,
    [nodeId, classes],
  )
  return rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    source: row.source,
    handling: handlingOf(row.handling),
    level: row.handling,
    team: row.team,
    content: contentOf('stock', row),
  }))
}
