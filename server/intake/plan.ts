/**
 * Decides what a batch of submissions writes: which records are new, which changed, which say nothing new; and turns
 * each into revisions. Pure but for ids: everything that is known is handed in.
 */
import type { Sha256 } from '#core/ledger/hash.ts'
import { dayOf } from '#core/record/day.ts'
import { doubtful, type Doubt } from '#core/record/doubt.ts'
import {
  doubtsOfBaseline,
  doubtsOfEnquiry,
  doubtsOfIncident,
  doubtsOfItem,
  doubtsOfStock,
  type Places,
} from '#core/record/found-doubts.ts'
import { handlingOf, higher, levelOf, type Handling } from '#core/record/handling.ts'
import { happenedIn } from '#core/record/incident-days.ts'
import type { Baseline, Content, Enquiry, Incident, Kind, Stock } from '#core/record/kinds.ts'
import { refOf, type OpinionPart } from '#core/record/parse-row.ts'
import type { Act, Head } from '#core/record/revision.ts'
import type { KnownIncident, KnownRecord } from '#store/lookup.ts'
import type { MakeId } from './uuid.ts'

/** One record as it was handed in. */
export interface Part {
  readonly kind: Kind
  readonly content: Content
  readonly opinion: OpinionPart | null
  readonly handling: Handling | null
  readonly doubts: readonly Doubt[]
}

/** What is written together or not at all: one row, or one body of a request. */
export interface Submission {
  readonly source: string
  readonly parts: readonly Part[]
  readonly author: string
  readonly device: string
  /** The revision that its record had when whoever corrects it read it; absent: whatever stands. */
  readonly read?: string
}

/** The record says something else than what was read: whoever corrects it does not know what they would undo. */
export class ChangedSinceRead extends Error {}

export type Outcome = 'added' | 'updated' | 'unchanged'

/** A revision that will be written, with what its projection needs. */
export interface Draft {
  readonly head: Head
  readonly content: Content
  readonly digest: bigint
  /** Place in the batch: the leaf is the ledger's size before it plus this. */
  readonly offset: number
  /** The revision that this one supersedes. */
  readonly supersedes: { readonly revision: string; readonly leaf: number } | { readonly draft: Draft } | null
  /** Effective level. */
  readonly level: number
  /** The incident that an item belongs to, where it is known. */
  readonly incident: string | null
}

export interface PartPlan {
  readonly kind: Kind
  readonly id: string
  readonly ref: string | null
  readonly outcome: Outcome
  /** Those that its row showed and those that the whole record shows, whether it is new or not. */
  readonly doubts: readonly Doubt[]
  /** The incident of an item, or the incident itself. */
  readonly incident: string | null
}

export interface Plan {
  readonly drafts: readonly Draft[]
  /** What becomes of each submission; `entry` is null where it says nothing new. */
  readonly submissions: readonly { readonly entry: string | null; readonly parts: readonly PartPlan[] }[]
}

export interface Knowledge {
  record(kind: Kind, source: string, ref: string): KnownRecord | undefined
  opinion(source: string, record: string): KnownRecord | undefined
  incident(source: string, ref: string): KnownIncident | undefined
}

export interface Planning {
  readonly node: string
  readonly exercise: boolean
  readonly defaultHandling: Handling
  readonly hostCountry: string | null
  readonly places: Places
  readonly received: string
  readonly newId: MakeId
  readonly sha256: Sha256
  readonly known: Knowledge
}

type Latest = (KnownRecord & { readonly draft?: undefined }) | { readonly draft: Draft }

