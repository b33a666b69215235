/** Headstamps for the tests of this folder. */
import * as fc from 'fast-check'
import type { Pair } from '../record/field.ts'
import { formatClock, readHeadstamp, type Headstamp } from './headstamp.ts'

const text = fc.oneof(
  fc.constantFrom('10', '15', 'PPU', 'кв', '{star}', '?', '7.62x39', ''),
  fc.string({ unit: fc.constantFrom(...'AB1?', '{star}', '★'), maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 4 }).map((any) => any.replaceAll('\0', '')),
)

/** Marks with up to six elements, two of them perhaps at one place, and sometimes one off the clock. */
export const anyMarks: fc.Arbitrary<readonly Pair[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 23 }).map(formatClock), text), { maxLength: 6 }),
    fc.array(fc.tuple(fc.constantFrom('centre', 'Rim', '13'), text), { maxLength: 2 }),
  )
  .map(([elements, others]) => [...elements, ...others])

export const turned = (headstamp: Headstamp, by: number): Headstamp => ({
  ...headstamp,
  elements: headstamp.elements.map((element) => ({ ...element, at: (element.at + by) % 24 })),
})

/** The headstamp of a table cell such as `12:10; 6:15`, where no text holds a sign of the list. */
export const headstampOf = (cell: string): Headstamp =>
  readHeadstamp(
    cell.split('; ').map((part): Pair => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  )
