import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../record/day.ts'
import { linksOf, type Carried, type LinkInput } from './link.ts'
import { possiblyOneEvent, type Spot } from './one-event.ts'

const signatures = [
  'arm|model|model=AKMS',
  'arm|producer|model=AKMS;producer=Factory 11',
  'arm|year|model=AKMS;producer=Factory 11;year=2011',
  'ammunition|calibre|calibre=7.62x39',
  'ammunition|year|calibre=7.62x39;producer=Usine 22;year=2015',
  'ammunition|year|calibre=7.62x39;producer=Usine 22;year=2014',
  'mortar-round|lot_body|producer=Usine 7;lot_body=4',
  'mortar-round|lot_fuze|producer=Usine 7;lot_fuze=9',
]

const spot = (id: string): Spot => ({ id, ref: `INC-${id}`, source: 'a', days: null, at: null })

/** A made-up world: which of ten incidents carries which signature on which side. */
const world = fc.array(
  fc.record({
    incident: fc.integer({ min: 0, max: 9 }),
    signature: fc.integer({ min: 0, max: signatures.length - 1 }),
    side: fc.constantFrom('attack', 'defence'),
  }),
  { maxLength: 60 },
)
type World = readonly { readonly incident: number; readonly signature: number; readonly side: 'attack' | 'defence' }[]

const carriersOf = (all: World, signature: number, side: string) =>
  new Set(all.filter((one) => one.signature === signature && one.side === side).map(({ incident }) => incident))

function inputOf(all: World, incident: number): LinkInput {
  const own = new Map(
    all.filter((one) => one.incident === incident).map((one) => [`${one.signature} ${one.side}`, one]),
  )
  const nodes = [...own.values()].map(({ signature, side }) => ({
    signature,
    side,
    by: carriersOf(all, signature, side),
  }))
  return {
    incident: spot(String(incident)),
    carries: nodes.map(({ signature, side, by }): Carried => ({
      signature: signatures[signature] ?? '',
      side,
      upper: (by.size + 1) / 11,
      read: 10,
      carried: by.size,
      userUnknown: false,
    })),
    others: Array.from({ length: 10 }, (_, other) => other)
      .filter((other) => other !== incident)
      .map((other) => ({
        incident: spot(String(other)),
        shares: nodes.flatMap(({ by }, of) => (by.has(other) ? [{ of, userUnknown: false }] : [])),
      })),
    together: nodes.flatMap(({ by }, a) =>
      nodes
        .slice(a + 1)
        .map((node, i) => ({ a, b: a + 1 + i, both: [...by].filter((one) => node.by.has(one)).length })),
    ),
  }
}

test('a link weighs the same from both ends', () => {
  fc.assert(
    fc.property(world, (all) => {
      for (const link of linksOf(inputOf(all, 0))) {
        const back = linksOf(inputOf(all, Number(link.incident.id))).find(({ incident }) => incident.id === '0')
        expect(back?.weight).toBeCloseTo(link.weight, 10)
        expect(new Set(back?.reasons.map(({ signature }) => signature))).toEqual(
          new Set(link.reasons.map(({ signature }) => signature)),
        )
      }
    }),
  )
})

test('a link weighs no more than the sum of its reasons, and no less than the heaviest', () => {
  fc.assert(
    fc.property(world, (all) => {
      for (const { weight, reasons } of linksOf(inputOf(all, 0))) {
        const weights = reasons.map((reason) => reason.weight)
        expect(weight).toBeLessThanOrEqual(weights.reduce((sum, each) => sum + each, 0) + 1e-9)
        expect(weight).toBeGreaterThanOrEqual(Math.max(...weights) - 1e-9)
      }
    }),
  )
})

test('the order in which the store reads does not matter', () => {
  fc.assert(
    fc.property(world, (all) => {
      const input = inputOf(all, 0)
      const turned = { ...input, others: input.others.toReversed(), together: input.together.toReversed() }
      expect(linksOf(turned)).toEqual(linksOf(input))
    }),
  )
})

test('two signatures that travel with a third are of one group', () => {
  const carries = [4, 6, 7].map((i): Carried => ({
    signature: signatures[i] ?? '',
    side: 'attack',
    upper: 0.25,
    read: 10,
    carried: 5,
    userUnknown: false,
  }))
  const [link] = linksOf({
    incident: spot('1'),
    carries,
    others: [{ incident: spot('2'), shares: [0, 1, 2].map((of) => ({ of, userUnknown: false })) }],
    together: [
      { a: 0, b: 1, both: 5 },
      { a: 2, b: 1, both: 5 },
    ],
  })
  expect(link?.weight).toBe(2)
  expect(new Set(link?.reasons.map(({ group }) => group))).toEqual(new Set([0]))
})

test('four in five that carry both travel together, and one alone never does', () => {
  const carries = [4, 6].map((i): Carried => ({
    signature: signatures[i] ?? '',
    side: 'attack',
    upper: 0.25,
    read: 10,
    carried: 5,
    userUnknown: false,
  }))
  const weightWith = (carried: number, both: number) =>
    linksOf({
      incident: spot('1'),
      carries: carries.map((one, i) => (i === 0 ? { ...one, carried } : { ...one, carried: both })),
      others: [{ incident: spot('2'), shares: [0, 1].map((of) => ({ of, userUnknown: false })) }],
      together: [{ a: 0, b: 1, both }],
    })[0]?.weight
  expect(weightWith(5, 4)).toBe(2)
  expect(weightWith(6, 4)).toBe(4)
  expect(weightWith(1, 1)).toBe(4)
})

const at = (lat: number, lon: number) => ({ lat, lon })
const on = (first: string, last = first) => ({ first: first as Day, last: last as Day })
const here: Spot = { id: '1', ref: 'A', source: 'a', days: on('2015-11-20'), at: at(12.6, -8) }

test.each([
  ['the next day, 4 km off', { days: on('2015-11-21'), at: at(12.636, -8) }, true],
  ['two days later', { days: on('2015-11-22') }, false],
  ['6 km off', { at: at(12.654, -8) }, false],
  ['some day of that month', { days: on('2015-11-01', '2015-11-30') }, false],
  ['in the same file', { source: 'a' }, false],
  ['without a place', { at: null }, false],
  ['without a day', { days: null }, false],
])('an incident of another file %s: possibly one event %s', (_, known, same) => {
  const there: Spot = { ...here, id: '2', ref: 'B', source: 'b', ...known }
  expect(possiblyOneEvent(here, there)).toBe(same)
  expect(possiblyOneEvent(there, here)).toBe(same)
})
