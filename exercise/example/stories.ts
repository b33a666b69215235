/** The planted stories, with fixed references: what each means and what it raises is told in the README beside. */
import { spotAt } from './island.ts'
import { each, type Row } from './row.ts'
import { ak, cartridge, rounds } from './types.ts'

export interface Story {
  readonly incidents: readonly Row[]
  readonly items: readonly Row[]
}

/** An incident that was reached and read, with its items numbered after it. */
export function told(incident: Row, items: readonly Row[]): Story {
  const ref = incident['incident_ref'] ?? ''
  return {
    incidents: [{ access: items.length > 0 ? 'documented' : '', geo_precision: 'exact', ...incident }],
    items: items.map((item, i) => ({ item_ref: `${ref}-${i + 1}`, incident_ref: ref, ...item })),
  }
}

export const allOf = (stories: readonly Story[]): Story => ({
  incidents: stories.flatMap(({ incidents }) => incidents),
  items: stories.flatMap(({ items }) => items),
})

export const read = { seen_how: 'examined', mark_condition: 'intact', id_grade: 'B2' } as const

/** Cases of an ordinary kind. */
export const ordinaryCases = (which: number, quantity: number, used_by: string): Row => ({
  ...(rounds[which] ?? rounds[0]),
  ...read,
  used_by,
  quantity: String(quantity),
  state: 'fired',
})

const byEmber = { presumed_actor: 'EMBER', actor_basis: 'claim', actor_grade: 'B2' } as const

/** R-62 rifles of Works 9, made in 2017. */
const r62 = (serial: string, more: Row = {}): Row => ({
  ...ak,
  model: 'R-62',
  producer: 'Works 9',
  producer_country: 'XM',
  year: '2017',
  ...read,
  used_by: 'attacker',
  serial: `M17-${serial}`,
  serials: `bolt:${serial}`,
  marks: `receiver-left:{star}17; receiver-left:M17-${serial}; bolt:${serial}`,
  ...more,
})

const sixAttacks = each({ kind: 'attack', ...byEmber }, [
  {
    ...spotAt('Plover'),
    incident_ref: 'INN-PLOVER',
    date: '2020-09-18',
    target: 'un',
    arrived_h: '6',
    summary: 'An inn in which contractors lived. One assailant died.',
  },
  { ...spotAt('Gannet'), incident_ref: 'HOTEL-GANNET', date: '2020-12-11', target: 'business', arrived_h: '3' },
  { ...spotAt('Fulmar'), incident_ref: 'CAFE-FULMAR', date: '2021-02-06', target: 'civilians', arrived_h: '30' },
  { ...spotAt('White Beach'), incident_ref: 'BEACH-TERN', date: '2021-04-11', target: 'civilians', arrived_h: '52' },
  { ...spotAt('Gannet'), incident_ref: 'HOTEL-SOUTH', date: '2021-04-24', target: 'un', arrived_h: '2' },
  { ...spotAt('Skua'), incident_ref: 'AIRFIELD-SKUA', date: '2021-12-02', target: 'un', arrived_h: '1' },
])

const sameRifles = sixAttacks.map((incident, i): Story => {
  const rifles = [
    [r62('204417', { find_spot: 'beside the dead assailant', tag: 'T-0917', where_now: 'court of Plover, 2020-10' })],
    [r62('204423'), r62('204431', { mark_condition: 'worn', id_grade: 'B3' })],
    [r62('204502'), r62('204509', { seen_how: 'others-custody', id_grade: 'C2' })],
    [r62('204466'), r62('204470', { seen_how: 'photograph', id_grade: 'C3' })],
    [r62('204438')],
    [r62('204513', { state: 'unserviceable' })],
  ][i]
  return told(incident, [
    ...(rifles ?? []),
    ordinaryCases(i % 3, 20 + 3 * i, 'attacker'),
    ordinaryCases(1, 8 + i, i % 2 === 0 ? 'defender' : 'responder'),
  ])
})

/** R-55 rifles of Works 5, made in 1994, of the range that the camp of Drift Wells held. */
const r55 = (serial: string, used_by: string): Row => ({
  ...ak,
  model: 'R-55',
  producer: 'Works 5',
  producer_country: 'XN',
  year: '1994',
  ...read,
  used_by,
  serial: `KR${serial}`,
  marks: `receiver-left:KR${serial}; receiver-right:94`,
})

