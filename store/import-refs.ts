/** The references that a file source has brought so far. */
import type { Kind } from '#core/record/kinds.ts'
import type { Store } from './connect.ts'
import { rowsOf } from './database.ts'
import { tableOf } from './projection.ts'

export async function importedRefs(store: Store, kind: Kind, source: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ ref: string }>(
    store.intake,
    `select ref from ${tableOf[kind]} where node_id = $1 and source = $2 and not withdrawn order by ref`,
    [store.nodeId, source],
  )
  return rows.map(({ ref }) => ref)
}
