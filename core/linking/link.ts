/**
 * Which other incidents this one is linked to, and why: signatures that both carry on one side, weighed by how rare
 * they are. A link is a lead with its reasons, never a conclusion.
 */
import { text, type Text } from '../lib/text.ts'
import { placeOf } from './ladder.ts'
import { possiblyOneEvent, type Spot } from './one-event.ts'
import { saySignature } from './say-signature.ts'
import type { Side } from './side.ts'
import { readSignature } from './signature.ts'

/** A signature that this incident carries by items of one side. */
export interface Carried {
  /** As `Signature.text`. */
  readonly signature: string
  readonly side: Side
  /** The upper bound of its share in general circulation (`shareInCirculation`), for its side. */
  readonly upper: number
  /** Incidents read to its level for its class, and those among them that carry it on this side; one event once. */
  readonly read: number
  readonly carried: number
  /** Whether this incident's items that carry it on this side are all of unknown user. */
  readonly userUnknown: boolean
  /** The row of a baseline study that says it is common here. */
  readonly commonHere?: string
}

/** Another incident with what it shares; `of` counts from 0 in the list of what this incident carries. */
export interface Sharer {
  readonly incident: Spot
  readonly shares: readonly Shared[]
}

export interface Shared {
  readonly of: number
  readonly userUnknown: boolean
  /** Where this pair has a chance and words of its own, as neighbours of one production block do. */
  readonly pair?: { readonly chance: number; readonly says: Text }
}

/**
 * What a store reads for one incident: its own signatures by side with their counts; of the incidents that carry one
 * of them, as many as are wanted, each with all that it shares; and for pairs of what it carries how many incidents
 * carry both, each on its side. A pair that is left out is carried by no incident together.
 */
export interface LinkInput {
  readonly incident: Spot
  readonly carries: readonly Carried[]
  readonly others: readonly Sharer[]
  readonly together: readonly { readonly a: number; readonly b: number; readonly both: number }[]
}

export interface Reason {
  readonly signature: string
  readonly level: string
  readonly side: Side
  /**
   * −log2 of the upper bound of its share in general circulation, or of the chance of so near a pair: bits. What is
   * common here weighs nothing.
   */
  readonly weight: number
  readonly read: number
  readonly carried: number
  /** Signatures that travel together have one number, and only the heaviest of them counts. */
  readonly group: number
  readonly counts: boolean
  readonly userUnknown: boolean
  readonly says: Text
}

export interface Link {
  readonly incident: Spot
  /** The sum over groups of the heaviest reason in each. */
  readonly weight: number
  readonly possiblyOneEvent: boolean
  /** Heaviest first. */
  readonly reasons: readonly Reason[]
}

/** Heaviest first; equal ones by reference. Symmetric: the link from the other end has the same weight and reasons. */
export function linksOf({ incident, carries, others, together }: LinkInput): readonly Link[] {
  const places = carries.map(placeIn)
  const words = carries.map(reasonWords)
  const travels = travelPairs(carries, together)
  const why = ({ shares }: Sharer): Pick<Link, 'weight' | 'reasons'> => {
    const shared = finestOf(shares, places)
    const groups = groupsOf(
      shared.map(({ of }) => of),
      travels,
    )
    const reasons = markCounting(
      shared.map((share) => reasonOf(share, carries[share.of], words[share.of], groups.get(share.of) ?? 0)),
    )
    return { weight: reasons.reduce((sum, { counts, weight }) => (counts ? sum + weight : sum), 0), reasons }
  }
  // Of a hub's thousands most share the same few things.
  const known = new Map<string, ReturnType<typeof why>>()
  return others
    .filter((other) => other.incident.id !== incident.id && other.shares.length > 0)
    .map((other): Link => {
      const isOwn = other.shares.some(({ pair }) => pair !== undefined)
      const key = other.shares.map(({ of, userUnknown }) => `${of}${userUnknown ? '?' : ''}`).join(' ')
      const reasons = isOwn ? why(other) : (known.get(key) ?? why(other))
      if (!isOwn) known.set(key, reasons)
      return { incident: other.incident, ...reasons, possiblyOneEvent: possiblyOneEvent(incident, other.incident) }
    })
    .toSorted(
      (a, b) => b.weight - a.weight || compare(a.incident.ref, b.incident.ref) || compare(a.incident.id, b.incident.id),
    )
}

/** Where a signature stands: levels of one class and side that refine one another, and how far down. */
interface Place {
  readonly ladder: string
  readonly rung: number
}

