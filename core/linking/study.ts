/**
 * What baseline studies say of signatures. What was seen was seen of everything coarser too, and what is common makes
 * everything coarser common: an item so identified carries all of it. What was looked for and not seen was not there in
 * any finer kind either; of anything coarser that says nothing.
 */
import { daysOf, parseDate, spanOf, type Day, type Interval } from '../record/day.ts'
import type { Baseline } from '../record/kinds.ts'
import type { CanonicalNames } from './canonical-names.ts'
import { readSignature, signaturesOf, type Signature } from './signature.ts'

/** One row of a study, as rules read it. */
export interface Study {
  /** The reference of the row. */
  readonly ref: string
  readonly study: string
  /** As the row names it: a country, with a part of it where one is named. */
  readonly where: string
  readonly says: 'common' | 'present' | 'not-seen'
  readonly seen: number
  readonly sample: number
  readonly unit: 'items' | 'incidents'
  /** When its sample was taken; absent where that is not known. */
  readonly days?: Interval
  readonly grade?: string
  /** What nobody could verify decides nothing. */
  readonly unverified?: true
}

type Named = Pick<Baseline, 'class' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year' | 'lot' | 'seen'>

/**
 * The signatures that a row speaks of: of what was seen each that an item so identified carries; of what was not the
 * one that says all that the row names, which speaks for the finer ones too. None where no signature says it.
 */
export function signaturesOfStudy(row: Named, names: CanonicalNames): readonly Signature[] {
  const { class: cls, pattern, model, producer, calibre, year, lot, seen } = row
  // A family is no part of its models' names.
  const named = { pattern: model === undefined ? pattern : undefined, model, producer, calibre, year, lot }
  const filled = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  if (seen > 0) return signaturesOf({ class: cls, ...filled, ...(pattern !== undefined && { pattern }) }, names)
  const parts = Object.keys(filled).length
  return signaturesOf({ class: cls, ...filled }, names).filter(({ text }) => readSignature(text).parts.length === parts)
}

/** A row as a store keeps it; null: not known. */
interface Row {
  readonly ref: string
  readonly study: string
  readonly country: string
  readonly area: string | null
  readonly from: string | null
  readonly to: string | null
  readonly sample: number
  readonly seen: number
  readonly unit: string | null
  readonly says: string | null
  readonly grade: string | null
  readonly confidence: string | null
}

export function studyFrom({
  ref,
  study,
  country,
  area,
  from,
  to,
  sample,
  seen,
  unit,
  says,
  grade,
  confidence,
}: Row): Study {
  const days = sampledIn(from, to)
  return {
    ref,
    study,
    where: area === null ? country : `${area}, ${country}`,
    // What was seen cannot be not seen, whatever its word.
    says: seen === 0 ? 'not-seen' : says === 'common' ? 'common' : 'present',
    seen,
    sample,
    unit: unit === 'incidents' ? 'incidents' : 'items',
    ...(days === null ? {} : { days: { first: days.first, last: days.last } }),
    ...(grade === null ? {} : { grade }),
    ...(confidence === 'unverified' && { unverified: true as const }),
  }
}

/** From the first of its days to the last; null where its end is not known, or lies before its start. */
function sampledIn(from: string | null, to: string | null): Interval | null {
  const [start, end] = [from, to].map((written) => (written === null ? null : parseDate(written)))
  if (end === null || end === undefined) return null
  return start === null || start === undefined ? daysOf(end) : spanOf(start, end)
}

/** Those that saw it before that day, whatever the day of their sample on which they did. */
export const sawBefore = (studies: readonly Study[], day: Day): readonly Study[] =>
  studies.filter(({ seen, unverified, days }) => seen > 0 && !unverified && days !== undefined && days.last < day)

/** The first that says *common*; null where none does. */
export const commonBy = (studies: readonly Study[]): Study | null =>
  studies.find(({ says, unverified }) => says === 'common' && !unverified) ?? null

/** The first that says it of a sample which was not surely over before that day. */
export const commonSince = (studies: readonly Study[], day: Day): Study | null =>
  commonBy(studies.filter(({ days }) => days !== undefined && days.last >= day))

/** The first that saw it, whenever that was; null where none did. */
export const sawIt = (studies: readonly Study[]): Study | null =>
  studies.find(({ seen, unverified }) => seen > 0 && !unverified) ?? null
