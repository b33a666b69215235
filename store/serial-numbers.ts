/** Serials as letters and number, by the signature of their model and producer: what blocks are looked for among. */
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client, type Queryable } from './database.ts'
import type { SideNumber } from './signatures.ts'

export interface SerialRow {
  readonly signature: bigint
  readonly prefix: string
  readonly number: number
  readonly item: string
  readonly incident: string
  readonly side: SideNumber
  readonly handling: number
  readonly team: string
}

type StoredRow = Omit<SerialRow, 'signature' | 'number'> & { readonly signature: string; readonly number: string }

const read = (row: StoredRow): SerialRow => ({ ...row, signature: BigInt(row.signature), number: Number(row.number) })

export async function serialsOfIncidents(
  db: Queryable,
  nodeId: number,
  incidents: readonly string[],
): Promise<readonly SerialRow[]> {
  const rows = await rowsOf<StoredRow>(
    db,
    `select signature, prefix, number, item, incident, side, handling, team
       from serial_numbers where node_id = $1 and incident = any ($2)`,
    [nodeId, incidents],
  )
  return rows.map(read)
}

export async function changeSerials(
  client: Client,
  store: Store,
  { gone, come }: { gone: readonly SerialRow[]; come: readonly SerialRow[] },
): Promise<void> {
  if (gone.length > 0) {
    await client.query(
      `delete from serial_numbers t using unnest($2::bigint[], $3::uuid[]) g (signature, item)
        where t.node_id = $1 and t.signature = g.signature and t.item = g.item`,
      [store.nodeId, gone.map(({ signature }) => String(signature)), gone.map(({ item }) => item)],
    )
  }
  await copyRows(
    client,
    store.shape('serial_numbers'),
    come.map((row): Row => ({ node_id: store.nodeId, ...row })),
  )
}

/** All known serials of these signatures; a signature with more than so many is left out. */
export async function serialsOf(
  db: Queryable,
  nodeId: number,
  signatures: readonly bigint[],
): Promise<readonly SerialRow[]> {
  if (signatures.length === 0) return []
  const rows = await rowsOf<StoredRow>(
    db,
    `select s.signature, n.prefix, n.number, n.item, n.incident, n.side, n.handling, n.team
       from unnest($2::bigint[]) s (signature)
       cross join lateral (
         select prefix, number, item, incident, side, handling, team from serial_numbers
          where node_id = $1 and signature = s.signature order by prefix, number, item limit ${mostSerials}) n`,
    [nodeId, signatures.map(String)],
  )
  return rows.map(read)
}

/** So many of one maker and model are looked at; their density is then known well enough. */
const mostSerials = 20_000
