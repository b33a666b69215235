/** Random histories of a small world: a few incidents, items, actors and lists, told over and over in other ways. */
import * as fc from 'fast-check'
import type { Table } from '#core/record/kinds.ts'

export type SampleRow = { readonly [column: string]: string }

/** Rows that are handed in together: each an entry of its own, judged at once or later. */
export interface Step {
  readonly table: Table
  readonly rows: readonly SampleRow[]
  readonly source: 'default' | 'other'
  readonly mode: 'single' | 'bulk'
  /** The rows are not written but reviewed, as they stand, by another than their author. */
  readonly review?: 'accepted' | 'refused'
}

const of = (...words: readonly string[]) => fc.constantFrom(...words)
const handling = of('', '', '', 'unclassified', 'confidential', 'strictly-confidential')
const day = of('', '2016', '2016-03', '2016-03-10', '2016-03-11', '2016-08-01', '2017', '2017-02-03', '2018-05-05')
const year = of('', '2014', '2015', '2016', '2017')
const actor = of('', '', 'G1', 'G2', 'G3', 'BAND')

const incident = fc.record({
  incident_ref: of('I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8'),
  kind: of('attack', 'attack', 'cache', 'crime', 'clash'),
  date: day,
  country: of('XA', 'XA', 'XA', 'XB', ''),
  admin1: of('North', 'South', ''),
  lat: of('', '10.01'),
  lon: of('', '10.02'),
  presumed_actor: actor,
  actor_basis: of('claim', 'witness', 'materiel'),
  read_level: of('', '', 'none', 'type', 'marks'),
  handling,
})

const item = fc.record({
  item_ref: of('J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8', 'J9'),
  incident_ref: of('I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8'),
  class: of('arm', 'arm', 'light-weapon', 'ammunition'),
  pattern: of('', 'AK'),
  model: of('', 'M1', 'M1', 'M2'),
  calibre: of('', '7.62x39', '7.62x39', '5.5'),
  producer: of('', 'P', 'P', 'Q'),
  year,
  lot: of('', '', '7', '2-14-71'),
  serial: of('', '', 'S1000', 'S2000'),
  used_by: of('', 'attacker', 'attacker', 'holder', 'defender', 'earlier'),
  user_actor: of('', '', '', 'G1', 'FORCES'),
  origin: of('', '', 'state:XB', 'craft'),
  origin_grade: of('', 'B2', 'B3'),
  holder: of('', '', '', 'State of XA'),
  handling,
})

const stock = fc.record({
  stock_ref: of('S1', 'S2', 'S3', 'S4'),
  holder: of('State of XA', 'State of XA', 'Contingent of XC'),
  holder_country: of('XA', 'XA', 'XC', ''),
  services: of('all', 'all', 'army', 'contingent'),
  basis: of('list', 'inspection'),
  coverage: of('whole', 'whole', 'partial'),
  covers_from: of('2010', '2016-03-10'),
  covers_to: of('2018', '2020'),
  class: of('arm', 'ammunition'),
  model: of('M2', 'M3'),
  producer: of('', 'P'),
  year,
  serial: of('', '', 'S1000'),
  lot: of('', '', '7'),
  status: of('', '', 'lost', 'never-held'),
  status_from: of('', '2016-03-10'),
  handling,
})

const study = fc.record({
  baseline_ref: of('B1', 'B2', 'B3', 'B4'),
  study: of('Survey'),
  country: of('XA', 'XA', 'XA', 'XB'),
  area: of('', '', 'NORTH', 'ZONE'),
  class: of('arm', 'arm', 'ammunition'),
  pattern: of('', '', 'AK'),
  model: of('', 'M1', 'M1', 'M2'),
  calibre: of('', '7.62x39'),
  producer: of('', 'P', 'Q'),
  year,
  lot: of('', '', '7'),
  from: of('', '2014'),
  to: of('', '2015', '2016-03-09', '2016', '2020'),
  sample: of('3', '40'),
  seen: of('0', '1', '3'),
  says: of('', 'common', 'common', 'present'),
  confidence: of('', '', 'verified', 'unverified'),
  handling,
})

