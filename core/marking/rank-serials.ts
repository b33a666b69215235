/** Puts what the index answered in order: near serials first, then those that only share a fragment. */
import { compareSerials, type SerialMatch, type Strength } from './near-miss.ts'
import { compareContext, type SerialReading } from './serial-context.ts'
import { fragmentReason, sharedReason, type Likeness, type SerialReason } from './serial-reason.ts'
import { foldSerial, skeletonOf } from './serial.ts'

export interface RankedSerial<T extends SerialReading> {
  readonly found: T
  readonly likeness: Likeness | 'begins' | 'ends'
  readonly strength: Strength | 'fragment'
  readonly score: number
  readonly why: readonly SerialReason[]
}

/** Records with one text from which it is held for a fragment or a common number, if they are not one weapon's. */
const manyRecords = 3
/** Small enough to leave an exact match above every slip. */
const sharedFactor = 0.85

/** Ranks candidates by what they are to the serial asked for, best first; those that are nothing to it fall out. */
export function rankSerials<T extends SerialReading>(
  asked: SerialReading,
  candidates: readonly T[],
): readonly RankedSerial<T>[] {
  const groups = Map.groupBy(candidates, (candidate) => foldSerial(candidate.serial))
  return candidates
    .flatMap((found): readonly RankedSerial<T>[] => {
      const match = compareSerials(asked, found)
      const group = groups.get(foldSerial(found.serial)) ?? []
      if (match !== null) return [{ found, ...withSharers(match, group) }]
      const fragment = compareFragment(asked.serial, found.serial)
      return fragment === null ? [] : [{ found, ...fragment }]
    })
    .toSorted((a, b) => b.score - a.score)
}

function withSharers(match: SerialMatch, group: readonly SerialReading[]): SerialMatch {
  if (group.length < manyRecords || areOneWeapon(group)) return match
  return {
    likeness: match.likeness,
    strength: 'weak',
    score: Math.round(match.score * sharedFactor * 1000) / 1000,
    why: [...match.why, sharedReason(group.length)],
  }
}

/** Records of one serial, maker and model can be one weapon, met several times. */
function areOneWeapon(group: readonly SerialReading[]): boolean {
  const [first, ...others] = group
  if (first === undefined) return true
  return others.every((other) => {
    const { maker, model } = compareContext(first, other)
    return maker === 'same' && model !== 'other'
  })
}

interface Fragment {
  readonly likeness: 'begins' | 'ends'
  readonly strength: 'fragment'
  readonly score: number
  readonly why: readonly SerialReason[]
}

/**
 * A serial that begins or ends with the text asked for, where that is too little to be held for the same number cut
 * off. It answers a search as typed; no two records are ever linked by it.
 */
export function compareFragment(asked: string, found: string): Fragment | null {
  const [part, whole] = [skeletonOf(asked), skeletonOf(found)]
  if (part === '' || part.length >= whole.length) return null
  const likeness = whole.startsWith(part) ? 'begins' : whole.endsWith(part) ? 'ends' : null
  if (likeness === null) return null
  const score = Math.round((200 * part.length) / whole.length) / 1000
  return { likeness, strength: 'fragment', score, why: [fragmentReason(likeness, Array.from(part).length)] }
}
