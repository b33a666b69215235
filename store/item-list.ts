/** Items in the order in which they came. */
import { rowsOf, type Queryable } from './database.ts'

export async function itemsPage(db: Queryable, nodeId: number, limit: number): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(db, 'select id from items where node_id = $1 order by id limit $2', [
    nodeId,
    limit,
  ])
  return rows.map(({ id }) => id)
}
