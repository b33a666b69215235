/** Baseline studies: what others found to be common in Cormoran, and what they looked for and did not see. */
import { hunters } from './traps.ts'
import { each, without, type Row } from './row.ts'

const survey = each(
  {
    study: 'Survey of households and markets',
    country: 'XA',
    from: '2019-02',
    to: '2019-06',
    unit: 'items',
    basis: 'households of forty villages; six markets',
    grade: 'B2',
    confidence: 'verified',
  },
  [
    {
      baseline_ref: 'SURVEY-1',
      ...without(hunters, 'producer_country', 'marks'),
      sample: '1240',
      seen: '402',
      says: 'common',
      note: 'For small game. Sold loose in every market.',
    },
    {
      baseline_ref: 'SURVEY-2',
      class: 'arm',
      pattern: 'AK',
      model: 'R-47',
      producer: 'Works 3',
      sample: '310',
      seen: '118',
      says: 'common',
    },
  ],
)

/** The rifles of the six attacks, a year before the first of them. */
const destruction: Row = {
  baseline_ref: 'DESTRUCTION-1',
  study: 'Arms collected for destruction, Gannet',
  country: 'XA',
  from: '2018-10',
  to: '2019-11',
  class: 'arm',
  model: 'R-62',
  producer: 'Works 9',
  year: '2017',
  sample: '1860',
  seen: '0',
  unit: 'items',
  says: 'not-seen',
  basis: 'every arm read before it was cut',
  grade: 'A1',
  confidence: 'verified',
}

export const studies: readonly Row[] = [...survey, destruction]