function placeIn({ signature, side }: Carried): Place {
  const { class: cls, level } = readSignature(signature)
  const { ladder, rung } = placeOf(cls, level)
  return { ladder: `${cls} ${side} ${ladder}`, rung }
}

/** Per class and side only the finest level at which both carry the same; lots of parts stand each on their own. */
function finestOf(shares: readonly Shared[], places: readonly Place[]): readonly Shared[] {
  const finest = new Map<string, number>()
  const placed = shares.flatMap((share) => {
    const place = places[share.of]
    return place === undefined ? [] : [{ share, place }]
  })
  for (const { place } of placed) finest.set(place.ladder, Math.max(place.rung, finest.get(place.ladder) ?? 0))
  return placed.filter(({ place }) => place.rung === finest.get(place.ladder)).map(({ share }) => share)
}

/** Which of what this incident carries travel together, by the one that comes first in its list. */
type Travels = ReadonlyMap<number, ReadonlySet<number>>

/** Of the incidents that carry either, at least two and 80 % carry both. */
function travelPairs(carries: readonly Carried[], together: LinkInput['together']): Travels {
  const pairs = new Map<number, Set<number>>()
  for (const { a, b, both } of together) {
    const [one, other] = [carries[a], carries[b]]
    if (one === undefined || other === undefined) continue
    const either = one.carried + other.carried - both
    if (both < 2 || 5 * both < 4 * either) continue
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    pairs.set(low, (pairs.get(low) ?? new Set()).add(high))
  }
  return pairs
}

/** The connected components among the shared ones, numbered from 0 by the smallest in each. */
function groupsOf(shared: readonly number[], travels: Travels): ReadonlyMap<number, number> {
  const ordered = shared.toSorted((a, b) => a - b)
  const group = new Map(ordered.map((of) => [of, of]))
  for (const a of ordered) {
    for (const b of ordered) {
      if (travels.get(a)?.has(b) !== true) continue
      const [one, other] = [group.get(a) ?? a, group.get(b) ?? b]
      for (const [of, found] of group) if (found === Math.max(one, other)) group.set(of, Math.min(one, other))
    }
  }
  const numbers = [...new Set(group.values())].toSorted((a, b) => a - b)
  return new Map(Array.from(group, ([of, least]) => [of, numbers.indexOf(least)]))
}

/** What a reason says, where its users are known and where they are not in one of the incidents. */
interface ReasonWords {
  readonly level: string
  readonly known: Text
  readonly userUnknown: Text
}

function reasonOf(share: Shared, own: Carried | undefined, words: ReasonWords | undefined, group: number): Reason {
  if (own === undefined || words === undefined) throw new Error(`no signature ${share.of} in the list`)
  const { signature, side, upper, read, carried, commonHere } = own
  const userUnknown = side === 'attack' && (own.userUnknown || share.userUnknown)
  return {
    signature,
    level: words.level,
    side,
    // A bound of 1 weighs nothing; plus zero, for minus zero would show.
    weight: commonHere === undefined ? -Math.log2(share.pair?.chance ?? upper) + 0 : 0,
    read,
    carried,
    group,
    counts: false,
    userUnknown,
    says: share.pair?.says ?? (userUnknown ? words.userUnknown : words.known),
  }
}

/** In order of weight; in each group the heaviest counts. */
function markCounting(reasons: readonly Reason[]): readonly Reason[] {
  const taken = new Set<number>()
  return reasons
    .toSorted((a, b) => b.weight - a.weight || compare(a.signature, b.signature) || compare(a.side, b.side))
    .map((reason) => {
      const counts = !taken.has(reason.group)
      taken.add(reason.group)
      return { ...reason, counts }
    })
}

function reasonWords({ signature, side, carried, read, commonHere }: Carried): ReasonWords {
  const name = saySignature(signature)
  const whose =
    side === 'defence' ? text(', with defenders or responders', ', chez des défenseurs ou intervenants') : text('', '')
  const common =
    commonHere === undefined
      ? text('', '')
      : text(
          ` It weighs nothing: a baseline study says it is common here (${commonHere}).`,
          ` Ce lien ne pèse rien : une étude de référence le dit courant ici (${commonHere}).`,
        )
  const known = text(
    `Both carry ${name.en}${whose.en}. ${carried} of ${read} incidents so read do.${common.en}`,
    `Les deux portent : ${name.fr}${whose.fr}. ${carried} des ${read} incidents ainsi lus le font.${common.fr}`,
  )
  return {
    level: readSignature(signature).level,
    known,
    userUnknown: text(
      `${known.en} Its user is unknown in one of them at least.`,
      `${known.fr} Son utilisateur est inconnu dans l'un d'eux au moins.`,
    ),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
