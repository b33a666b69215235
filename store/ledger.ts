/** The ledger's tables: the head under its lock, the append of a batch of sealed revisions, and reading them back. */
import type { Hash, Sha256 } from '#core/ledger/hash.ts'
import { isBodySalt, ownSalts } from '#core/ledger/erase.ts'
import { emptyText, groupDigest, sealRevision } from '#core/ledger/leaf.ts'
import { append, tileWidth, type Frontier, type TileHash } from '#core/ledger/tree.ts'
import type { LedgerRow } from '#core/ledger/row.ts'
import { copyRows, type Row } from './copy.ts'
import type { Store } from './connect.ts'
import { atOnce } from './prompt-client.ts'
import { rowsOf, type Client, type Queryable } from './database.ts'

/** A revision as it is appended: the names of its groups ascending, their texts (null: empty), its salt in hex. */
export interface Revision {
  readonly names: readonly string[]
  readonly texts: readonly (string | null)[]
  readonly salt: string
}

/** In hex. */
const hashLength = 64

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
  return { size: Number(row.leaves), hashes: hashesOf(row.frontier) }
}

/** Bytes past the last whole hash make one that is none, so that a check finds them. */
function hashesOf(bytes: Buffer): readonly Hash[] {
  const hex = bytes.toString('hex')
  return Array.from({ length: Math.ceil(hex.length / hashLength) }, (_, i) =>
    hex.slice(i * hashLength, (i + 1) * hashLength),
  )
}

/** A revision with its leaf and the digests that are stored. */
export interface SealedRevision extends Revision {
  readonly shape: string
  readonly leafHash: Hash
  readonly digests: string
}

export function seal(sha256: Sha256, revision: Revision): SealedRevision {
  const { names, texts, salt } = revision
  const { leafHash, digests } = sealRevision(sha256, salt, names, texts)
  return { ...revision, shape: shapeOf(revision), leafHash, digests: filledDigests(digests, texts) }
}

/** Appends the revisions after the head that this transaction holds. */
export async function appendLeaves(
  { client, store, sha256 }: { readonly client: Client; readonly store: Store; readonly sha256: Sha256 },
  head: Frontier,
  revisions: readonly SealedRevision[],
): Promise<Frontier> {
  const shapes = await shapesOf(
    client,
    store,
    revisions.map(({ shape }) => shape),
  )
  const ledger = revisions.map(({ shape, leafHash, digests }, i): Row => ({
    node_id: store.nodeId,
    leaf: head.size + i,
    shape: shapes.get(shape),
    leaf_hash: leafHash,
    digests,
  }))
  const bodies = revisions.map(({ salt, texts }, i): Row => ({
    node_id: store.nodeId,
    leaf: head.size + i,
    salt,
    texts,
  }))
  const { frontier: next, tiles } = append(
    sha256,
    head,
    revisions.map(({ leafHash }) => leafHash),
  )
  await atOnce(client, [
    () => copyRows(client, store.shape('ledger'), ledger),
    () => copyRows(client, store.shape('bodies'), bodies),
    () =>
      client.query('update ledger_heads set leaves = $2, frontier = $3 where node_id = $1', [
        store.nodeId,
        next.size,
        Buffer.from(next.hashes.join(''), 'hex'),
      ]),
    () => appendTiles(client, store, tiles),
  ])
  return next
}

/**
 * The names of a revision's groups, and which of them are filled: the digest of an empty one follows from its salt and
 * is not stored. Written `head* marks note* …`.
 */
const shapeOf = ({ names, texts }: Revision): string =>
  names.map((name, i) => (texts[i] === null ? name : `${name}*`)).join(' ')

const filledDigests = (digests: string, texts: readonly (string | null)[]): string =>
  texts.map((text, i) => (text === null ? '' : digests.slice(i * hashLength, (i + 1) * hashLength))).join('')

/** All digests of a row, those of empty groups worked out again; an erased salt leaves nothing to work them out from. */
function allDigests(
  sha256: Sha256,
  shape: string,
  stored: string,
  salt: string | null,
): { names: readonly string[]; digests: string } {
  const parts = shape.split(' ')
  const names = parts.map((part) => part.replace('*', ''))
  // A salt of no known form says nothing, and the check of the row then says so.
  const own = salt === null || !isBodySalt(salt, names) ? names.map(() => null) : ownSalts(sha256, salt, names)
  let at = 0
  const digests = parts.map((part, i) => {
    if (part.endsWith('*')) return stored.slice(at, (at += hashLength))
    const ownSalt = own[i]
    return ownSalt === null || ownSalt === undefined ? '0'.repeat(hashLength) : groupDigest(sha256, ownSalt, emptyText)
  })
  // Whatever is left over makes the row malformed.
  return { names, digests: digests.join('') + stored.slice(at) }
}

