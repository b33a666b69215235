import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CalendarAnswer } from '#api/coverage-routes.ts'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { listCalendar, type CalendarQuery } from './calendar.ts'
import { NotOneRecord } from './reading.ts'
import { emptyBase } from './sample-worlds.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

const colleague = { account: 'a', clearance: 1, teams: [] } as const
const rows = (query: CalendarQuery = {}, reader: typeof colleague | typeof operator = operator) =>
  listCalendar(base.analysis, reader, query)

const made = 'arm|producer|model=AKMS;producer=P'

async function live(): Promise<void> {
  await emptyBase(base.store)
  const incident = { kind: 'attack', country: 'ML' }
  await base.put('incidents', [
    { ...incident, incident_ref: 'A', date: '2015-08-07' },
    { ...incident, incident_ref: 'B', date: '2015-08-20', country: 'BF' },
    { ...incident, incident_ref: 'C', date: '2015-09-01' },
    { ...incident, incident_ref: 'D', date: '2015-10-01' },
    { ...incident, incident_ref: 'E', date: '2015' },
    { ...incident, incident_ref: 'F', date: '' },
  ])
  const rifle = { class: 'arm', model: 'AKMS', producer: 'P' }
  await base.put('items', [
    { ...rifle, item_ref: 'A-1', incident_ref: 'A', used_by: 'attacker' },
    { ...rifle, item_ref: 'A-2', incident_ref: 'A', used_by: 'defender' },
    { ...rifle, item_ref: 'B-1', incident_ref: 'B', producer: 'Q' },
    { ...rifle, item_ref: 'C-1', incident_ref: 'C', producer: 'Q' },
    // Of this one only the model was read: it cannot show who made it.
    { class: 'arm', model: 'AKMS', item_ref: 'D-1', incident_ref: 'D' },
    { ...rifle, item_ref: 'E-1', incident_ref: 'E' },
    { ...rifle, item_ref: 'F-1', incident_ref: 'F', handling: 'strictly-confidential' },
  ])
}

test('read and not seen is told from not read: the month without a row', async () => {
  await live()
  expect(await rows({ signature: made })).toEqual([
    { signature: made, month: '2015-09', carried: 0, read: 1 },
    { signature: made, month: '2015-08', carried: 1, read: 2 },
    { signature: made, month: '2015', carried: 1, read: 1 },
    { signature: made, month: null, carried: 1, read: 1 },
  ])
  expect((await rows({ signature: 'arm|model|model=AKMS' })).map(({ month }) => month)).toContain('2015-10')
})

test('what nobody carries was looked for too; what is no signature is not there', async () => {
  const [, august] = await rows({ signature: 'arm|producer|model=AKMS;producer=Nobody' })
  expect(august).toMatchObject({ month: '2015-08', carried: 0, read: 2 })
  expect(await rows({ signature: 'mine|model|model=X' })).toEqual([])
  await expect(rows({ signature: 'rifle' })).rejects.toThrow(NotOneRecord)
  await expect(rows({ signature: 'arm|lot|lot=7' })).rejects.toThrow(NotOneRecord)
})

test('an area and what its reader may not see bound what is counted', async () => {
  expect(await rows({ signature: made, area: 'BF' })).toEqual([
    { signature: made, month: '2015-08', carried: 0, read: 1 },
  ])
  expect((await rows({ signature: made }, colleague)).map(({ month }) => month)).toEqual(['2015-09', '2015-08', '2015'])
})

const ranked = (all: readonly CalendarAnswer[]) =>
  [...Map.groupBy(all, ({ signature }) => signature)].map(
    ([signature, months]) => [signature, months.reduce((sum, { carried }) => sum + carried, 0)] as const,
  )

test('without a signature those come that most incidents carry, of a class where one is asked', async () => {
  expect(ranked(await rows({ class: 'arm', limit: 2 }))).toEqual([
    ['arm|model|model=AKMS', 6],
    [made, 3],
  ])
  expect(ranked(await rows({ area: 'BF', limit: 1 }))).toEqual([['arm|model|model=AKMS', 1]])
  expect(await rows({ class: 'mine' })).toEqual([])
})

const of = (...words: readonly string[]) => fc.constantFrom(...words)
const incident = fc.record({
  date: of('', '2015', '2015-03', '2015-03-04', '2015-04-01'),
  country: of('XA', 'XB'),
  read_level: of('', 'type', 'marks'),
  items: fc.array(
    fc.record({
      class: of('arm', 'arm', 'ammunition'),
      model: of('', 'M1', 'M2'),
      calibre: of('', '7.62x39'),
      producer: of('', 'P', 'Q'),
      used_by: of('attacker', 'defender', ''),
      handling: of('', 'strictly-confidential'),
    }),
    { maxLength: 3 },
  ),
})

test('never more carried than was read, and the few that come first are the first of all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(incident, { minLength: 1, maxLength: 9 }), async (incidents) => {
      await emptyBase(base.store)
      for (const [n, { items, ...row }] of incidents.entries()) {
        await base.put('incidents', [filled({ incident_ref: `R${n}`, kind: 'attack', ...row })])
        await base.put(
          'items',
          items.map((item, i) => filled({ item_ref: `R${n}-${i}`, incident_ref: `R${n}`, ...item })),
        )
      }
      for (const reader of [operator, colleague]) {
        for (const area of [undefined, 'XA']) {
          const all = await rows({ area, limit: 100 }, reader)
          for (const { carried, read } of all) expect(read > 0 && carried <= read).toBe(true)
          const counts = ranked(all).map(([, carried]) => carried)
          expect(counts).toEqual(counts.toSorted((a, b) => b - a))
          expect(ranked(await rows({ area, limit: 1 }, reader))).toEqual(ranked(all).slice(0, 1))
        }
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

const filled = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