const seizureCompleted = [
  told(
    {
      ...spotAt('Kiln Cross'),
      incident_ref: 'SEIZURE-KILN',
      kind: 'seizure',
      date: '2022-02-09',
      arrived_h: '20',
      summary: 'Four rifles under grain on a truck. The driver named nobody.',
    },
    ['30207', '30211', '30212', '30219'].map((serial) => ({ ...r55(serial, 'unknown'), tag: `K-${serial}` })),
  ),
  ...each({ kind: 'attack', ...byEmber }, [
    { ...spotAt('Old Baths'), incident_ref: 'BATHS', date: '2023-06-16', target: 'civilians', arrived_h: '4' },
    { ...spotAt('Stone Market'), incident_ref: 'TEAHOUSE', date: '2023-08-11', target: 'business', arrived_h: '40' },
    { ...spotAt('Skua'), incident_ref: 'CAMP-GATE', date: '2023-08-19', target: 'un', arrived_h: '1' },
  ]).map((incident, i) =>
    told(incident, [
      r55(['30214', '30208', '30223'][i] ?? '', 'attacker'),
      ordinaryCases(2, 14 + i, 'attacker'),
      ordinaryCases(1, 9, 'responder'),
    ]),
  ),
]

/** 7.62x39 of Works 4, made in 2021. */
export const round2021 = (lot: string, quantity: number, more: Row = {}): Row => ({
  ...cartridge('7.62x39', '4', 'XM', '2021'),
  ...read,
  used_by: 'attacker',
  state: 'fired',
  quantity: String(quantity),
  lot,
  features: 'case:steel; primer:red',
  ...more,
})

const byReed = { presumed_actor: 'REED', actor_basis: 'witness', actor_grade: 'B2' } as const

const oneGroupsRounds = [
  ...each({ kind: 'ambush', ...byReed, target: 'state-forces', arrived_h: '12' }, [
    { ...spotAt('Reedmouth'), incident_ref: 'REED-1', date: '2021-11-24' },
    { ...spotAt('Plover'), incident_ref: 'REED-2', date: '2022-01-15', target: 'un' },
    { ...spotAt('Teal Ford'), incident_ref: 'REED-3', date: '2022-03-30' },
    { ...spotAt('Bittern'), incident_ref: 'REED-4', date: '2022-07-08' },
    { ...spotAt('Reedmouth'), incident_ref: 'REED-5', date: '2022-10-19' },
    { ...spotAt('Quarry Hill'), incident_ref: 'REED-6', date: '2023-02-03' },
  ]).map((incident, i) =>
    told(incident, [
      round2021(['21-118', '21-118', '21-118', '21-140', '', ''][i] ?? '', 11 + 4 * i),
      ordinaryCases(i % 3, 5 + i, 'attacker'),
      ordinaryCases(1, 6, 'defender'),
    ]),
  ),
  ...each({ kind: 'attack', sample: 'unattributed', arrived_h: '9' }, [
    {
      ...spotAt('Bittern'),
      incident_ref: 'KILLING-MAYOR',
      date: '2022-05-11',
      target: 'local-authority',
      summary: 'Shot at his door by two men on a motorcycle. Nobody claimed it.',
    },
    {
      ...spotAt('Teal Ford'),
      incident_ref: 'KILLING-PREACHER',
      date: '2022-08-27',
      target: 'religious-leader',
      summary: 'Shot on his way home. Nobody claimed it.',
    },
    {
      ...spotAt('Plover'),
      incident_ref: 'KILLING-ELDER',
      date: '2023-01-14',
      target: 'community-leader',
      reported_by: 'a resident',
      report_grade: 'C3',
      summary: 'Taken from his house and shot. Nobody claimed it.',
    },
  ]).map((incident, i) => told(incident, [round2021(['21-118', '21-140', ''][i] ?? '', 3 + i)])),
]

/** 12.7x108 of Works 6, made in 2008, of one lot. */
const gunRound = (quantity: number, used_by: string): Row => ({
  ...cartridge('12.7x108', '6', 'XM', '2008'),
  ...read,
  used_by,
  state: used_by === 'holder' ? 'live' : 'fired',
  quantity: String(quantity),
  lot: '08-31',
})

