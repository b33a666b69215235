/** For tests: steps about a few makes, seen by incident and by make, over a few weeks. */
import * as fc from 'fast-check'
import type { Step } from './leads.ts'

const makes = [
  { family: 'arm|producer|model=a;producer=p', above: 'arm|model|model=a' },
  { family: 'arm|producer|model=a;producer=q', above: 'arm|model|model=a' },
  { family: 'arm|model|model=a', above: '' },
  { family: 'arm|producer|model=b;producer=p', above: 'arm|model|model=b' },
  { family: 'arm|model|model=b', above: '' },
  { family: 'ammunition|producer|calibre=c;producer=p', above: 'ammunition|calibre|calibre=c' },
]

/** What one finding contributes: a signature a step of its make; an item one of its make and one of its incident. */
const anyFinding: fc.Arbitrary<readonly Step[]> = fc
  .record({
    make: fc.constantFrom(...makes),
    item: fc.boolean(),
    incident: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    weight: fc.constantFrom(10, 30, 50, 80),
    day: fc.integer({ min: 0, max: 41 }),
  })
  .map(({ make, item, incident, weight, day }) => {
    const at = `2026-${day < 27 ? '01' : '02'}-${String(day < 27 ? day + 5 : day - 26).padStart(2, '0')}T00:00:00.000Z`
    const step = { ...make, weight, at }
    if (!item) return [{ ...step, by: 'signature' as const, spot: '' }]
    const spot = `${incident}|${make.family.split('|')[0]}`
    return [
      { ...step, by: 'item' as const, spot: '' },
      { ...step, by: 'item' as const, spot },
    ]
  })

export const anyFindings = fc.array(anyFinding, { maxLength: 40 })
