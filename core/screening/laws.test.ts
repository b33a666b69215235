/** Laws that every rule keeps, whatever it is given. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesAsTyped } from '../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../linking/facts.ts'
import { sampleIncident, sampleItem } from '../linking/sample-item.ts'
import { sampleStudy } from '../linking/sample-study.ts'
import { daysOf, type PartialDate } from '../record/day.ts'
import { holderAsked, holderStock } from './holder-stock.ts'
import type { EmbargoFacts } from './embargo-facts.ts'
import type { Judgement, Telling } from './rule.ts'
import { embargo, type EmbargoInput } from './rules/embargo.ts'
import { newHere, type NewHereInput } from './rules/new-here.ts'
import { notInStock } from './rules/not-in-stock.ts'
import { sameSignature } from './rules/same-signature.ts'
import { tellKept, type RuleName } from './rules.ts'
import { sampleRow } from './sample-row.ts'
import type { ScopePeriod } from './scope.ts'
import type { StockRow } from './stock-row.ts'

const known = <T extends object>(drawn: T) =>
  Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as { [K in keyof T]: never }

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 })
const year = fc.integer({ min: 2004, max: 2016 })
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
) as fc.Arbitrary<PartialDate>
const country = fc.constantFrom('QM', 'QB')

const anyItem = fc
  .record({
    class: fc.constantFrom('arm', 'light-weapon', 'ammunition'),
    model: maybe(fc.constantFrom('AKM', 'AKMS')),
    calibre: maybe(fc.constantFrom('7.62x39')),
    producer: maybe(fc.constantFrom('Factory 2', 'Factory 11')),
    producer_country: maybe(country),
    year: maybe(year),
    year_to: maybe(year),
    serial: maybe(fc.constantFrom('KO10', 'KO20')),
    lot: maybe(fc.constantFrom('7')),
    exported_on: maybe(date),
    origin: maybe(fc.constantFrom('state:QM', 'state:QB', 'craft', 'national-stock', 'commerce')),
    origin_grade: maybe(fc.constantFrom('A1', 'B2', 'C3', 'F6')),
    holder: maybe(fc.constantFrom('State of QM')),
    used_by: maybe(fc.constantFrom('attacker', 'responder', 'unknown')),
  })
  .map((drawn): ItemFacts => sampleItem(known(drawn)))

const anyIncident = fc
  .record({
    date: maybe(date),
    used_on: maybe(date),
    recovered_on: maybe(date),
    country: maybe(country),
    region: maybe(fc.constantFrom('QM-N', 'QM-S')),
  })
  .map((drawn): IncidentFacts => sampleIncident(known(drawn)))

const anyActor = fc.option(
  fc.record({
    ref: fc.constantFrom('G1', 'G2'),
    kind: fc.constantFrom('armed-group', 'state-forces', 'unidentified'),
    under: fc.constantFrom([], ['G1']),
    ties: fc.constant([]),
    listed: fc.constantFrom([], [{ from: daysOf('2010' as PartialDate) }]),
  }),
)
const actorOf = (drawn: Omit<ActorFacts, 'names'> | null): ActorFacts | null => drawn && { ...drawn, names: [] }

const anyScope = fc
  .record({
    regime: fc.constantFrom('One', 'Two'),
    direction: fc.constantFrom('into', 'out-of', 'holder'),
    area: fc.constantFrom(
      null,
      { countries: ['QM'], regions: [], beyond: false },
      { countries: [], regions: [{ country: 'QM', region: 'QM-N' }], beyond: false },
    ),
    holders: fc.constantFrom([], ['G1'], ['armed-group']),
    exempt_holders: fc.constantFrom([], ['state-forces']),
    classes: fc.constantFrom([], ['arm']),
    from: date,
    to: maybe(date),
    confidence: fc.constantFrom('verified', 'probable', 'unverified'),
  })
  .map((drawn) => known(drawn) as unknown as Omit<ScopePeriod, 'ref'>)

/** Periods of one instrument do not overlap in the wrong order: an end before its start is no period. */
const anyScopes = fc
  .array(anyScope, { maxLength: 5 })
  .map((drawn) =>
    drawn
      .filter(({ from, to }) => to === undefined || daysOf(from).first <= daysOf(to).last)
      .map((scope, i): ScopePeriod => ({ ...scope, ref: `S${i}`, instrument: `Order ${i}` })),
  )