const supportFromTheNorth = [
  ...each({ kind: 'cache', presumed_actor: 'SALT', actor_basis: 'official', actor_grade: 'B2', arrived_h: '30' }, [
    { ...spotAt('Long Dune'), incident_ref: 'CACHE-DUNE', date: '2021-05-06' },
    { ...spotAt('Drift Wells'), incident_ref: 'CACHE-WELLS', date: '2021-09-14' },
  ]).map((incident, i) =>
    told(incident, [
      { ...gunRound(240 - 60 * i, 'holder'), present: '600', examined: '240', count_basis: 'estimated' },
      { ...ordinaryCases(0, 90, 'holder'), state: 'live' },
      {
        class: 'packaging',
        producer: 'Works 6',
        producer_country: 'XM',
        quantity: '3',
        refilled: 'no',
        used_by: 'holder',
      },
    ]),
  ),
  ...each({ kind: 'ambush', ...byReed, target: 'state-forces', arrived_h: '26' }, [
    { ...spotAt('Teal Ford'), incident_ref: 'CONVOY-TEAL', date: '2022-02-20' },
    { ...spotAt('Quarry Hill'), incident_ref: 'POST-QUARRY', date: '2022-06-12' },
  ]).map((incident, i) => told(incident, [gunRound(30 + 12 * i, 'attacker'), ordinaryCases(1, 7, 'defender')])),
]

const quarry = {
  producer: 'Works 21',
  producer_country: 'XC',
  site_code: 'XC-3',
  exported_on: '2022-11',
  export_to: 'Quarries of Petrel, XB',
  origin: 'commerce',
  origin_grade: 'B2',
} as const

/** Detonators of one shift. */
const shift = { class: 'detonator', model: 'D-12', ...quarry, date_code: '22-10-04-B' } as const

const explosives = [
  told(
    {
      ...spotAt('Quarry Hill'),
      incident_ref: 'CACHE-QUARRY',
      kind: 'cache',
      date: '2023-05-17',
      ...byReed,
      arrived_h: '15',
      summary: 'In a dry well: cartridges of explosive in their boxes, detonators, cord. The boxes name the consignee.',
    },
    [
      {
        class: 'explosive',
        model: 'Q-Gel 32',
        ...quarry,
        ...read,
        date_code: '22-10-02-A',
        used_by: 'holder',
        quantity: '184',
        present: '184',
        examined: '40',
        count_basis: 'counted',
        marks: 'wrapper:Q-GEL 32; wrapper:XC-3 22-10-02-A',
        tag: 'Q-1',
      },
      { ...shift, ...read, used_by: 'holder', quantity: '60', marks: 'shell:D-12 XC-3 22-10-04-B', tag: 'Q-2' },
      { class: 'ied-component', model: 'Cord 10', ...quarry, ...read, used_by: 'holder', quantity: '2', tag: 'Q-3' },
      {
        class: 'packaging',
        producer: 'Works 21',
        producer_country: 'XC',
        lot: 'XC3-221002',
        used_by: 'holder',
        quantity: '8',
        refilled: 'no',
        tag: 'Q-4',
      },
    ],
  ),
  told(
    {
      ...spotAt('Bittern'),
      incident_ref: 'ROAD-BITTERN',
      kind: 'ied',
      date: '2023-06-28',
      target: 'state-forces',
      arrived_h: '5',
    },
    [
      { ...shift, ...read, used_by: 'attacker', state: 'misfired', marks: 'shell:D-12 XC-3 22-10-04-B' },
      { class: 'explosive', used_by: 'attacker', note: 'burnt, not read' },
    ],
  ),
]

const newerThanTheEmbargo = [
  told(
    {
      ...spotAt('Bridge End'),
      incident_ref: 'DDR-BRIDGE',
      kind: 'ddr',
      date: '2023-09-05',
      presumed_actor: 'ACCORD',
      actor_basis: 'official',
      actor_grade: 'A1',
      arrived_h: '1',
      summary: 'Twelve fighters handed in their arms before witnesses.',
    },
    [
      {
        class: 'light-weapon',
        pattern: 'PK',
        model: 'G-7',
        producer: 'Works 9',
        producer_country: 'XM',
        calibre: '7.62x54R',
        year: '2021',
        ...read,
        used_by: 'holder',
        serial: 'G7-210338',
        marks: 'receiver-top:{star}21 G7-210338',
      },
      {
        class: 'arm',
        model: 'P-12',
        producer: 'Works 7',
        producer_country: 'XN',
        calibre: '9x19',
        year: '2020',
        ...read,
        used_by: 'holder',
        serial: 'P208814',
      },
      {
        ...ak,
        model: 'R-47',
        producer: 'Works 8',
        producer_country: 'XN',
        year: '2019',
        year_to: '2021',
        ...read,
        used_by: 'holder',
        mark_condition: 'worn',
        id_grade: 'C3',
      },
      { ...ordinaryCases(2, 210, 'holder'), state: 'live' },
    ],
  ),
]

export const stories: Story = allOf([
  ...sameRifles,
  ...seizureCompleted,
  ...oneGroupsRounds,
  ...supportFromTheNorth,
  ...explosives,
  ...newerThanTheEmbargo,
])
