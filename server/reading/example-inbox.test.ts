/** The example, played as it happened: how many alerts a week it raises, and that each planted lead reaches the inbox. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlertAnswer, InboxAnswer } from '#api/inbox-routes.ts'
import { parseWeek } from '#core/attention/week.ts'
import { plantedLeads } from '#exercise/example/leads.ts'
import { operator } from '#store/reader.ts'
import { playExample } from '../../bench/play-example.ts'
import { openContext, type Context } from '../context.ts'
import { samplePlace, type SamplePlace } from '../sample-context.ts'
import { listWaiting, readInbox } from './inbox.ts'

let place: SamplePlace
let context: Context
let time = Date.parse('2018-01-01T00:00:00Z')
const weeks: InboxAnswer[] = []

beforeAll(async () => {
  place = await samplePlace()
  context = await openContext({ ...place, now: () => time })
  await playExample(
    context,
    (instant) => {
      time = Date.parse(instant)
    },
    () => Promise.resolve(),
  )
  for (let week: string | null | undefined; week !== null; week = weeks.at(-1)?.earlier ?? null) {
    weeks.push(
      await readInbox(context.analysis, operator, {
        week: week === undefined ? undefined : (parseWeek(week) ?? undefined),
        now: new Date(time).toISOString(),
      }),
    )
  }
}, 120_000)
afterAll(async () => {
  await context?.close()
  await place?.remove()
})

const nameOf = ({ about }: AlertAnswer) => (about.kind === 'signature' ? about.ref : `${about.ref} ${about.class}`)

test('no week holds ten alerts or more', () => {
  expect(weeks.length).toBeGreaterThan(5)
  expect(weeks.filter(({ alerts }) => alerts.length >= 10)).toEqual([])
})

test.each(plantedLeads)('the inbox leads to $name', ({ about, incident }) => {
  const shown = weeks.flatMap(({ alerts }) => alerts).filter((alert) => nameOf(alert) === about)
  expect(shown.flatMap(({ incidents }) => incidents)).toContain(incident)
})

test('nothing waits, and no lead is in two weeks', async () => {
  expect(await listWaiting(context.analysis, operator, { now: new Date(time).toISOString() })).toEqual([])
  const names = weeks.flatMap(({ alerts }) => alerts.map(nameOf))
  expect(new Set(names).size).toBe(names.length)
})
