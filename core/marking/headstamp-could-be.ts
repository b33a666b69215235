/** Whether two readings can be of one stamp, with characters that were not read and cases that were turned. */
import type { Pair } from '../record/field.ts'
import { halfHours, type HalfHour, type Headstamp } from './headstamp.ts'
import { marksCouldBe } from './mark-key.ts'

/**
 * Two readings could be of one stamp where some turn lays every element of the one on an element of the other, their
 * places no more than half an hour apart and their texts agreeing but for `?`. None may be missing: an element that
 * could not be read is recorded as a lone `?`, which agrees with any text. Marks off the clock are compared where both
 * readings have the position. Symmetric; a reading without elements could be nothing.
 *
 * The half hour is the clock's precision: five elements stand 2.4 hours apart, and one stamp read from another of its
 * elements gives hours that no turn makes equal.
 */
export function couldBe(a: Headstamp, b: Headstamp): boolean {
  if (a.elements.length === 0 || a.elements.length !== b.elements.length) return false
  if (!othersCouldBe(a.others, b.others)) return false
  const texts = a.elements.map((element) => b.elements.map((other) => marksCouldBe(element.text, other.text)))
  return Array.from({ length: halfHours }, (_, turn) => turn).some((turn) =>
    canPair(
      a.elements.map((element, i) =>
        b.elements.flatMap((other, j) => (texts[i]?.[j] && areClose(element.at, other.at + turn) ? [j] : [])),
      ),
    ),
  )
}

function othersCouldBe(a: readonly Pair[], b: readonly Pair[]): boolean {
  return a.every(([position]) => {
    const [here, there] = [a, b].map((marks) => marks.filter(([at]) => at === position)) as [Pair[], Pair[]]
    return there.length === 0 || here.some(([, one]) => there.some(([, other]) => marksCouldBe(one, other)))
  })
}

function areClose(a: HalfHour, b: HalfHour): boolean {
  const apart = Math.abs(a - b) % halfHours
  return Math.min(apart, halfHours - apart) <= 1
}

/** Whether each element can have one of its own among those that it fits (augmenting paths, as Kuhn's). */
function canPair(fits: readonly (readonly number[])[]): boolean {
  const takenBy = new Map<number, number>()
  const place = (i: number, tried: Set<number>): boolean =>
    (fits[i] ?? []).some((j) => {
      if (tried.has(j)) return false
      tried.add(j)
      const holder = takenBy.get(j)
      if (holder !== undefined && !place(holder, tried)) return false
      takenBy.set(j, i)
      return true
    })
  return fits.every((_, i) => place(i, new Set()))
}
