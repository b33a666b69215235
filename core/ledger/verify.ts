/**
 * Checks a ledger row by row: that leaves have no gap, that digests and leaf hashes are those of the texts, that
 * entries are whole, and that the tree is the one of the head. Keeps the frontier, the hashes of complete subtrees
 * (one for 256 leaves), an entry's 64 bits, and what is missing or erased; never a text.
 */
import { isCanonical } from './canonical.ts'
import { ownSalts } from './erase.ts'
import { problem, type Fault, type LedgerProblem } from './fault.ts'
import { hashDigits, isHash, type Hash, type Sha256 } from './hash.ts'
import { idSet } from './id-set.ts'
import { emptyText, groupDigest, leafHash } from './leaf.ts'
import { isWellFormedRow, type LedgerRow } from './row.ts'
import {
  append,
  emptyFrontier,
  isCount,
  rootOf,
  tileWidth,
  type Frontier,
  type TileHash,
  type TreeHead,
} from './tree.ts'

export interface LedgerCheck {
  /** Takes the next row. */
  take(row: LedgerRow): void
  /** Notes what was wrong with something that is no row. */
  note(kind: Fault): void
  /**
   * Ends the check against a head that is known from elsewhere, and the stored hashes of complete subtrees by
   * `level/index`, where they are given. Head and tiles must be of the same moment as the rows.
   */
  end(head: TreeHead | Frontier | null, tiles?: ReadonlyMap<string, Hash>): LedgerReport
}

export interface LedgerReport {
  readonly ok: boolean
  readonly entries: number
  readonly leaves: number
  /** Null where leaves are missing, so that no root can be told. */
  readonly root: Hash | null
  /** By leaf, the head's last; of very many only the first. */
  readonly problems: readonly LedgerProblem[]
}

const mostProblems = 1000
export const tileKey = ({ level, index }: Pick<TileHash, 'level' | 'index'>): string => `${level}/${index}`

export function checkLedger(sha256: Sha256): LedgerCheck {
  let next = 0
  /** Null from the first gap or unreadable leaf hash on: no tree can be told of what comes after. */
  let frontier: Frontier | null = emptyFrontier
  const closed: TileHash[] = []
  const entries = entryOrder(sha256)
  const problems: LedgerProblem[] = []
  const missing = new Map<string, { readonly leaf: number; readonly group: string }>()
  const erased = new Set<string>()
  const found = (kind: Fault, leaf: number | null, group?: string) => {
    if (problems.length < mostProblems) problems.push(problem(kind, leaf, group))
  }

  function take(row: LedgerRow): void {
    if (row.leaf !== next) {
      found('gap', row.leaf)
      frontier = null
    }
    next = row.leaf + 1
    takeLeaf(row.leafHash)
    if (!isWellFormedRow(row)) {
      found('malformed', row.leaf)
      return
    }
    if (leafHash(sha256, row.names, row.digests) !== row.leafHash) found('leaf-hash', row.leaf)
    if (row.salt === null) found('missing-body', row.leaf)
    else takeHead(row, checkTexts(row, ownSalts(sha256, row.salt, row.names)))
  }

  function takeLeaf(leaf: Hash): void {
    if (!isHash(leaf)) frontier = null
    if (frontier === null) return
    const step = append(sha256, frontier, [leaf])
    frontier = step.frontier
    closed.push(...step.tiles)
  }

  /** Answers the groups that are as they were written. */
  function checkTexts(row: LedgerRow, salts: readonly (string | null)[]): ReadonlyMap<string, string> {
    const sound = new Map<string, string>()
    row.names.forEach((group, i) => {
      const salt = salts[i] ?? null
      const held = row.texts[i] ?? null
      const digest = row.digests.slice(i * hashDigits, (i + 1) * hashDigits)
      if (salt !== null && groupDigest(sha256, salt, held ?? emptyText) === digest) {
        if (held !== null && !isCanonical(held)) found('not-canonical', row.leaf, group)
        else sound.set(group, held ?? emptyText)
      } else if (held !== null) found('digest', row.leaf, group)
      // Whoever erases a text takes its salt too, or guesses at the text could be tried.
      else if (salt !== null || group === 'head') found('missing-text', row.leaf, group)
      else missing.set(`${row.leaf} ${group}`, { leaf: row.leaf, group })
    })
    return sound
  }

  /** Reads of a revision what the ledger itself needs: its entry, and what it erases. */
  function takeHead({ leaf }: LedgerRow, sound: ReadonlyMap<string, string>): void {
    const head = objectOf(sound.get('head'))
    if (head === null) return
    if (typeof head['entry'] !== 'string') found('malformed', leaf, 'head')
    else if (!entries.take(head['entry'])) found('entry-torn', leaf)
    if (head['kind'] !== 'erasure') return
    const what = objectOf(sound.get('what'))
    if (!Array.isArray(what?.['groups']) || !isCount(what['leaf']) || what['leaf'] >= leaf) return
    for (const group of what['groups']) erased.add(`${what['leaf']} ${String(group)}`)
  }

  function checkTiles(stored: ReadonlyMap<string, Hash>): void {
    for (const tile of closed)
      if (stored.get(tileKey(tile)) !== tile.hash) found('tile', tile.index * tileWidth ** tile.level)
    const known = new Set(closed.map(tileKey))
    for (const key of stored.keys()) if (!known.has(key)) found('tile', null)
  }

  function end(head: TreeHead | Frontier | null, tiles?: ReadonlyMap<string, Hash>): LedgerReport {
    for (const [key, { leaf, group }] of missing) if (!erased.has(key)) found('missing-text', leaf, group)
    if (tiles !== undefined && frontier !== null) checkTiles(tiles)
    const root = frontier === null ? null : rootOf(sha256, frontier)
    if (head !== null && !isHead(head, frontier)) found('head', null)
    const inOrder = problems.toSorted((a, b) => (a.leaf ?? Infinity) - (b.leaf ?? Infinity))
    return { ok: problems.length === 0, entries: entries.count(), leaves: next, root, problems: inOrder }
  }

  /** After a gap the root cannot be told, and the head is held to its size alone. */
  function isHead(head: TreeHead | Frontier, made: Frontier | null): boolean {
    if (head.size !== next || made === null) return head.size === next
    // Other hashes may give the same root, but not to the leaves that are appended to them.
    return 'root' in head ? head.root === rootOf(sha256, made) : head.hashes.join() === made.hashes.join()
  }

  return { take, note: (kind) => found(kind, null), end }
}

/** The revisions of an entry stand together: one that comes back after another was torn. */
function entryOrder(sha256: Sha256) {
  const seen = idSet(sha256)
  let now: string | null = null
  let count = 0
  function take(entry: string): boolean {
    if (entry === now) return true
    now = entry
    const isNew = seen.add(entry)
    if (isNew) count++
    return isNew
  }
  return { take, count: () => count }
}

function objectOf(text: string | undefined): Readonly<Record<string, unknown>> | null {
  return text === undefined ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>)
}