const anyRow = fc
  .record({
    class: fc.constantFrom('arm', 'light-weapon', 'ammunition'),
    model: maybe(fc.constantFrom('AKM', 'AKMS')),
    calibre: maybe(fc.constantFrom('7.62x39')),
    producer: maybe(fc.constantFrom('Factory 2')),
    year: maybe(year),
    year_to: maybe(year),
    serial: maybe(fc.constantFrom('KO10', 'KO20')),
    lot: maybe(fc.constantFrom('7')),
    services: fc.constantFrom(['all'], ['army'], ['police'], ['contingent']),
    list: maybe(fc.constantFrom('2012', '2014')),
    coverage: fc.constantFrom('whole', 'whole', 'partial'),
    covers_from: maybe(date),
    covers_to: date,
    status: maybe(fc.constantFrom('lost', 'never-held', 'stolen')),
    status_from: maybe(date),
    quantity: maybe(fc.constantFrom(0, 5)),
  })
  .map((drawn) => known(drawn) as Partial<StockRow>)
const anyRows = fc
  .array(anyRow, { maxLength: 6 })
  .map((drawn) => drawn.map((row, i) => sampleRow({ ...row, ref: `R${i}`, id: `r${i}` })))

const anyEmbargo = fc
  .record({
    item: anyItem,
    incident: fc.option(anyIncident),
    actor: anyActor.map(actorOf),
    scopes: anyScopes,
    rows: anyRows,
  })
  .map((drawn): EmbargoInput => ({ ...drawn, names: namesAsTyped }))

/** A world where an embargo often covers the whole window: else a yes would hardly ever be drawn. */
const coveredEmbargo = fc.tuple(anyEmbargo, year).map(([input, made]): EmbargoInput => {
  const { year_to: _, exported_on: __, producer_country: ___, origin: ____, ...item } = input.item
  const wide = { ref: 'W', regime: 'One', instrument: 'Order W', direction: 'into', classes: [] } as const
  const area = { countries: ['QM'], regions: [], beyond: false }
  const scope: ScopePeriod = {
    ...wide,
    area,
    holders: [],
    exempt_holders: [],
    from: '2004' as PartialDate,
    confidence: 'verified',
  }
  return {
    ...input,
    item: { ...item, year: made },
    incident: sampleIncident({ date: '2016' as PartialDate, country: 'QM' }),
    scopes: [scope, ...input.scopes],
  }
})

/** Made after it was found: such dates say nothing, and one of them is wrong. */
const contradicts = ({ facts: { ends } }: Judgement<EmbargoFacts>) =>
  ends.opens !== undefined && ends.closes !== undefined && ends.opens.first > ends.closes.days.last

interface StockWorld {
  readonly item: ItemFacts
  readonly incident: IncidentFacts | null
  readonly rows: readonly StockRow[]
}
const anyStock: fc.Arbitrary<StockWorld> = fc.record({ item: anyItem, incident: fc.option(anyIncident), rows: anyRows })

function judgeStock({ item, incident, rows }: StockWorld) {
  const asked = holderAsked(item, incident)
  const stock = asked === null ? null : holderStock(asked, rows, namesAsTyped)
  return notInStock.judge({
    item,
    incident,
    stock,
    settings: { state_services: ['army', 'police'] },
    names: namesAsTyped,
  })
}

/** A world where whole lists often do cover all: else a yes would hardly ever be drawn. */
const coveredStock = fc
  .record({
    item: fc
      .record({ model: fc.constantFrom('AKM', 'AKMS'), year })
      .map(({ model, year: made }) => sampleItem({ model, producer: 'Factory 11', year: made })),
    incident: date.map((found) => sampleIncident({ date: found, country: 'QM' })),
    rows: anyRows,
  })
  .map(({ item, incident, rows }): StockWorld => {
    const whole = sampleRow({
      ref: 'W',
      id: 'w',
      model: 'FAL',
      covers_from: '2000' as PartialDate,
      covers_to: '2020' as PartialDate,
    })
    return { item, incident, rows: [whole, ...rows] }
  })

const runs = { numRuns: 400 }
const yesOf = ({ answer }: Judgement) => answer === 'yes'
const tell = (rule: RuleName, judgement: Judgement): Telling =>
  tellKept(rule, judgement, { kind: 'item', ref: 'ITEM-1' })

