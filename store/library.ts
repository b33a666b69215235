/** Rows that people proposed for the reference library, each with the review that holds for what it says now. */
import { hash } from 'node:crypto'
import type { LibraryEntry } from '#core/record/kinds.ts'
import type { Client, Queryable } from './database.ts'
import { rowsOf } from './database.ts'
import type { Store } from './connect.ts'
import { contentOf } from './projection.ts'

export type EntryState = 'proposed' | 'accepted' | 'refused'

export interface LibraryRecord {
  readonly id: string
  readonly ref: string
  readonly source: string
  readonly handling: number
  readonly team: string
  /** The account that wrote what it says now. */
  readonly author: string
  readonly made: string
  readonly state: EntryState
  readonly reviewed_by: string | null
  readonly reviewed_at: string | null
  readonly review_reason: string | null
  readonly content: LibraryEntry
}

type EntryRow = Record<string, unknown> & Omit<LibraryRecord, 'content'>

/** The rule under which reviews are decisions. */
export const reviewRule = 'library-entry'

/** What a review rests on: the SHA-256 of what the row says, so that a later edit needs a new one. */
export function groundsOfEntry(content: LibraryEntry): string {
  const said = Object.entries(content)
    .filter(([name]) => name !== 'source' && name !== 'doubts')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify(said), 'hex')
}

const mostEntries = 10_000

/** Those in these states, the last made first. */
export async function libraryEntries(
  db: Queryable,
  nodeId: number,
  states: readonly EntryState[],
): Promise<readonly LibraryRecord[]> {
  const rows = await rowsOf<EntryRow>(
    db,
    `select * from library_entries where node_id = $1 and state = any ($2) and not withdrawn order by id desc limit ${mostEntries}`,
    [nodeId, states],
  )
  return rows.map(entryOf)
}

export async function libraryEntry(db: Queryable, nodeId: number, id: string): Promise<LibraryRecord | null> {
  const [row] = await rowsOf<EntryRow>(db, 'select * from library_entries where node_id = $1 and id = $2', [nodeId, id])
  return row === undefined ? null : entryOf(row)
}

const entryOf = (row: EntryRow): LibraryRecord => ({
  id: row.id,
  ref: row.ref,
  source: row.source,
  handling: row.handling,
  team: row.team,
  author: row.author,
  made: row.made,
  state: row.state,
  reviewed_by: row.reviewed_by,
  reviewed_at: row.reviewed_at,
  review_reason: row.review_reason,
  content: contentOf('library-entry', row),
})

/**
 * Which rows are accepted and what they say, in few characters: a sum over revisions and the leaves of their reviews. It
 * also tells what a transaction read that was undone from what another then wrote at the same leaves.
 */
export async function acceptedMark(db: Queryable, nodeId: number): Promise<string> {
  const [row] = await rowsOf<{ mark: string }>(
    db,
    `select count(*) || ' ' || coalesce(sum(hashtextextended(revision::text, review_leaf)::numeric), 0) as mark from library_entries
      where node_id = $1 and state = 'accepted'`,
    [nodeId],
  )
  return row?.mark ?? ''
}

interface Review {
  readonly subject: string
  readonly grounds: string | null
  readonly choice: string
  readonly author: string
  readonly made: string
  readonly leaf: string
  readonly reason: string | null
}

/**
 * Works out anew whether these rows are accepted: by the newest review of what they say now, which is never their own
 * author's. An accepted row is seen by everybody; one that is closed to a team cannot be one.
 */
export async function refreshReviews(client: Client, store: Store, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await rowsOf<EntryRow>(client, 'select * from library_entries where node_id = $1 and id = any ($2)', [
    store.nodeId,
    ids,
  ])
  const reviews = Map.groupBy(
    await rowsOf<Review>(
      client,
      `select subject, grounds, choice, author, made, leaf, reason from decisions
        where node_id = $1 and subject = any ($2) and rule = $3 and not withdrawn order by leaf`,
      [store.nodeId, ids, reviewRule],
    ),
    ({ subject }) => subject,
  )
  const values = rows.map((row) => {
    const { id, author, team, content } = { ...entryOf(row) }
    const grounds = groundsOfEntry(content)
    const holding = (reviews.get(id) ?? []).findLast(
      (review) =>
        review.grounds === grounds &&
        review.author !== author &&
        (review.choice === 'refused' || (review.choice === 'accepted' && team === '')),
    )
    return {
      id,
      state: row['withdrawn'] === true ? 'proposed' : (holding?.choice ?? 'proposed'),
      review_leaf: holding === undefined ? null : Number(holding.leaf),
      reviewed_by: holding?.author ?? null,
      reviewed_at: holding?.made ?? null,
      review_reason: holding?.reason ?? null,
    }
  })
  await client.query(
    `update library_entries t set state = v.state, review_leaf = v.review_leaf, reviewed_by = v.reviewed_by,
            reviewed_at = v.reviewed_at, review_reason = v.review_reason,
            handling = case when v.state = 'accepted' then 0 else t.own_handling end
       from json_populate_recordset(null::library_entries, $2) v where t.node_id = $1 and t.id = v.id`,
    [store.nodeId, JSON.stringify(values)],
  )
}
