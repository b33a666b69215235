import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sum } from '#core/coverage/coverage.ts'
import { rowsOf } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import { workOff } from '../analysis/judge.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import { sampleBase, sampleParts, type SampleBase } from '../sample-base.ts'
import { anyHistory } from '../sample-history.ts'
import { listCoverage, type CoverageQuery } from './coverage.ts'
import { NotOneRecord } from './reading.ts'
import { emptyBase } from './sample-worlds.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

/** Reviews are no records of their own. */
const recorded = anyHistory.map((steps) => steps.filter(({ review }) => review === undefined))

const colleague = { account: 'a', clearance: 1, teams: [] } as const
const rows = (query: CoverageQuery = {}, reader: typeof colleague | typeof operator = operator) =>
  listCoverage(base.analysis, reader, query)

const knownOf = async (query: CoverageQuery) => sum(await rows(query)).known

async function live(): Promise<void> {
  await emptyBase(base.store)
  const incident = { kind: 'attack', country: 'ML' }
  await base.put('areas', [
    { area_ref: 'MISSION', name: 'Mission', kind: 'sector', members: 'ML;BF' },
    { area_ref: 'RIVER', name: 'River', kind: 'polygon' },
  ])
  await base.put('incidents', [
    { ...incident, incident_ref: 'A', date: '2015-08-07', access: 'documented' },
    { ...incident, incident_ref: 'B', date: '2015-08-09', access: 'refused' },
    { ...incident, incident_ref: 'C', date: '2015-08', access: 'nothing-found' },
    { ...incident, incident_ref: 'D', date: '2015-08-30', end_date: '2015-09-02', access: 'already-swept' },
    { ...incident, incident_ref: 'E', date: '2015', country: 'BF', access: 'not-reached' },
    { ...incident, incident_ref: 'F', date: '2015-12-30', end_date: '2016-01-02', access: 'done-by-authority' },
    { ...incident, incident_ref: 'G', date: '', country: '' },
    { ...incident, incident_ref: 'H', date: '2015-08-11' },
    { ...incident, incident_ref: 'I', date: '2015-08-12', read_level: 'type' },
    { ...incident, incident_ref: 'J', date: '2015-08-13' },
  ])
  await base.put('items', [
    { item_ref: 'A-1', incident_ref: 'A', class: 'arm', model: 'AKMS' },
    { item_ref: 'A-2', incident_ref: 'A', class: 'ammunition', lot: '7', handling: 'strictly-confidential' },
    { item_ref: 'B-1', incident_ref: 'B', class: 'arm' },
    { item_ref: 'H-1', incident_ref: 'H', class: 'arm', handling: 'strictly-confidential' },
  ])
}

test('what happened, was reached and was read stands by area and month; what is not sure stands apart', async () => {
  await live()
  const all = await rows()
  expect(all.map(({ area, month, known }) => [area, month, known])).toEqual([
    ['ML', '2015-08', 6],
    ['BF', '2015', 1],
    ['ML', '2015', 1],
    ['ML', null, 1],
    [null, null, 1],
  ])
  expect(all[0]).toEqual({
    area: 'ML',
    month: '2015-08',
    known: 6,
    reached: 3,
    not_reached: 1,
    access_not_known: 2,
    refused: 1,
    already_swept: 0,
    done_by_authority: 0,
    read_class: 4,
    read_type: 2,
    read_marks: 1,
  })
  expect(all[2]).toMatchObject({ known: 1, reached: 0, not_reached: 1, already_swept: 1 })
})

test('without a word about access an incident was reached where its reader sees an item of it', async () => {
  const [august] = await rows({}, colleague)
  expect(august).toMatchObject({
    known: 6,
    reached: 2,
    access_not_known: 3,
    read_class: 3,
    read_type: 2,
    read_marks: 0,
  })
})

test('an area is a country, a region, or one that the mission recorded; of others nothing can be known', async () => {
  expect(await knownOf({ area: 'BF' })).toBe(1)
  expect(await knownOf({ area: 'MISSION' })).toBe(9)
  await expect(rows({ area: 'RIVER' })).rejects.toThrow(NotOneRecord)
})

test('since a day counts what may have been on it or later, and nothing undated', async () => {
  expect(await knownOf({ since: '2015-08-31' })).toBe(4)
  expect(await knownOf({ since: '2016-01-01' })).toBe(1)
  expect(await knownOf({ since: '2016-01-03' })).toBe(0)
})

const history = fc.array(
  fc.record({
    date: fc.constantFrom('', '2015', '2015-03', '2015-03-04', '2015-04-01', '2016-02-01'),
    end_date: fc.constantFrom('', '', '2015-04-02', '2016-03'),
    country: fc.constantFrom('XA', 'XB', ''),
    access: fc.constantFrom('', '', 'documented', 'not-reached', 'refused', 'nothing-found'),
    read_level: fc.constantFrom('', 'none', 'type', 'marks'),
    handling: fc.constantFrom('confidential', 'strictly-confidential'),
  }),
  { minLength: 1, maxLength: 12 },
)

test('every incident is counted once, and each count holds the finer ones', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (incidents) => {
      await emptyBase(base.store)
      await base.put(
        'incidents',
        incidents.map((row, n) => filled({ incident_ref: `R${n}`, kind: 'attack', ...row })),
      )
      for (const reader of [operator, colleague]) {
        const all = await rows({}, reader)
        const seen = incidents.filter(({ handling }) => reader === operator || handling === 'confidential')
        expect(sum(all).known).toBe(seen.length)
        expect(sum(all).refused).toBe(seen.filter(({ access }) => access === 'refused').length)
        for (const row of all) {
          expect(row.reached + row.not_reached + row.access_not_known).toBe(row.known)
          expect(row.known >= row.read_class && row.read_class >= row.read_type).toBe(true)
          expect(row.read_type >= row.read_marks).toBe(true)
        }
      }
    }),
    { numRuns: 10 },
  )
}, 60_000)

test('after any history the counts are those of the records themselves', async () => {
  await fc.assert(
    fc.asyncProperty(recorded, async (steps) => {
      await emptyBase(base.store)
      for (const { table, rows: told, source } of steps) {
        const submissions = told.map((row) => ({
          source,
          author: 'operator',
          device: 'test',
          parts: [sampleParts(table, row)],
        }))
        await writeBulk(base.intake, base.analysis, submissions)
      }
      await workOff(base.analysis)
      const [counted] = await rowsOf<Record<'known' | 'reached' | 'read_class', number>>(
        base.store.intake,
        `select count(*)::int as known, count(*) filter (where items)::int as reached,
                count(*) filter (where items or coalesce(read_level, 'none') <> 'none')::int as read_class
           from (select read_level, exists (select from items t where t.incident = i.id) as items from incidents i) i`,
      )
      expect(sum(await rows())).toMatchObject(counted ?? {})
    }),
    { numRuns: 10 },
  )
}, 120_000)

const filled = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
