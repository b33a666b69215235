/**
 * The island, in the South Atlantic far from every coast: three States, their regions and districts. Their outlines are
 * drawn through common points, so that neighbours share their border exactly.
 */
import type { Row } from './row.ts'

type Point = readonly [lon: number, lat: number]

const points = {
  northWest: [-21.2, -25.9],
  north1: [-20.0, -25.2],
  north2: [-18.4, -25.0],
  north3: [-16.9, -25.3],
  northEast: [-15.6, -25.9],
  east1: [-14.6, -26.9],
  borderEast: [-14.2, -28.1],
  east2: [-14.6, -29.3],
  southEast: [-15.5, -30.2],
  south1: [-16.8, -30.8],
  borderSouth: [-18.2, -31.0],
  south2: [-19.6, -30.7],
  southWest: [-20.8, -30.0],
  borderWest: [-21.6, -28.9],
  west1: [-21.9, -27.6],
  west2: [-21.7, -26.6],
  riverHead: [-19.0, -26.8],
  riverFord: [-16.2, -26.6],
  threeStates: [-17.6, -28.4],
  borderHill: [-19.6, -28.7],
  borderLake: [-15.9, -28.0],
  borderRidge: [-17.8, -29.7],
  shoreRidge: [-16.3, -29.4],
  bayRidge: [-19.5, -29.5],
  isleNorth: [-23.4, -27.2],
  isleEast: [-23.0, -27.5],
  isleSouth: [-23.3, -27.9],
  isleWest: [-23.7, -27.6],
} as const satisfies { [name: string]: Point }

type Ring = readonly (keyof typeof points)[]

interface Town {
  readonly name: string
  readonly at: Point
}

export interface Region {
  readonly ref: string
  readonly name: string
  readonly ring: Ring
  /** The first is its seat. */
  readonly towns: readonly [Town, ...Town[]]
}

interface State {
  readonly code: 'XA' | 'XB' | 'XC'
  readonly name: string
  readonly rings: readonly Ring[]
  readonly regions: readonly [Region, ...Region[]]
}

const town = (name: string, lon: number, lat: number): Town => ({ name, at: [lon, lat] })

export const states = [
  {
    code: 'XA',
    name: 'Cormoran',
    rings: [
      [
        ...(['northWest', 'north1', 'north2', 'north3', 'northEast', 'east1', 'borderEast', 'borderLake'] as const),
        ...(['threeStates', 'borderHill', 'borderWest', 'west1', 'west2'] as const),
      ],
      ['isleNorth', 'isleEast', 'isleSouth', 'isleWest'],
    ],
    regions: [
      {
        ref: 'XA-N',
        name: 'North',
        ring: [
          ...(['northWest', 'north1', 'north2', 'north3', 'northEast'] as const),
          ...(['riverFord', 'riverHead', 'west2'] as const),
        ],
        towns: [
          town('Skua', -18.5, -25.8),
          town('Drift Wells', -20.4, -26.1),
          town('Saltpan', -16.8, -26.0),
          town('Long Dune', -19.4, -25.7),
        ],
      },
      {
        ref: 'XA-L',
        name: 'Lakes',
        ring: ['riverHead', 'riverFord', 'northEast', 'east1', 'borderEast', 'borderLake', 'threeStates'],
        towns: [
          town('Plover', -16.4, -27.3),
          town('Reedmouth', -15.4, -27.0),
          town('Teal Ford', -17.6, -27.5),
          town('Quarry Hill', -15.2, -27.8),
          town('Bittern', -17.9, -27.1),
        ],
      },
      {
        ref: 'XA-C',
        name: 'Capital Shore',
        ring: ['west2', 'riverHead', 'threeStates', 'borderHill', 'borderWest', 'west1'],
        towns: [
          town('Gannet', -21.2, -27.9),
          town('Old Baths', -20.6, -27.6),
          town('Kiln Cross', -19.6, -27.4),
          town('Bridge End', -19.2, -28.2),
        ],
      },
      {
        ref: 'XA-I',
        name: 'Outer Isles',
        ring: ['isleNorth', 'isleEast', 'isleSouth', 'isleWest'],
        towns: [town('Lantern', -23.3, -27.6)],
      },
    ],
  },
  {
    code: 'XB',
    name: 'Petrel',
    rings: [
      [
        ...(['threeStates', 'borderLake', 'borderEast', 'east2', 'southEast', 'south1', 'borderSouth'] as const),
        'borderRidge',
      ],
    ],
    regions: [
      {
        ref: 'XB-P',
        name: 'Plateau',
        ring: ['threeStates', 'borderLake', 'borderEast', 'east2', 'shoreRidge', 'borderRidge'],
        towns: [town('Fulmar', -16.2, -28.8), town('Stone Market', -15.2, -28.9), town('Ridge Post', -17.2, -29.0)],
      },
      {
        ref: 'XB-S',
        name: 'South Shore',
        ring: ['borderRidge', 'shoreRidge', 'east2', 'southEast', 'south1', 'borderSouth'],
        towns: [town('Auk Landing', -16.2, -30.2), town('Marram', -17.4, -30.3)],
      },
    ],
  },
  {
    code: 'XC',
    name: 'Tern',
    rings: [['borderWest', 'borderHill', 'threeStates', 'borderRidge', 'borderSouth', 'south2', 'southWest']],
    regions: [
      {
        ref: 'XC-H',
        name: 'Hills',
        ring: ['borderWest', 'borderHill', 'threeStates', 'borderRidge', 'bayRidge'],
        towns: [town('Whimbrel', -19.4, -29.1), town('High Mine', -18.4, -29.2)],
      },
      {
        ref: 'XC-B',
        name: 'Bay',
        ring: ['borderWest', 'bayRidge', 'borderRidge', 'borderSouth', 'south2', 'southWest'],
        towns: [town('Sandpiper Bay', -19.4, -30.3), town('White Beach', -20.4, -29.9)],
      },
    ],
  },
] as const satisfies readonly State[]

