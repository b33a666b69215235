/**
 * Two serials side by side: the same, near, or nothing to each other, with the reasons. A match is a lead to be
 * looked at, never an identity: makers and models use the same numbers, and neighbours in production differ by one
 * character.
 */
import { align, pairedPlaces, type Alignment } from './alignment.ts'
import { classOf } from './characters.ts'
import { lookAlikesAt } from './look-alike.ts'
import { isNear, isReadable, leastFigures, tellsApart } from './serial-bounds.ts'
import { compareContext, contextFields, type SerialReading } from './serial-context.ts'
import {
  alignmentReason,
  contextReason,
  exactReason,
  lookAlikeReason,
  noFigureReason,
  repeatedReason,
  seriesReason,
  serialAloneReason,
  shortReason,
  unreadableReason,
  type Likeness,
  type SerialReason,
} from './serial-reason.ts'
import { foldSerial } from './serial.ts'

/**
 * `strong`: the same number (or look-alikes) and nothing against it. `fair`: one slip, a cut or unreadable places.
 * `weak`: a number that tells nothing apart, or another maker or model; no weapon is held for another on it.
 */
export type Strength = 'strong' | 'fair' | 'weak'

export interface SerialMatch {
  readonly likeness: Likeness
  readonly strength: Strength
  /** 0 to 1, for ranking alone: it is no probability. */
  readonly score: number
  /** The likeness first, then what speaks for and against it. */
  readonly why: readonly SerialReason[]
}

const baseScores: { readonly [L in Likeness]: number } = {
  exact: 1,
  'look-alike': 0.95,
  unreadable: 0.9,
  transposed: 0.85,
  lost: 0.8,
  added: 0.8,
  changed: 0.75,
  'found-cut-start': 0.7,
  'asked-cut-start': 0.7,
  'found-cut-end': 0.65,
  'asked-cut-end': 0.65,
}

/** Compares two readings; null where they are nothing to each other. Mirrored when the two change places. */
export function compareSerials(asked: SerialReading, found: SerialReading): SerialMatch | null {
  const [a, b] = [Array.from<string>(foldSerial(asked.serial)), Array.from<string>(foldSerial(found.serial))]
  const likeness = compareKeys(a, b)
  if (likeness === null) return null
  const doubts = doubtsOf(a, b)
  const context = weighContext(asked, found)
  const sure = likeness.kind === 'exact' || likeness.kind === 'look-alike'
  return {
    likeness: likeness.kind,
    strength: doubts.length > 0 || context.against ? 'weak' : sure ? 'strong' : 'fair',
    score: rounded(baseScores[likeness.kind] * likeness.share * (doubts.length > 0 ? 0.5 : 1) * context.factor),
    why: [...likeness.why, ...doubts, ...context.why],
  }
}

interface KeyLikeness {
  readonly kind: Likeness
  readonly why: readonly SerialReason[]
  /** 0 to 1: how much of the number agrees. */
  readonly share: number
}

function compareKeys(a: readonly string[], b: readonly string[]): KeyLikeness | null {
  if (a.length === 0 || b.length === 0) return null
  if (a.includes('?') || b.includes('?')) return compareUnreadable(a, b)
  if (a.join('') === b.join('')) return { kind: 'exact', why: [exactReason], share: 1 }
  if (Math.max(figures(a), figures(b)) < leastFigures) return null
  const alignment = align(a.map(classOf), b.map(classOf))
  if (alignment === null || !isNear(alignment, a.length, b.length)) return null
  const pairs = pairedPlaces(alignment, a.length, b.length)
  const lookAlikes = lookAlikesAt(a, b, pairs)
  if (alignment.kind === 'equal') return { kind: 'look-alike', why: [lookAlikeReason(lookAlikes)], share: 1 }
  const why = [alignmentReason(alignment, a, b), ...(areOfSeries(alignment, a, b) ? [seriesReason] : [])]
  // Swapped characters are all there: a swap costs one place, as the other slips do.
  const agreeing = pairs.length + (alignment.kind === 'transposed' ? 1 : 0)
  const share = agreeing / Math.max(a.length, b.length)
  if (lookAlikes.length === 0) return { kind: alignment.kind, why, share }
  return {
    kind: alignment.kind,
    why: [...why, lookAlikeReason(lookAlikes)],
    share: share * baseScores['look-alike'],
  }
}

