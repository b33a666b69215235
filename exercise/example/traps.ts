/** What looks like a lead and is none: each raises nothing. The README beside says why. */
import { spotAt } from './island.ts'
import { allOf, ordinaryCases, read, round2021, told, type Story } from './stories.ts'
import { ak, arms, cartridge } from './types.ts'
import { each, type Row } from './row.ts'

/** Beside the items of a story's incident: of the defenders, and of those who were there before. */
const besideStories: readonly Row[] = [
  {
    item_ref: 'TRAP-CONTINGENT',
    incident_ref: 'REED-2',
    ...round2021('C-77-21', 9),
    used_by: 'defender',
    user_actor: 'CON-XC',
    user_basis: 'official',
    user_grade: 'A1',
    find_spot: 'position of the contingent',
  },
  {
    item_ref: 'TRAP-UNNAMED',
    incident_ref: 'REED-2',
    ...round2021('', 2),
    used_by: 'defender',
    find_spot: 'position of the contingent',
  },
]

/** What is shot at small game with, and now and then at people: sold loose, with no year on the case. */
export const hunters = {
  class: 'ammunition',
  calibre: '12 gauge',
  producer: 'Works 11',
  producer_country: 'XN',
  marks: '12:12; 6:W11',
} as const satisfies Row

/** Three incidents of nobody, of bandits and of villagers, which their cartridges seem to join. */
const huntersCartridges = each({ arrived_h: '20' }, [
  {
    ...spotAt('Kiln Cross'),
    incident_ref: 'TRAP-HUNTERS-1',
    kind: 'crime',
    date: '2021-03-12',
    target: 'civilians',
    presumed_actor: 'ROAD-GANG',
    actor_basis: 'witness',
    actor_grade: 'C3',
    summary: 'Traders stopped on the road and robbed.',
  },
  {
    ...spotAt('Old Baths'),
    incident_ref: 'TRAP-HUNTERS-2',
    kind: 'clash',
    date: '2021-08-19',
    target: 'civilians',
    presumed_actor: 'HILL',
    actor_basis: 'official',
    actor_grade: 'B2',
    summary: 'Villagers of the watch fired on herders.',
  },
  {
    ...spotAt('Bittern'),
    incident_ref: 'TRAP-HUNTERS-3',
    kind: 'attack',
    date: '2022-02-08',
    target: 'local-authority',
    sample: 'unattributed',
    summary: 'A forester shot from the reeds. Nobody claimed it.',
  },
]).map((incident, i) =>
  told(incident, [{ ...hunters, ...read, used_by: 'attacker', state: 'fired', quantity: String(2 + i) }]),
)

const alone = [
  ...huntersCartridges,
  ...each({ kind: 'clash', presumed_actor: 'HILL', actor_basis: 'witness', target: 'state-forces' }, [
    { ...spotAt('Bittern'), incident_ref: 'TRAP-RAMPART-1', date: '2018-01-30' },
    { ...spotAt('Old Baths'), incident_ref: 'TRAP-RAMPART-2', date: '2018-03-02' },
  ]).map((incident, i) =>
    told(incident, [
      {
        ...cartridge('7.62x39', '16', 'XM', '1968'),
        ...read,
        used_by: 'earlier',
        state: 'fired',
        quantity: String(4 + i),
        note: 'Corroded, under the sand of the rampart.',
      },
    ]),
  ),
  told(
    {
      ...spotAt('Skua'),
      incident_ref: 'TRAP-LOST-RIFLE',
      kind: 'clash',
      date: '2018-02-02',
      presumed_actor: 'SALT',
      actor_basis: 'witness',
      target: 'state-forces',
    },
    [
      {
        ...ak,
        model: 'R-62',
        producer: 'Works 9',
        producer_country: 'XM',
        year: '2009',
        ...read,
        used_by: 'defender',
        user_actor: 'XA-FORCES',
        serial: 'M09-117204',
      },
    ],
  ),
  told(
    {
      ...spotAt('Lantern'),
      incident_ref: 'TRAP-ISLES',
      kind: 'cache',
      date: '2022-04-20',
      presumed_actor: 'SALT',
      actor_basis: 'official',
      summary: 'The first visit to the isles.',
    },
    [{ ...cartridge('7.62x39', '14', 'XN', '1979'), ...read, used_by: 'holder', state: 'live', quantity: '400' }],
  ),
  told({ ...spotAt('Kiln Cross'), incident_ref: 'TRAP-UNDATED', kind: 'seizure', presumed_actor: 'ROAD-GANG' }, [
    { ...cartridge('9x19', '7', 'XN', '2022'), ...read, used_by: 'holder', state: 'live', quantity: '50' },
  ]),
  told(
    {
      ...spotAt('Teal Ford'),
      incident_ref: 'TRAP-MATERIEL',
      kind: 'attack',
      date: '2023-03-09',
      target: 'civilians',
      presumed_actor: 'REED',
      actor_basis: 'materiel',
      actor_grade: 'C3',
      summary: 'Ascribed to the Reed Front for its rounds alone.',
    },
    [round2021('', 5)],
  ),
  told(
    {
      ...spotAt('Gannet'),
      incident_ref: 'TRAP-ROBBERY',
      kind: 'crime',
      date: '2020-12-11',
      target: 'business',
      summary: 'A shop beside the hotel, an hour after the attack.',
    },
    [
      { ...arms[0], ...read, used_by: 'attacker', serial: 'M17-204425', marks: 'receiver-left:M17-204425' },
      ordinaryCases(0, 6, 'attacker'),
    ],
  ),
  told(
    {
      ...spotAt('Drift Wells'),
      incident_ref: 'TRAP-NOT-REACHED',
      kind: 'attack',
      date: '2021-07-30',
      target: 'state-forces',
      presumed_actor: 'EMBER',
      actor_basis: 'claim',
      actor_grade: 'C3',
      access: 'not-reached',
      access_reason: 'road mined',
      summary: 'A witness speaks of new rifles. Nobody read one.',
    },
    [],
  ),
]

const together = allOf(alone)

export const traps: Story = { incidents: together.incidents, items: [...together.items, ...besideStories] }
