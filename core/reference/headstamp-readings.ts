/**
 * What the marks of a headstamp can mean: every reading that the library knows, with the row that it rests on. A mark
 * that can be a factory and a year is both. Readings propose; a person decides.
 */
import type { Text } from '../lib/text.ts'
import { formatClock, parseClock, type Headstamp } from '../marking/headstamp.ts'
import { markCharacters, markKey, marksCouldBe } from '../marking/mark-key.ts'
import type { Pair } from '../record/field.ts'
import {
  groundsOf,
  type Grounds,
  type HeadstampCodeRow,
  type LibraryData,
  type MarkFormRow,
  type ProducerRow,
} from './library-data.ts'
import { europeanDigits, yearsEndingIn } from './year-of-mark.ts'

export type MarkReading = MarkMeaning & {
  readonly position: string
  /** The whole mark, as read. */
  readonly mark: string
  /** What of it is read so: the mark, or a part of it. */
  readonly part: string
  /** Whether every character was read; else the mark could be this one among others. */
  readonly complete: boolean
  /** Whether it stands where such a mark usually stands; null where no place is usual. A case may have been turned. */
  readonly usual_place: boolean | null
  readonly rests_on: Grounds
}

export type MarkMeaning =
  | { readonly reads: 'producer'; readonly producer: ProducerRow | null; readonly country: string | null }
  | { readonly reads: 'year'; readonly years: readonly number[] }
  | { readonly reads: 'calibre'; readonly calibres: readonly string[] }
  | { readonly reads: 'lot'; readonly lot: string }
  | { readonly reads: 'sign'; readonly sign: Text }

export interface ReadMarks {
  readingsOfHeadstamp(headstamp: Pick<Headstamp, 'elements' | 'others'>): readonly MarkReading[]
  /** The producers that a code stands for, as lots name them. */
  producersOfCode(code: string): readonly { readonly row: HeadstampCodeRow; readonly producer: ProducerRow | null }[]
}

type Known = Pick<LibraryData, 'headstampCodes' | 'markForms' | 'producers'>

export function headstampReader(library: Known, calibres: (text: string) => readonly string[]): ReadMarks {
  const producers = new Map(library.producers.map((row) => [row.ref, row]))
  const producerOf = (row: HeadstampCodeRow) => producers.get(row.producer ?? '') ?? null
  const codes = Map.groupBy(library.headstampCodes, ({ code }) => markKey(code))

  const codesOf = (part: string): readonly HeadstampCodeRow[] => {
    const characters = markCharacters(part)
    if (!characters.includes('?')) return codes.get(characters.join('')) ?? []
    // A text of which nothing was read could be any code, which says nothing.
    if (characters.every((character) => character === '?')) return []
    return library.headstampCodes.filter(({ code }) => marksCouldBe(code, part))
  }
  const readPart = ([position, mark]: Pair, part: string): readonly MarkReading[] => {
    const at = { position, mark, part, complete: !markCharacters(part).includes('?') }
    return [
      ...codesOf(part).map((row) => ({
        ...meaningOfCode(row, producerOf(row)),
        ...at,
        usual_place: row.position === undefined ? null : row.position === position,
        rests_on: groundsOf('headstampCodes', row),
      })),
      ...library.markForms.flatMap((row) => {
        const meaning = meaningOfForm(row, part, calibres)
        return meaning === null ? [] : [{ ...meaning, ...at, usual_place: null, rests_on: groundsOf('markForms', row) }]
      }),
    ]
  }
  const readMark = (pair: Pair) => {
    const whole = readPart(pair, pair[1].trim())
    if (whole.length > 0) return whole
    return wordsOf(pair[1]).flatMap((word) => {
      const readings = readPart(pair, word)
      return readings.length > 0 ? readings : runsOf(word).flatMap((run) => readPart(pair, run))
    })
  }
  return {
    readingsOfHeadstamp: ({ elements, others }) =>
      [...elements.map(({ at, text }): Pair => [formatClock(at), text]), ...others]
        .flatMap(readMark)
        .toSorted(compareReadings),
    producersOfCode: (code) =>
      (codes.get(markKey(code)) ?? [])
        .filter(
          ({ producer, country, year, sign }) => year === undefined && sign === undefined && (producer ?? country),
        )
        .map((row) => ({ row, producer: producerOf(row) })),
  }
}

const wordsOf = (mark: string): readonly string[] => mark.match(/\{[^{}]*\}|[^\s{}]+/g) ?? []

/** Letters and digits that stand together without a space: `LC71`. */
const runsOf = (word: string): readonly string[] =>
  word.startsWith('{') ? [] : (word.match(/[\p{L}?]*\p{L}[\p{L}?]*|[\p{N}?]*\p{N}[\p{N}?]*/gu) ?? [])

function meaningOfCode(row: HeadstampCodeRow, producer: ProducerRow | null): MarkMeaning {
  if (row.year !== undefined) return { reads: 'year', years: [row.year] }
  if (row.sign !== undefined) return { reads: 'sign', sign: row.sign }
  return { reads: 'producer', producer, country: row.country ?? null }
}

function meaningOfForm(
  { form }: MarkFormRow,
  part: string,
  calibres: (text: string) => readonly string[],
): MarkMeaning | null {
  const digits = europeanDigits(part)
  switch (form) {
    case 'two-digits':
      return /^\d{2}$/.test(digits) ? { reads: 'year', years: yearsEndingIn(digits) } : null
    case 'four-digits':
      return /^(18|19|20)\d{2}$/.test(digits) ? { reads: 'year', years: [Number(digits)] } : null
    case 'zero-and-two-digits':
      return /^0\d{2}$/.test(digits) ? { reads: 'year', years: [2000 + Number(digits)] } : null
    case 'calibre': {
      // A bare number is a bore of a mortar, and never meant by a number on a cartridge.
      const known = /^\p{N}*$/u.test(part) ? [] : calibres(part)
      return known.length > 0 ? { reads: 'calibre', calibres: known } : null
    }
    case 'one-letter':
      return /^\p{L}$/u.test(part) ? { reads: 'lot', lot: part } : null
  }
}

/** In the order of the clock, whatever order the marks came in. */
function compareReadings(a: MarkReading, b: MarkReading): number {
  const place = (reading: MarkReading) => parseClock(reading.position) ?? Number.POSITIVE_INFINITY
  const texts = (reading: MarkReading) => [
    reading.position,
    reading.mark,
    reading.part,
    reading.reads,
    reading.rests_on.ref,
  ]
  if (place(a) !== place(b)) return place(a) - place(b)
  const [first, second] = [texts(a).join('\n'), texts(b).join('\n')]
  return first < second ? -1 : first > second ? 1 : 0
}