const wktRing = (ring: Ring): string => {
  const [first] = ring
  const closed = first === undefined ? ring : [...ring, first]
  return `((${closed.map((name) => points[name].join(' ')).join(', ')}))`
}

const polygon = (ring: Ring): string => `POLYGON ${wktRing(ring)}`

const outline = (rings: readonly Ring[]): string => {
  const [only] = rings
  return rings.length === 1 && only !== undefined ? polygon(only) : `MULTIPOLYGON (${rings.map(wktRing).join(', ')})`
}

/** The mission's area, the States, their regions, and the districts, each of which is known by its town's point. */
export const areas: readonly Row[] = [
  { area_ref: 'MISSION', name: 'Area of the mission', kind: 'sector', members: 'XA-N; XA-L; XA-C; XA-I' },
  ...states.flatMap(({ code, name, rings, regions }): readonly Row[] => [
    { area_ref: code, name, kind: 'country', country: code, geometry: outline(rings) },
    ...regions.flatMap((region): readonly Row[] => [
      {
        area_ref: region.ref,
        name: region.name,
        kind: 'admin1',
        country: code,
        parent_ref: code,
        geometry: polygon(region.ring),
      },
      ...region.towns.map((one, i) => ({
        area_ref: `${region.ref}-${i + 1}`,
        name: one.name,
        kind: 'admin2',
        country: code,
        parent_ref: region.ref,
        geometry: `POINT (${one.at.join(' ')})`,
      })),
    ]),
  ]),
]

export interface Spot {
  readonly country: string
  readonly admin1: string
  readonly place: string
  readonly lat: string
  readonly lon: string
}

/** Every town as the cells of an incident there. */
export const spots: readonly Spot[] = states.flatMap(({ code, regions }) =>
  regions.flatMap(({ name, towns }) =>
    towns.map((one) => ({
      country: code,
      admin1: name,
      place: one.name,
      lat: one.at[1].toFixed(2),
      lon: one.at[0].toFixed(2),
    })),
  ),
)

/** The cells of an incident in this town. */
export function spotAt(place: string): Row {
  const spot = spots.find((one) => one.place === place)
  if (spot === undefined) throw new Error(`the island has no ${place}`)
  return { ...spot }
}
