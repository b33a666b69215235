/**
 * Projections: what the records now say, one table a kind. A row is written from a revision's head and content, and
 * whole: a later revision replaces it. The same function serves every write and the rebuild, so that both come out
 * equal.
 */
import { levelOf } from '#core/record/handling.ts'
import { kinds, type Content, type Kind, type Opinion } from '#core/record/kinds.ts'
import { refFields, refOf } from '#core/record/parse-row.ts'
import type { Head } from '#core/record/revision.ts'
import type { Row } from './copy.ts'

export const tableOf: { readonly [K in Kind]: string } = {
  incident: 'incidents',
  item: 'items',
  opinion: 'opinions',
  stock: 'stock',
  enquiry: 'enquiries',
  baseline: 'baselines',
  actor: 'actors',
  affiliation: 'affiliations',
  area: 'areas',
  scope: 'scopes',
  setting: 'settings',
  'library-entry': 'library_entries',
  evidence: 'evidence',
  mandate: 'mandates',
  decision: 'decisions',
  import: 'imports',
  erasure: 'erasures',
}

/** What a projected row holds beside the record's own fields. */
export interface Projected {
  readonly nodeId: number
  readonly leaf: number
  readonly head: Head
  readonly content: Content
  /** The effective level, where it is above the record's own. */
  readonly level?: number
  readonly digest: bigint
  /** Current opinions, and what is worked out from the whole. */
  readonly extra?: Row
}

const emptyOpinion: Partial<Opinion> = {}

export function projectedRow({ nodeId, leaf, head, content, level, digest, extra }: Projected): Row {
  const own = levelOf(head.handling)
  const row: { [column: string]: Row[string] } = {
    node_id: nodeId,
    id: head.record,
    leaf,
    revision: head.revision,
    handling: level ?? own,
    own_handling: own,
    team: head.team ?? '',
    withdrawn: head.act === 'withdraw',
    digest,
    ref: refOf(head.kind, content),
    made: head.made,
  }
  // An opinion's author is whoever holds it, not the account that wrote it down.
  if (!('author' in kinds[head.kind])) row['author'] = head.author
  for (const [field, value] of Object.entries(content)) {
    row[columnName(head.kind, field)] = typeof value === 'object' ? JSON.stringify(value) : value
  }
  return Object.assign(row, emptyOpinion, extra)
}

/** An erasure names a leaf of its own, beside the leaf that it is. */
const columnName = (kind: Kind, field: string) => (kind === 'erasure' && field === 'leaf' ? 'erased_leaf' : field)

/** The content of a record as its projected row holds it: the inverse for the fields that the row carries. */
export function contentOf<K extends Kind>(kind: K, row: Readonly<Record<string, unknown>>): Content<K> {
  const content: { [field: string]: unknown } = {}
  for (const [field, { type }] of Object.entries(kinds[kind])) {
    const value = row[columnName(kind, field)]
    if (value === null || value === undefined) continue
    content[field] = valueOf(type.is, value)
  }
  // A state of an actor and a dated setting keep their reference beside their start; all others are their reference.
  const refField = refFields[kind]
  if (refField !== undefined && content[refField] === undefined) content[refField] = row['ref']
  return content as Content<K>
}

function valueOf(is: string, value: unknown): unknown {
  if (is === 'list' || is === 'pairs') return typeof value === 'string' ? (JSON.parse(value) as unknown) : value
  // Whole numbers come back from bigint columns as texts.
  if (is === 'whole') return Number(value)
  return value
}