test('embargo: the order in which scopes and rows come does not matter', () => {
  fc.assert(
    fc.property(anyEmbargo, (input) => {
      const turned = { ...input, scopes: input.scopes.toReversed(), rows: input.rows.toReversed() }
      expect(embargo.judge(turned)).toEqual(embargo.judge(input))
    }),
    runs,
  )
})

test('embargo: one more scope or stock row never turns a yes into a yes with fewer grounds', () => {
  fc.assert(
    fc.property(coveredEmbargo, anyScope, anyRow, (input, scope, row) => {
      const more = {
        ...input,
        scopes: [...input.scopes, { ...scope, ref: 'S9', instrument: 'Order 9' }],
        rows: [...input.rows, sampleRow({ ...row, ref: 'R9', id: 'r9' })],
      }
      const [before, after] = [embargo.judge(input), embargo.judge(more)]
      fc.pre(yesOf(before) && yesOf(after))
      expect(tell('embargo', after).grounds.length).toBeGreaterThanOrEqual(tell('embargo', before).grounds.length)
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  )
})

test('embargo: age never clears: an earlier year of production makes no answer a no', () => {
  fc.assert(
    fc.property(anyEmbargo, fc.integer({ min: 1, max: 60 }), (input, years) => {
      const { year: made, year_to: to, ...item } = input.item
      fc.pre(made !== undefined)
      const last = to ?? made
      const older = { ...item, year: Math.min(made, last) - years, year_to: Math.max(made, last) - years }
      const younger = embargo.judge(input)
      fc.pre(younger.answer !== 'no' && !contradicts(younger))
      const judged = embargo.judge({ ...input, item: older })
      // Of another year it may be the very piece that an exempt holder lists.
      fc.pre(judged.facts.exempt.length <= younger.facts.exempt.length)
      expect(judged.answer).not.toBe('no')
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  )
})

test('embargo: an exemption of one scope does not clear an older item of another that applies', () => {
  const scope: ScopePeriod = {
    ref: 'S0',
    regime: 'One',
    instrument: 'Order 0',
    direction: 'into',
    area: null,
    holders: [],
    exempt_holders: [],
    classes: [],
    from: '2004' as PartialDate,
    confidence: 'verified',
  }
  const exempting: ScopePeriod = { ...scope, ref: 'S1', instrument: 'Order 1', exempt_holders: ['state-forces'] }
  const item = sampleItem({ class: 'arm', lot: '7', year: 2003 })
  const row = sampleRow({ holder: 'State of QM', holder_country: 'QM', services: ['all'], class: 'arm', lot: '7' })
  const incident = sampleIncident({ kind: 'attack', date: '2005' as PartialDate })
  const input: EmbargoInput = {
    item,
    incident,
    actor: null,
    scopes: [scope, exempting],
    rows: [row],
    names: namesAsTyped,
  }
  expect(embargo.judge(input).answer).toBe('cannot-tell')
  expect(embargo.judge({ ...input, scopes: [exempting] }).answer).toBe('no')
})

test('embargo: what only unverified entries say raises nothing', () => {
  fc.assert(
    fc.property(anyEmbargo, (input) => {
      const scopes = input.scopes.map((scope): ScopePeriod => ({ ...scope, confidence: 'unverified' }))
      expect(embargo.judge({ ...input, scopes }).raised).toBe(false)
    }),
    runs,
  )
})

test('embargo: a vaguer date of the find never makes an answer surer', () => {
  fc.assert(
    fc.property(anyEmbargo, (input) => {
      const found = input.incident?.date
      fc.pre(
        input.incident !== null &&
          found !== undefined &&
          Object.keys(input.incident).every((key) => !key.endsWith('_on')),
      )
      const vague = { ...input, incident: { ...input.incident, date: found.slice(0, 4) as PartialDate } }
      const [sharp, blunt] = [embargo.judge(input), embargo.judge(vague)]
      fc.pre(!contradicts(sharp))
      expect(blunt.answer === sharp.answer || blunt.answer === 'cannot-tell').toBe(true)
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  )
})

test('not-in-stock: the order of the rows does not matter', () => {
  fc.assert(
    fc.property(anyStock, (world) => {
      expect(judgeStock({ ...world, rows: world.rows.toReversed() })).toEqual(judgeStock(world))
    }),
    runs,
  )
})

test('not-in-stock: one more row never turns a yes into a yes with fewer grounds', () => {
  fc.assert(
    fc.property(coveredStock, anyRow, (world, row) => {
      const more = { ...world, rows: [...world.rows, sampleRow({ ...row, ref: 'R9', id: 'r9' })] }
      const [before, after] = [judgeStock(world), judgeStock(more)]
      fc.pre(yesOf(before) && yesOf(after))
      expect(tell('not-in-stock', after).grounds.length).toBeGreaterThanOrEqual(
        tell('not-in-stock', before).grounds.length,
      )
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  )
})

test('not-in-stock: a row that holds the type always says no', () => {
  fc.assert(
    fc.property(coveredStock, anyRow, (world, drawn) => {
      const { model = '', producer = '', year: made = 0 } = world.item
      const { serial: _, lot: __, calibre: ___, year_to: ____, quantity: _____, ...row } = drawn
      fc.pre(row.status !== 'never-held')
      const holding = sampleRow({
        ...row,
        ref: 'R9',
        id: 'r9',
        class: 'arm',
        model,
        producer,
        year: made,
        services: ['army'],
      })
      expect(judgeStock({ ...world, rows: [...world.rows, holding] }).answer).toBe('no')
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  )
})

test('not-in-stock: without the whole list a yes is never reached by partial ones', () => {
  fc.assert(
    fc.property(anyStock, (world) => {
      const rows = world.rows.map((row): StockRow => ({ ...row, coverage: 'partial' }))
      expect(judgeStock({ ...world, rows }).answer).not.toBe('yes')
    }),
    runs,
  )
})

const day = fc.integer({ min: 1, max: 28 }).map((d) => `2015-03-${String(d).padStart(2, '0')}`)
const anySighting = fc.tuple(fc.constantFrom('1', '2'), day, day).map(([id, a, b]) => ({
  id,
  ref: `INC-${id}`,
  first: (a < b ? a : b) as NonNullable<NewHereInput['first']>['first'],
  last: (a < b ? b : a) as NonNullable<NewHereInput['first']>['last'],
}))

test('new-here: what is raised is a yes, and the coarser one was surely read before', () => {
  fc.assert(
    fc.property(
      fc.record({
        first: fc.option(anySighting),
        parentFirst: fc.option(anySighting),
        n: fc.nat(60),
        visitedBefore: fc.boolean(),
      }),
      (drawn) => {
        const judged = newHere.judge({ ...drawn, zone: null, floor: 30, level: 'year' })
        const before =
          drawn.parentFirst === null || (drawn.first !== null && drawn.parentFirst.last < drawn.first.first)
        expect(judged.raised).toBe(yesOf(judged) && before)
        expect(yesOf(judged)).toBe(drawn.first !== null && drawn.n >= 30 && drawn.visitedBefore)
      },
    ),
  )
})

const anyCounts = fc.array(
  fc.record({ actor: fc.constantFrom('G1', 'G2', 'G3', ':crime'), read: fc.nat(80), carried: fc.nat(80) }),
  { maxLength: 5 },
)

test('same-signature: the order of the actors does not matter, and one incident alone is no match', () => {
  fc.assert(
    fc.property(anyCounts, fc.nat(90), fc.nat(90), (drawn, read, carried) => {
      const actors = drawn.map((count, i) => ({ ...count, actor: `${count.actor}${i}` }))
      const input = {
        side: 'attack' as const,
        actors,
        all: { read: read + carried, carried },
        finer: [],
        incidents: [],
        userUnknown: 0,
        rareShare: 0.05,
        actorFloor: 10,
      }
      const judged = sameSignature.judge(input)
      expect(sameSignature.judge({ ...input, actors: actors.toReversed() })).toEqual(judged)
      expect(carried >= 2 || !judged.raised).toBe(true)
      expect(sameSignature.judge({ ...input, finer: [carried] }).raised).toBe(false)
      expect(sameSignature.judge({ ...input, studies: [{ ...sampleStudy, says: 'common' }] }).answer).toBe('no')
    }),
  )
})

test('every judgement survives JSON and is told from it in the same words', () => {
  fc.assert(
    fc.property(anyEmbargo, anyStock, (input, world) => {
      for (const [rule, judgement] of [
        ['embargo', embargo.judge(input)],
        ['not-in-stock', judgeStock(world)],
      ] as const) {
        const stored = JSON.parse(JSON.stringify(judgement)) as Judgement
        expect(stored).toStrictEqual(judgement)
        expect(tell(rule, stored)).toEqual(tell(rule, judgement))
      }
    }),
    runs,
  )
})
