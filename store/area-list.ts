/** The areas that have an outline, as a reader may see them. */
import { rowsOf, type Queryable } from './database.ts'

export interface OutlinedArea {
  readonly source: string
  readonly ref: string
  readonly name: string
  readonly kind: string
  /** WKT. */
  readonly geometry: string
}

/** A map with more is grey. */
const mostOutlines = 2000

export const outlinedAreas = (db: Queryable, nodeId: number): Promise<readonly OutlinedArea[]> =>
  rowsOf<OutlinedArea>(
    db,
    `select source, ref, name, kind, geometry from areas
      where node_id = $1 and geometry is not null order by id limit ${mostOutlines}`,
    [nodeId],
  )