const actorState = fc.record({
  actor_ref: of('G1', 'G2', 'BAND', 'FORCES'),
  name: of('One', 'Two'),
  kind: of('armed-group', 'armed-group', 'criminal', 'state-forces'),
  country: of('XA'),
  from: of('', '2015'),
  listed_on: of('', '2016-01-01'),
  handling,
})

const affiliation = fc.record({
  affiliation_ref: of('F1', 'F2'),
  actor: of('G1', 'G2'),
  with: of('G3', 'LISTED'),
  from: of('', '2016'),
  handling,
})

const area = fc.record({
  area_ref: of('ZONE', 'NORTH'),
  name: of('North', 'South'),
  kind: of('admin1', 'sector'),
  country: of('XA'),
  members: of('', 'XA', 'NORTH;XB'),
  handling,
})

const scope = fc.record({
  scope_ref: of('E1', 'E2'),
  regime: of('Regime'),
  instrument: of('Order 1', 'Order 2'),
  direction: of('into', 'into', 'out-of', 'holder'),
  area: of('XA', 'ZONE', 'XB', ''),
  holders: of('', '', 'G1', 'armed-group'),
  classes: of('', 'ammunition'),
  exempt_holders: of('', 'state-forces'),
  from: of('2014-06-01', '2015', '2016-02-01'),
  to: of('', '2016-01-31', '2017'),
  confidence: of('', 'verified', 'unverified'),
  handling,
})

const setting: fc.Arbitrary<SampleRow> = fc
  .constantFrom(
    ['zone', 'XA'],
    ['zone', 'ZONE'],
    ['floor', '2'],
    ['floor', '1'],
    ['actor_floor', '1'],
    ['actor_floor', '2'],
    ['rare_share', '0.6'],
    ['rare_share', '0.2'],
    ['host_country', 'XA'],
    ['host_country', 'XC'],
    ['state_services', 'army'],
    ['state_services', 'army; police'],
    ['crime_kinds', 'crime'],
    ['crime_kinds', 'crime; cache; clash'],
    ['alerts_a_week', '5'],
  )
  .chain(([name = '', value = '']) => of('', '2020', '2021').map((from) => ({ setting: name, value, from })))

const entry = fc.record({
  entry_ref: of('L1', 'L2', 'L3'),
  list: of('producers', 'producers', 'models', 'calibres', 'lot-patterns'),
  corrects: of('', '', '', 'L1', 'L2', 'shipped:gone'),
  name: of('P', 'Q', 'M1', 'M1', 'Works', '7.62x39'),
  aliases: of('', 'Q', 'P;Q', 'M2', 'P'),
  pattern: of('AK'),
  class: of('arm'),
  calibre: of('', '5.5', '7.62x39'),
  first_year: of('', '2016'),
  form: of('{batch}-{year}-{factory}'),
  classes: of('arm;ammunition'),
  confidence: of('verified', 'probable', 'probable', 'unverified'),
  read_in: of('A letter'),
  handling,
})

const rowsOf = (rows: fc.Arbitrary<SampleRow>) => fc.array(rows, { minLength: 1, maxLength: 4 })
const sources = fc.constantFrom('default', 'default', 'default', 'other') as fc.Arbitrary<Step['source']>
const modes = fc.constantFrom('single', 'bulk') as fc.Arbitrary<Step['mode']>
const stepOf = (table: Table, rows: fc.Arbitrary<SampleRow>) =>
  fc.record({ table: fc.constant(table), rows: rowsOf(rows), source: sources, mode: modes })

const review: fc.Arbitrary<Step> = fc.record({
  table: fc.constant('library' as const),
  rows: rowsOf(fc.record({ entry_ref: of('L1', 'L2', 'L3') })),
  source: fc.constant('default' as const),
  mode: modes,
  review: fc.constantFrom('accepted', 'accepted', 'accepted', 'refused') as fc.Arbitrary<'accepted' | 'refused'>,
})

/** Empty cells are left out, as a parsed table leaves them. */
const filled = (step: Step): Step => ({
  ...step,
  rows: step.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))),
})