export function planBatch(submissions: readonly Submission[], planning: Planning): Plan {
  const drafts: Draft[] = []
  const made = new Map<string, Draft>()
  const incidents = new Map<string, Draft>()

  function latest(kind: Kind, source: string, ref: string): Latest | undefined {
    const draft = made.get(`${kind} ${source} ${ref}`)
    return draft ? { draft } : planning.known.record(kind, source, ref)
  }

  const planned = submissions.map((submission) => {
    const entry = planning.newId()
    const before = drafts.length
    // Incidents go first, so that the items of the same entry find them.
    const order = submission.parts.toSorted((a, b) => rank(a.kind) - rank(b.kind))
    const plans = new Map(order.map((part) => [part, planPart(part, submission, entry)]))
    return {
      entry: drafts.length > before ? entry : null,
      parts: submission.parts.map((part) => plans.get(part) as PartPlan),
    }
  })
  return { drafts, submissions: planned }

  function planPart(part: Part, submission: Submission, entry: string): PartPlan {
    const { source } = submission
    const ref = refOf(part.kind, part.content)
    const before = ref === null ? undefined : latest(part.kind, source, ref)
    const incident = part.kind === 'item' ? incidentOf(source, (part.content as Content<'item'>).incident_ref) : null
    const content = withSource(part, source, incident)
    const record = revise({
      kind: part.kind,
      content,
      digest: sourceDigest(planning.sha256, part.kind, part.content),
      before,
      // What judges everybody's records is printed with what it judged: it is held from nobody.
      handling: part.kind === 'setting' ? 'unclassified' : part.handling,
      floor: incident?.level ?? 0,
      incident: incident?.id ?? null,
      submission,
      entry,
    })
    if (ref !== null && record.draft) made.set(`${part.kind} ${source} ${ref}`, record.draft)
    if (part.kind === 'incident' && ref !== null && record.draft) incidents.set(`${source} ${ref}`, record.draft)
    const opinion = planOpinion(part, record, submission, entry)
    return {
      kind: part.kind,
      id: record.id,
      ref,
      outcome: combined(record.outcome, opinion),
      doubts: [...part.doubts, ...doubtsOf(part, incident)],
      incident: part.kind === 'incident' ? record.id : (incident?.id ?? null),
    }
  }

  /** One opinion a subject and file source; a row that no longer brings one empties it. */
  function planOpinion(part: Part, subject: Revised, submission: Submission, entry: string): Outcome | null {
    if (part.kind !== 'item' && part.kind !== 'incident') return null
    const { source } = submission
    const key = `opinion ${source} ${subject.id}`
    const draft = made.get(key)
    const before: Latest | undefined = draft ? { draft } : planning.known.opinion(source, subject.id)
    if (part.opinion === null && before === undefined) return null
    const content: Content<'opinion'> = {
      ...part.opinion,
      record: subject.id,
      source,
      date: dayOf(planning.received) as string as NonNullable<Content<'opinion'>['date']>,
    }
    const revised = revise({
      kind: 'opinion',
      content,
      digest: sourceDigest(planning.sha256, 'opinion', part.opinion ?? {}),
      before,
      handling: part.handling,
      floor: subject.level,
      incident: null,
      submission,
      entry,
    })
    if (revised.draft) made.set(key, revised.draft)
    return revised.outcome
  }

  function doubtsOf({ kind, content, opinion }: Part, incident: FoundIncident | null): readonly Doubt[] {
    switch (kind) {
      case 'incident':
        return doubtsOfIncident(content as Incident, planning.places, planning.received)
      case 'item':
        return [
          ...(incident === null ? [doubtful('incident_ref', 'incident-unknown')] : []),
          ...doubtsOfItem(opinion ?? {}, incident?.lastDay ?? null),
        ]
      case 'stock':
        return doubtsOfStock(content as Stock, planning.hostCountry)
      case 'enquiry':
        return doubtsOfEnquiry(content as Enquiry)
      case 'baseline':
        return doubtsOfBaseline(content as Baseline, planning.received)
      default:
        return []
    }
  }

  function incidentOf(source: string, ref: string): FoundIncident | null {
    const draft = incidents.get(`${source} ${ref}`)
    if (draft) {
      const lastDay = happenedIn(draft.content as Incident)?.last ?? null
      return { id: draft.head.record, level: draft.level, lastDay }
    }
    const known = planning.known.incident(source, ref)
    return known ? { id: known.id, level: known.handling, lastDay: known.lastDay } : null
  }

  function revise(want: {
    kind: Kind
    content: Content
    digest: bigint
    before: Latest | undefined
    handling: Handling | null
    floor: number
    incident: string | null
    submission: Submission
    entry: string
  }): Revised {
    const { kind, before } = want
    const last = before?.draft ? lastOf(before.draft) : (before as KnownRecord | undefined)
    const raises = last !== undefined && levelOf(want.handling ?? 'unclassified') > last.handling
    if (last !== undefined && last.digest === want.digest && !raises) {
      return { id: last.id, outcome: 'unchanged', level: Math.max(last.handling, want.floor), draft: null }
    }
    if (want.submission.read !== undefined && want.submission.read !== last?.revision) throw new ChangedSinceRead()
    const handling =
      last === undefined
        ? (want.handling ?? planning.defaultHandling)
        : higher(handlingOf(last.handling), want.handling ?? 'unclassified')
    const head: Head = {
      act: (last === undefined ? 'make' : 'revise') satisfies Act,
      author: want.submission.author,
      device: want.submission.device,
      entry: want.entry,
      ...(planning.exercise ? { exercise: true as const } : {}),
      handling,
      kind,
      made: planning.received,
      node: planning.node,
      ...(last === undefined ? {} : { parents: [last.revision] }),
      received: planning.received,
      record: last?.id ?? planning.newId(),
      revision: planning.newId(),
      ...(last !== undefined && last.team !== '' ? { team: last.team } : {}),
    }
    const draft: Draft = {
      head,
      content: want.content,
      digest: want.digest,
      offset: drafts.length,
      supersedes:
        before === undefined
          ? null
          : before.draft
            ? { draft: before.draft }
            : { revision: before.revision, leaf: before.leaf },
      level: Math.max(levelOf(handling), want.floor),
      incident: want.incident,
    }
    drafts.push(draft)
    return { id: head.record, outcome: last === undefined ? 'added' : 'updated', level: draft.level, draft }
  }
}