/** Adds the hashes of complete subtrees to their tiles; those of a level come in order. */
async function appendTiles(client: Client, store: Store, hashes: readonly TileHash[]): Promise<void> {
  const tiles = Map.groupBy(hashes, ({ level, index }) => `${level} ${Math.floor(index / tileWidth)}`)
  for (const [key, list] of tiles) {
    const [level, tile] = key.split(' ').map(Number)
    await client.query(
      `insert into ledger_tiles values ($1, $2, $3, $4)
       on conflict (node_id, level, tile) do update set hashes = ledger_tiles.hashes || excluded.hashes`,
      [store.nodeId, level, tile, Buffer.from(list.map(({ hash }) => hash).join(''), 'hex')],
    )
  }
}

const page = 2000

/** All rows with their bodies, in order, page by page: whatever stands in the table, before the first leaf and after the last. */
export async function* readLedger(db: Queryable, nodeId: number, sha256: Sha256): AsyncGenerator<readonly LedgerRow[]> {
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await readPage(db, nodeId, sha256, after)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.leaf
  }
}

async function readPage(db: Queryable, nodeId: number, sha256: Sha256, after: number): Promise<readonly LedgerRow[]> {
  const rows = await rowsOf<{
    leaf: string
    leaf_hash: Buffer
    names: string
    digests: Buffer
    salt: Buffer | null
    texts: (string | null)[] | null
  }>(
    db,
    `select l.leaf, l.leaf_hash, s.names, l.digests, b.salt, b.texts
       from (select * from ledger where node_id = $1 and leaf > $2 order by leaf limit ${page}) l
       join ledger_shapes s using (shape)
       left join bodies b on b.node_id = $1 and b.leaf > $2 and b.leaf = l.leaf
      order by l.leaf`,
    [nodeId, after],
  )
  return rows.map((row) => {
    const salt = row.salt?.toString('hex') ?? null
    return {
      leaf: Number(row.leaf),
      leafHash: row.leaf_hash.toString('hex'),
      ...allDigests(sha256, row.names, row.digests.toString('hex'), salt),
      salt,
      texts: row.texts ?? [],
    }
  })
}

/** The stored hashes of complete subtrees, by `level/index`. */
export async function readTiles(db: Queryable, nodeId: number): Promise<ReadonlyMap<string, Hash>> {
  const rows = await rowsOf<{ level: number; tile: string; hashes: Buffer }>(
    db,
    'select level, tile, hashes from ledger_tiles where node_id = $1',
    [nodeId],
  )
  return new Map(
    rows.flatMap(({ level, tile, hashes }) =>
      hashesOf(hashes).map((hash, i): [string, Hash] => [`${level}/${Number(tile) * tileWidth + i}`, hash]),
    ),
  )
}

/** Shapes are never changed: those that a committed transaction wrote are remembered. */
const shapesByStore = new WeakMap<Store, Map<string, number>>()

/** The numbers of the shapes; one that is new here gets the next. */
async function shapesOf(client: Client, store: Store, shapes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = shapesByStore.get(store) ?? new Map<string, number>()
  shapesByStore.set(store, known)
  const wanted = [...new Set(shapes)].filter((names) => !known.has(names))
  if (wanted.length === 0) return known
  // What this transaction wrote may be undone with it.
  const find = () =>
    rowsOf<{ shape: number; names: string; own: boolean }>(
      client,
      `select shape, names, xmin = pg_current_xact_id()::xid as own from ledger_shapes where names = any ($1)`,
      [wanted],
    )
  const found = await find()
  const fresh = wanted.filter((names) => !found.some((shape) => shape.names === names))
  // Whoever holds the head is alone here, so that the next number is free.
  for (const names of fresh) {
    await client.query('insert into ledger_shapes select coalesce(max(shape), 0) + 1, $1 from ledger_shapes', [names])
  }
  for (const { shape, names, own } of found) if (!own) known.set(names, shape)
  const all = fresh.length === 0 ? found : await find()
  return new Map([...known, ...all.map(({ shape, names }) => [names, shape] as const)])
}
