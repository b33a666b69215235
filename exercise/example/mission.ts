/** What the mission has to go by: its settings, the embargo, and what the States hold, lost or were asked about. */
import { ak, arms, cartridge, machineGun } from './types.ts'
import { each, without, type Row } from './row.ts'

export const settings: readonly Row[] = [
  { setting: 'zone', value: 'MISSION', note: 'Cormoran with its isles.' },
  { setting: 'host_country', value: 'XA' },
  { setting: 'state_services', value: 'army; gendarmerie; police' },
  { setting: 'default_handling', value: 'unclassified', note: 'An exercise; a mission starts from confidential.' },
]

const arming = 'arm; light-weapon; ammunition; mortar-round; rocket; grenade; mine'

export const scopes: readonly Row[] = [
  ...each(
    {
      regime: 'Embargo on Cormoran',
      direction: 'into',
      area: 'XA',
      classes: arming,
      exempt_holders: 'state-forces; un',
      confidence: 'verified',
    },
    [
      { scope_ref: 'EX-14', instrument: 'Order 14', paragraph: '3', from: '2020-07-01', to: '2022-06-30' },
      { scope_ref: 'EX-19', instrument: 'Order 19', paragraph: '1', from: '2022-07-01', cites: 'Order 14' },
    ],
  ),
  {
    scope_ref: 'EX-L',
    regime: 'Listed groups of the island',
    instrument: 'Order 17',
    paragraph: '2',
    direction: 'holder',
    classes: arming,
    holders: 'EMBER',
    from: '2021-11-01',
    confidence: 'verified',
  },
]

const inspection = {
  holder: 'Defence and security forces of Cormoran',
  holder_country: 'XA',
  services: 'all',
  basis: 'inspection',
  list: 'General inspection 2023',
  coverage: 'whole',
  covers_from: '2016',
  covers_to: '2023',
  grade: 'B2',
  handling: 'confidential',
} as const

const held = [4100, 3650, 5200, 1800, 900, 240]

const inspected: readonly Row[] = [...arms, machineGun].map((type, i) => ({
  ...without(type, 'producer_country'),
  stock_ref: `INSPECTION-${i + 1}`,
  quantity: String(held[i] ?? 0),
}))

export const stock: readonly Row[] = [
  ...each(inspection, [
    ...inspected,
    { stock_ref: 'INSPECTION-7', ...ak, model: 'R-62', producer: 'Works 9', year: '2009', quantity: '250' },
    {
      stock_ref: 'INSPECTION-8',
      ...ak,
      model: 'R-55',
      producer: 'Works 5',
      year: '1994',
      serial: 'KR30100',
      serial_to: 'KR30400',
      quantity: '240',
    },
    {
      stock_ref: 'INSPECTION-9',
      ...ak,
      model: 'R-55',
      producer: 'Works 5',
      year: '1994',
      quantity: '60',
      status: 'captured',
      status_from: '2019-05-10',
      status_place: 'Camp of Drift Wells',
    },
  ]),
  ...each(
    {
      holder: 'Defence and security forces of Cormoran',
      holder_country: 'XA',
      services: 'army',
      basis: 'list',
      list: 'Army depots, after the loss at Drift Wells',
      coverage: 'partial',
      covers_to: '2020',
      class: 'ammunition',
      calibre: '7.62x39',
      grade: 'C3',
      handling: 'confidential',
    },
    [
      { stock_ref: 'DEPOTS-1', producer: 'Works 3', year: '2007', quantity: '310000' },
      { stock_ref: 'DEPOTS-2', producer: 'Works 8', year: '1993', quantity: '120000' },
      {
        stock_ref: 'DEPOTS-3',
        producer: 'Works 3',
        year: '2007',
        quantity: '24000',
        status: 'captured',
        status_from: '2019-05-10',
        status_place: 'Camp of Drift Wells',
      },
    ],
  ),
  {
    stock_ref: 'ANSWER-XB-1',
    holder: 'Defence and security forces of Petrel',
    holder_country: 'XB',
    services: 'all',
    basis: 'statement',
    list: 'Answer of Petrel to the enquiry of 1 March 2021',
    coverage: 'whole',
    covers_from: '2015',
    covers_to: '2021-06-30',
    ...ak,
    model: 'R-62',
    producer: 'Works 9',
    year: '2017',
    status: 'never-held',
    grade: 'B2',
  },
  {
    stock_ref: 'ARRIVAL-XC-1',
    holder: 'Contingent of Tern',
    holder_country: 'XC',
    services: 'contingent',
    basis: 'list',
    list: 'Arrival declaration',
    coverage: 'whole',
    covers_from: '2021-09',
    covers_to: '2023',
    ...without(cartridge('7.62x39', '4', 'XM', '2021'), 'marks', 'producer_country'),
    lot: 'C-77-21',
    quantity: '5000',
    grade: 'B2',
  },
  {
    stock_ref: 'CAPTURE-SKUA',
    holder: 'Ember Column',
    basis: 'statement',
    list: 'What the forces of Cormoran took at the airfield of Skua',
    coverage: 'partial',
    covers_to: '2021-12-02',
    ...ak,
    model: 'R-62',
    producer: 'Works 9',
    year: '2017',
    quantity: '14',
    status: 'captured',
    status_from: '2021-12-02',
    status_place: 'Airfield of Skua',
    grade: 'B2',
  },
]
