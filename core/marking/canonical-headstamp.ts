/** One form for all readings of one stamp, whichever way the case was turned when it was read. */
import { formatHeadstamp, halfHours, type Headstamp, type HeadstampElement } from './headstamp.ts'
import { markKey } from './mark-key.ts'
import type { Pair } from '../record/field.ts'

/**
 * The headstamp turned to its first reading and written as the tables write marks. Of all turns that bring an element
 * to 12 o'clock it is the one whose list of (place, key) comes first, compared element by element, places by number
 * and keys by code points. Places are kept as read to the half hour: another spacing is another form. Marks off the
 * clock do not turn and follow in the order of their text. The form, read again, has itself as its form.
 */
export function canonicalHeadstamp({ elements, others }: Pick<Headstamp, 'elements' | 'others'>): string {
  const keyed = elements.map(({ at, text }): HeadstampElement => ({ at, text: markKey(text) }))
  const starts = [...new Set(keyed.map(({ at }) => at))]
  const turned = starts
    .map((start) => turn(keyed, start))
    .reduce<readonly HeadstampElement[]>(
      (first, next) => (first.length === 0 || compareReadings(next, first) < 0 ? next : first),
      [],
    )
  const offTheClock = others
    .map(([position, text]): Pair => [position.trim().toLowerCase(), markKey(text)])
    .toSorted((a, b) => compareTexts(a[0], b[0]) || compareTexts(a[1], b[1]))
  return formatHeadstamp({ elements: turned, others: offTheClock })
}

function turn(elements: readonly HeadstampElement[], start: number): readonly HeadstampElement[] {
  return elements
    .map(({ at, text }) => ({ at: (at - start + halfHours) % halfHours, text }))
    .toSorted((a, b) => a.at - b.at || compareTexts(a.text, b.text))
}

function compareReadings(a: readonly HeadstampElement[], b: readonly HeadstampElement[]): number {
  for (const [i, element] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    const order = element.at - other.at || compareTexts(element.text, other.text)
    if (order !== 0) return order
  }
  return 0
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
