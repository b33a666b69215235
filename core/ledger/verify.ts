/**
 * Checks a ledger row by row, in constant memory but for the erasures: that leaves have no gap, that digests and leaf
 * hashes are those of the texts, that entries are whole, and that the tree is the one of the head.
 */
import { text, type Text } from '../lib/text.ts'
import type { Hash, Sha256 } from './hash.ts'
import { emptyText, groupDigest, leafHash, ownSalts } from './leaf.ts'
import { append, emptyFrontier, rootOf, type Frontier, type TileHash } from './tree.ts'

/** A leaf with its body, hashes and salts in hex. */
export interface LedgerRow {
  readonly leaf: number
  readonly leafHash: Hash
  readonly names: readonly string[]
  readonly digests: string
  /** Null where the body is missing. */
  readonly salt: string | null
  readonly texts: readonly (string | null)[]
}

export type Fault =
  | 'gap'
  | 'leaf-hash'
  | 'digest'
  | 'missing-text'
  | 'missing-body'
  | 'not-canonical'
  | 'entry-torn'
  | 'parent-unknown'
  | 'tile'
  | 'head'

export interface LedgerProblem {
  readonly kind: Fault
  /** The leaf at which it shows; null for the head. */
  readonly leaf: number | null
  readonly says: Text
}

const words: { readonly [F in Fault]: Text } = {
  gap: text('Leaves are missing before this one.', 'Des feuilles manquent avant celle-ci.'),
  'leaf-hash': text('The leaf is not the hash of its digests.', "La feuille n'est pas le condensat de ses empreintes."),
  digest: text('A text is not the one that was written.', "Un texte n'est pas celui qui a été écrit."),
  'missing-text': text(
    'A text is gone and no erasure names it.',
    'Un texte a disparu et aucun effacement ne le nomme.',
  ),
  'missing-body': text('The texts of this leaf are gone.', 'Les textes de cette feuille ont disparu.'),
  'not-canonical': text('A text is not in canonical form.', "Un texte n'est pas sous forme canonique."),
  'entry-torn': text('Its entry is parted by others.', 'Son entrée est séparée par d’autres.'),
  'parent-unknown': text(
    'It builds on a revision that is not before it.',
    'Elle repose sur une révision qui ne la précède pas.',
  ),
  tile: text('A stored hash of the tree is wrong.', "Un condensat enregistré de l'arbre est faux."),
  head: text('The ledger does not end where its head says.', 'Le registre ne finit pas là où sa tête le dit.'),
}

export interface LedgerCheck {
  /** Takes the next row. */
  take(row: LedgerRow): void
  /** Ends the check against the stored head; `tiles` are compared where they are given. */
  end(head: Frontier | null, tiles?: ReadonlyMap<string, Hash>): LedgerReport
}

export interface LedgerReport {
  readonly ok: boolean
  readonly entries: number
  readonly leaves: number
  readonly root: Hash
  readonly problems: readonly LedgerProblem[]
}

const mostProblems = 1000
export const tileKey = ({ level, index }: Pick<TileHash, 'level' | 'index'>): string => `${level}/${index}`

export function checkLedger(sha256: Sha256): LedgerCheck {
  let frontier = emptyFrontier
  let entries = 0
  let entry: string | null = null
  const ended = new Set<string>()
  const closed: TileHash[] = []
  const problems: LedgerProblem[] = []
  const missing = new Map<string, number>()
  const erased = new Set<string>()
  const found = (kind: Fault, leaf: number | null) => {
    if (problems.length < mostProblems) problems.push({ kind, leaf, says: words[kind] })
  }

  function take(row: LedgerRow): void {
    if (row.leaf !== frontier.size) found('gap', row.leaf)
    if (leafHash(sha256, row.names, row.digests) !== row.leafHash) found('leaf-hash', row.leaf)
    checkTexts(row)
    const head = readGroup(row, 'head')
    if (head !== null) takeHead(head, row)
    const step = append(sha256, frontier, [row.leafHash])
    closed.push(...step.tiles)
    frontier = row.leaf === frontier.size ? step.frontier : { ...step.frontier, size: row.leaf + 1 }
  }

  function checkTexts(row: LedgerRow): void {
    if (row.salt === null) {
      found('missing-body', row.leaf)
      return
    }
    const own = ownSalts(sha256, row.salt, row.names)
    row.names.forEach((name, i) => {
      const ownSalt = own[i]
      const digest = row.digests.slice(i * 64, i * 64 + 64)
      const held = row.texts[i] ?? null
      if (ownSalt === null || ownSalt === undefined) missing.set(`${row.leaf} ${name}`, row.leaf)
      else if (groupDigest(sha256, ownSalt, held ?? emptyText) !== digest) {
        if (held === null) missing.set(`${row.leaf} ${name}`, row.leaf)
        else found('digest', row.leaf)
      } else if (held !== null && !isCanonical(held)) found('not-canonical', row.leaf)
    })
  }

  function takeHead(head: Readonly<Record<string, unknown>>, row: LedgerRow): void {
    const of = String(head['entry'])
    if (of !== entry) {
      if (ended.has(of)) found('entry-torn', row.leaf)
      if (entry !== null) remember(ended, entry)
      entry = of
      entries++
    }
    if (head['kind'] !== 'erasure') return
    const what = readGroup(row, 'what')
    for (const name of (what?.['groups'] as readonly string[] | undefined) ?? [])
      erased.add(`${String(what?.['leaf'])} ${name}`)
  }

  function end(head: Frontier | null, tiles?: ReadonlyMap<string, Hash>): LedgerReport {
    for (const [key, leaf] of missing) if (!erased.has(key)) found('missing-text', leaf)
    if (tiles !== undefined) {
      for (const tile of closed)
        if (tiles.get(tileKey(tile)) !== tile.hash) found('tile', tile.index * tileWidthAt(tile.level))
    }
    if (head !== null && (head.size !== frontier.size || head.hashes.join() !== frontier.hashes.join()))
      found('head', null)
    return { ok: problems.length === 0, entries, leaves: frontier.size, root: rootOf(sha256, frontier), problems }
  }

  return { take, end }
}

const tileWidthAt = (level: number) => 256 ** level

/** An entry's leaves stand together, so that the last thousands of entries are memory enough to see one come back. */
function remember(ended: Set<string>, entry: string): void {
  ended.add(entry)
  if (ended.size <= 100_000) return
  const [oldest] = ended
  if (oldest !== undefined) ended.delete(oldest)
}

function readGroup({ names, texts }: LedgerRow, name: string): Readonly<Record<string, unknown>> | null {
  const held = texts[names.indexOf(name)]
  if (held === null || held === undefined) return null
  try {
    return JSON.parse(held) as Record<string, unknown>
  } catch {
    return null
  }
}

/** Our canonical texts are what JSON.stringify makes of objects whose keys ascend. */
function isCanonical(held: string): boolean {
  try {
    return canonical(JSON.parse(held)) === held
  } catch {
    return false
  }
}

/** RFC 8785 for what the ledger holds: no null, no lone surrogates, numbers as JavaScript writes them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
  }
  if (value === null || value === undefined) throw new Error('a canonical text holds no null')
  return JSON.stringify(value)
}
