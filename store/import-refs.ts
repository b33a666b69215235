/** The references that a file source has brought so far, and those that it no longer holds. */
import type { Pair } from '#core/record/field.ts'
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

/** [kind, reference] of what the source no longer holds, as the newest note of one of its files says. */
export async function missingRefs(store: Store, source: string): Promise<readonly Pair[]> {
  const [newest] = await rowsOf<{ missing: string | null }>(
    store.intake,
    'select missing from imports where node_id = $1 and source = $2 and not withdrawn order by leaf desc limit 1',
    [store.nodeId, source],
  )
  return newest?.missing ? (JSON.parse(newest.missing) as Pair[]) : []
}
