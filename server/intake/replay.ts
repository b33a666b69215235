/**
 * Projects the ledger anew: its revisions are read in order and handed to the same functions that every write goes
 * through. What the writer knew is read from the ledger's own words and from the rows projected so far.
 */
import type { Sha256 } from '#core/ledger/hash.ts'
import type { Places } from '#core/record/found-doubts.ts'
import { levelOf } from '#core/record/handling.ts'
import type { Content, Item, Kind, Opinion } from '#core/record/kinds.ts'
import { readTexts, type Head } from '#core/record/revision.ts'
import type { Store } from '#store/connect.ts'
import { rowsOf, type Client } from '#store/database.ts'
import { tableOf } from '#store/projection.ts'
import { sourceDigest, type Draft } from './plan.ts'
import { project } from './project.ts'

const chunk = 2000

export interface Replaying {
  readonly client: Client
  readonly store: Store
  readonly sha256: Sha256
  readonly places: Places
}

/** Projects all leaves below `leaves`. The projections must be empty. */
export async function replay(to: Replaying, leaves: number, progress: (done: number) => void): Promise<void> {
  for (let from = 0; from < leaves; from += chunk) {
    const rows = await rowsOf<{ leaf: string; names: string; texts: (string | null)[] }>(
      to.client,
      `select b.leaf, s.names, b.texts from ledger l join ledger_shapes s using (shape) join bodies b using (node_id, leaf)
        where node_id = $1 and leaf >= $2 and leaf < $3 order by leaf`,
      [to.store.nodeId, from, from + chunk],
    )
    const revisions = rows.map(({ names, texts }) => readTexts(texts, names.replaceAll('*', '').split(' ')))
    const drafts = await draftsOf(to, revisions)
    await project({ client: to.client, store: to.store, places: to.places, firstLeaf: from }, drafts)
    progress(from + rows.length)
  }
}

interface Standing {
  readonly revision: string
  readonly leaf: number
  readonly level: number
}

async function draftsOf(
  to: Replaying,
  revisions: readonly { head: Head; content: Content }[],
): Promise<readonly Draft[]> {
  const standing = await standingOf(to, revisions)
  const made = new Map<string, Draft>()
  const levelOfRecord = (id: string): number => made.get(id)?.level ?? standing.get(id)?.level ?? 0
  return revisions.map(({ head, content }, offset): Draft => {
    const before = made.get(head.record)
    const stood = standing.get(head.record)
    const incident = head.kind === 'item' ? ((content as Item).incident ?? null) : null
    const subject = head.kind === 'opinion' ? (content as Opinion).record : incident
    const draft: Draft = {
      head,
      content,
      digest: sourceDigest(to.sha256, head.kind, content),
      offset,
      supersedes: before ? { draft: before } : stood ? { revision: stood.revision, leaf: stood.leaf } : null,
      level: Math.max(levelOf(head.handling), subject === null ? 0 : levelOfRecord(subject)),
      incident,
    }
    made.set(head.record, draft)
    return draft
  })
}

/** The rows projected so far of the records, incidents and subjects that these revisions name. */
async function standingOf(
  { client, store }: Replaying,
  revisions: readonly { head: Head; content: Content }[],
): Promise<ReadonlyMap<string, Standing>> {
  const byKind = new Map<Kind, Set<string>>()
  const want = (kind: Kind, id: string | undefined) => {
    if (id === undefined) return
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id))
  }
  for (const { head, content } of revisions) {
    if (head.act !== 'make') want(head.kind, head.record)
    if (head.kind === 'item') want('incident', (content as Item).incident)
    if (head.kind !== 'opinion') continue
    want('item', (content as Opinion).record)
    want('incident', (content as Opinion).record)
  }
  const standing = new Map<string, Standing>()
  for (const [kind, ids] of byKind) {
    const rows = await rowsOf<{ id: string; revision: string; leaf: string; handling: number }>(
      client,
      `select id, revision, leaf, handling from ${tableOf[kind]} where node_id = $1 and id = any ($2)`,
      [store.nodeId, [...ids]],
    )
    for (const { id, revision, leaf, handling } of rows)
      standing.set(id, { revision, leaf: Number(leaf), level: handling })
  }
  return standing
}