export const anyStep: fc.Arbitrary<Step> = fc
  .oneof(
    { weight: 5, arbitrary: stepOf('incidents', incident) },
    { weight: 9, arbitrary: stepOf('items', item) },
    { weight: 2, arbitrary: stepOf('stock', stock) },
    { weight: 4, arbitrary: stepOf('baselines', study) },
    { weight: 2, arbitrary: stepOf('actors', actorState) },
    { weight: 1, arbitrary: stepOf('affiliations', affiliation) },
    { weight: 1, arbitrary: stepOf('areas', area) },
    { weight: 2, arbitrary: stepOf('scopes', scope) },
    { weight: 1, arbitrary: stepOf('settings', setting) },
    { weight: 2, arbitrary: stepOf('library', entry) },
  )
  .map(filled)

/** A mission so small that its floors are low. */
export const lowFloors: Step = {
  table: 'settings',
  source: 'default',
  mode: 'bulk',
  rows: [
    { setting: 'floor', value: '2' },
    { setting: 'actor_floor', value: '2' },
    { setting: 'rare_share', value: '0.6' },
    { setting: 'host_country', value: 'XA' },
    { setting: 'state_services', value: 'army' },
    { setting: 'default_handling', value: 'unclassified' },
  ],
}

export const anyHistory: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 10, arbitrary: anyStep }, { weight: 1, arbitrary: review }),
  { minLength: 6, maxLength: 16 },
)

/** A world where settings decide much: many incidents of two countries with like items, and stock that some may be of. */
export const denseHistory: fc.Arbitrary<readonly Step[]> = fc
  .record({
    incidents: fc.array(
      fc.record({
        incident: fc.record({
          kind: of('attack', 'attack', 'cache', 'crime'),
          date: of('2015-05-05', '2016-03-10', '2016-08-01', '2017-02-03', '2018-05-05'),
          country: of('XA', 'XA', 'XB'),
          presumed_actor: of('', '', 'G1', 'G2', 'G3'),
          actor_basis: of('claim'),
          read_level: of('marks'),
        }),
        item: fc.record({
          class: of('arm'),
          model: of('M1', 'M1', 'M1', 'M2', 'M3'),
          producer: of('P', 'P', 'Q'),
          used_by: of('attacker'),
        }),
      }),
      { minLength: 12, maxLength: 24 },
    ),
    stock: fc.array(stock, { minLength: 1, maxLength: 3 }),
    rare: of('0.1', '0.3', '0.6'),
  })
  .map(({ incidents, stock: rows, rare }) =>
    [
      ['settings', [{ setting: 'rare_share', value: rare }]] as const,
      ['stock', rows] as const,
      ['incidents', incidents.map(({ incident: row }, n) => ({ incident_ref: `I${n}`, ...row }))] as const,
      ['items', incidents.map(({ item: row }, n) => ({ item_ref: `J${n}`, incident_ref: `I${n}`, ...row }))] as const,
    ].map(([table, own]) => filled({ table, rows: own, source: 'default', mode: 'bulk' })),
  )

/** One that moves something in it more often than not. */
export const decidingSetting: fc.Arbitrary<SampleRow> = fc
  .constantFrom(
    ['zone', 'XA'],
    ['zone', 'XB'],
    ['floor', '1'],
    ['floor', '8'],
    ['actor_floor', '1'],
    ['actor_floor', '5'],
    ['rare_share', '0.05'],
    ['rare_share', '0.3'],
    ['rare_share', '0.9'],
    ['host_country', 'XC'],
    ['state_services', 'army; police'],
    ['crime_kinds', 'attack; crime; cache'],
    ['crime_kinds', 'cache'],
  )
  .map(([name = '', value = '']) => ({ setting: name, value }))

/** The same, in which settings change after all is recorded. */
export const settingsHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(denseHistory, fc.array(decidingSetting, { minLength: 1, maxLength: 3 }), modes)
  .map(([history, changes, mode]) => [
    ...history,
    ...changes.map((row): Step => ({ table: 'settings', rows: [row], source: 'default', mode })),
  ])