interface FoundIncident {
  readonly id: string
  readonly level: number
  readonly lastDay: string | null
}

interface Revised {
  readonly id: string
  readonly outcome: Outcome
  readonly level: number
  readonly draft: Draft | null
}

const lastOf = (draft: Draft) => ({
  id: draft.head.record,
  revision: draft.head.revision,
  digest: draft.digest,
  handling: levelOf(draft.head.handling),
  team: draft.head.team ?? '',
})

const rank = (kind: Kind) => (kind === 'incident' ? 0 : 1)

const combined = (record: Outcome, opinion: Outcome | null): Outcome =>
  record === 'unchanged' && opinion !== null && opinion !== 'unchanged' ? 'updated' : record

/** The content as the ledger keeps it: with its file source, and the incident where it is known. */
function withSource(part: Part, source: string, incident: { id: string } | null): Content {
  if (!hasSource.has(part.kind)) return part.content
  return { ...part.content, source, ...(incident === null ? {} : { incident: incident.id }) } as Content
}

const hasSource: ReadonlySet<Kind> = new Set([
  'incident',
  'item',
  'stock',
  'enquiry',
  'baseline',
  'actor',
  'affiliation',
  'area',
  'scope',
  'setting',
  'library-entry',
  'mandate',
])

/** What the writer adds to what the source said. */
const added: ReadonlySet<string> = new Set(['source', 'incident', 'doubts'])
const addedToOpinion: ReadonlySet<string> = new Set(['source', 'record', 'author', 'basis', 'date', 'note'])

/**
 * What a source says of a record, in 64 bits: the first 8 bytes of the SHA-256 of its fields in ascending order.
 * Unsalted, and so kept only beside the record itself, never in the ledger.
 */
export function sourceDigest(sha256: Sha256, kind: Kind, content: object): bigint {
  const left = kind === 'opinion' ? addedToOpinion : added
  const fields = Object.entries(content)
    .filter(([name]) => !left.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return BigInt.asIntN(64, BigInt(`0x${sha256(JSON.stringify(fields)).slice(0, 16)}`))
}
