/** The ledger's tables: the head under its lock, and the append of a batch of sealed revisions. */
import { sealRevision, type Sha256 } from '#core/ledger/leaf.ts'
import { append, type Frontier } from '#core/ledger/tree.ts'
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client, type Queryable } from './database.ts'

/** A revision as it is appended: the names of its groups ascending, their texts (null: empty), and its salt. */
export interface Revision {
  readonly names: readonly string[]
  readonly texts: readonly (string | null)[]
  readonly salt: Uint8Array
}

const hashBytes = 32

/** Takes the head row to the end of the transaction: whoever else wants to append waits for it. */
export async function lockHead(client: Client, nodeId: number): Promise<Frontier> {
  return readHead(client, nodeId, 'for update')
}

export async function readHead(db: Queryable, nodeId: number, lock: '' | 'for update' = ''): Promise<Frontier> {
  const [row] = await rowsOf<{ leaves: string; frontier: Buffer }>(
    db,
    `select leaves, frontier from ledger_heads where node_id = $1 ${lock}`,
    [nodeId],
  )
  if (row === undefined) throw new Error(`no ledger for node ${nodeId}`)
  const hashes = Array.from({ length: row.frontier.length / hashBytes }, (_, i) =>
    row.frontier.subarray(i * hashBytes, (i + 1) * hashBytes),
  )
  return { size: Number(row.leaves), hashes }
}

/** Appends the revisions after the head that this transaction holds. */
export async function appendLeaves(
  { client, store, sha256 }: { readonly client: Client; readonly store: Store; readonly sha256: Sha256 },
  head: Frontier,
  revisions: readonly Revision[],
): Promise<Frontier> {
  const shapes = await shapesOf(client, revisions)
  const sealed = revisions.map(({ salt, names, texts }) => sealRevision(sha256, salt, names, texts))
  const ledger: Row[] = []
  const bodies: Row[] = []
  revisions.forEach(({ names, texts, salt }, i) => {
    const key = { node_id: store.nodeId, leaf: head.size + i }
    ledger.push({
      ...key,
      shape: shapes.get(names.join(' ')),
      leaf_hash: sealed[i]?.leafHash,
      digests: sealed[i]?.digests,
    })
    bodies.push({ ...key, salt, texts })
  })
  const next = append(
    sha256,
    head,
    sealed.map(({ leafHash }) => leafHash),
  )
  await copyRows(client, store.shape('ledger'), ledger)
  await copyRows(client, store.shape('bodies'), bodies)
  await client.query('update ledger_heads set leaves = $2, frontier = $3 where node_id = $1', [
    store.nodeId,
    next.size,
    Buffer.concat(next.hashes),
  ])
  return next
}

/** The numbers of the revisions' shapes; a list of names that is new here gets the next one. */
async function shapesOf(client: Client, revisions: readonly Revision[]): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(revisions.map(({ names }) => names.join(' ')))]
  const find = async () =>
    rowsOf<{ shape: number; names: string }>(client, 'select shape, names from ledger_shapes where names = any ($1)', [
      wanted,
    ])
  let found = await find()
  if (found.length < wanted.length) {
    const known = new Set(found.map(({ names }) => names))
    // Whoever holds the head is alone here, so that the next number is free.
    for (const names of wanted.filter((one) => !known.has(one))) {
      await client.query(
        'insert into ledger_shapes select coalesce(max(shape), 0) + 1, $1 from ledger_shapes on conflict (names) do nothing',
        [names],
      )
    }
    found = await find()
  }
  return new Map(found.map(({ shape, names }) => [names, shape]))
}