/** Whether only the last two figures differ: such numbers are given to neighbours in production. */
function areOfSeries(alignment: Alignment, a: readonly string[], b: readonly string[]): boolean {
  if (alignment.kind !== 'changed' && alignment.kind !== 'transposed') return false
  return alignment.at >= a.length - 2 && [a, b].every((key) => /\d{2}$/.test(key.join('')))
}

const figures = (key: readonly string[]) => key.filter((character) => /\d/.test(character)).length

/** A mark with unreadable places is compared place by place: a slip on top of them would match too much. */
function compareUnreadable(a: readonly string[], b: readonly string[]): KeyLikeness | null {
  if (a.length !== b.length) return null
  const places = a.map((_, i) => [i, i] as const).filter(([i]) => a[i] !== '?' && b[i] !== '?')
  if (places.some(([i]) => classOf(a[i] ?? '') !== classOf(b[i] ?? ''))) return null
  // What was written just so is met however little it says; it is then weak.
  const isWrittenSo = places.length > 0 && a.join('') === b.join('')
  if (!isReadable(places.length, a.length) && !isWrittenSo) return null
  const lookAlikes = lookAlikesAt(a, b, places)
  const share = places.length / a.length
  const why = [unreadableReason(places.length, a.length)]
  if (lookAlikes.length === 0) return { kind: 'unreadable', why, share }
  return { kind: 'unreadable', why: [...why, lookAlikeReason(lookAlikes)], share: share * baseScores['look-alike'] }
}

/** What makes a number say little, however well it agrees. */
function doubtsOf(a: readonly string[], b: readonly string[]): readonly SerialReason[] {
  const [first, second] = [a, b].map((key) => key.filter((character) => character !== '?')) as [string[], string[]]
  if ([first, second].some((key) => key.length > 1 && new Set(key).size === 1)) return [repeatedReason]
  if (figures(first) === 0 && figures(second) === 0) return [noFigureReason]
  const length = Math.min(first.length, second.length)
  return length < tellsApart ? [shortReason(length)] : []
}

interface ContextWeight {
  readonly factor: number
  readonly against: boolean
  readonly why: readonly SerialReason[]
}

/** A serial alone reaches 0.8 of its score; each field that agrees adds to it, each that contradicts takes from it. */
const alone = 0.8
const fieldWeights = {
  maker: { same: 0.1, other: 0.35 },
  model: { same: 0.1, other: 0.45 },
  calibre: { same: 0.02, other: 0.85 },
} as const

function weighContext(asked: SerialReading, found: SerialReading): ContextWeight {
  const agreement = compareContext(asked, found)
  const known = contextFields.filter((field) => agreement[field] !== 'unclear')
  const factor = known.reduce(
    (so, field) => (agreement[field] === 'other' ? so * fieldWeights[field].other : so),
    known.reduce((so, field) => (agreement[field] === 'same' ? so + fieldWeights[field].same : so), alone),
  )
  const why = known.map((field) =>
    contextReason(field, agreement[field] === 'same', asked[field] ?? '', found[field] ?? ''),
  )
  const compared = agreement.maker !== 'unclear' || agreement.model !== 'unclear'
  return {
    factor: Math.min(1, factor),
    against: agreement.maker === 'other' || agreement.model === 'other',
    why: compared ? why : [...why, serialAloneReason],
  }
}

const rounded = (score: number) => Math.round(score * 1000) / 1000
