/** For tests: a row of a baseline study as rules read it. */
import type { Day } from '../record/day.ts'
import type { Study } from './study.ts'

export const sampleStudy: Study = {
  ref: 'BASE-1',
  study: 'Survey of markets',
  where: 'XA',
  says: 'present',
  seen: 2,
  sample: 90,
  unit: 'items',
  days: { first: '2014-01-01' as Day, last: '2014-12-31' as Day },
}
