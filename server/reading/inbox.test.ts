/** The inbox as it is read from the base: held to its number, changed where something is added, and kept by a rebuild. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { rebuild } from '../analysis/rebuild.ts'
import { workOff } from '../analysis/judge.ts'
import { sampleBase, sampleParts, type SampleBase } from '../sample-base.ts'
import { listWaiting, readInbox } from './inbox.ts'
import { parseWeek } from '#core/attention/week.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  base.setNow('2026-01-05T08:00:00.000Z')
  await base.put('settings', [{ setting: 'alerts_a_week', value: '1' }])
  await base.put('scopes', [
    {
      scope_ref: 'S',
      regime: 'R',
      instrument: 'I',
      direction: 'into',
      area: 'XA',
      from: '2001',
      confidence: 'verified',
    },
  ])
  await found('2026-01-06', 'I1', 'M1')
  await found('2026-01-07', 'I2', 'M2')
  await found('2026-01-13', 'I3', 'M3')
})
afterAll(() => base.close())

/** An incident with a rifle that is newer than the embargo, as a submission of that day. */
async function found(day: string, incident: string, model: string): Promise<void> {
  base.setNow(`${day}T12:00:00.000Z`)
  const parts = [
    sampleParts('incidents', { incident_ref: incident, kind: 'cache', date: day, country: 'XA' }),
    sampleParts('items', {
      item_ref: `${incident}-1`,
      incident_ref: incident,
      class: 'arm',
      model,
      producer: 'P',
      year: '2010',
      used_by: 'attacker',
    }),
  ]
  await base.submitter.submit({ source: 'default', author: 'operator', device: 'test', parts }, null)
  await workOff(base.analysis)
}

async function told(week: string, now: string) {
  const inbox = await readInbox(base.analysis, operator, { week: parseWeek(week) ?? undefined, now })
  const say = ({ title, state }: (typeof inbox.alerts)[number]) => `${title.en} ${state}`
  return { alerts: inbox.alerts.map(say), changed: inbox.changed.map(say), waiting: inbox.waiting }
}

const third = '2026-01-21T00:00:00.000Z'

test('of two alerts of a week one reaches the inbox, and the other when a week has room', async () => {
  expect(await told('2026-W02', '2026-01-11T00:00:00.000Z')).toMatchObject({
    alerts: ['Incident I1: arm new'],
    waiting: 1,
  })
  expect(await told('2026-W03', '2026-01-14T00:00:00.000Z')).toMatchObject({
    alerts: ['Incident I3: arm new'],
    waiting: 1,
  })
  expect(await told('2026-W04', third)).toMatchObject({ alerts: ['Incident I2: arm waited'], waiting: 0 })
})

test('what waits is listed with its week still open', async () => {
  const waiting = await listWaiting(base.analysis, operator, { now: '2026-01-14T00:00:00.000Z' })
  expect(waiting).toMatchObject([{ title: { en: 'Incident I2: arm' }, state: 'waiting', week: null, weight: 80 }])
})

test('what was shown and gains a finding is changed, and takes nobody’s place', async () => {
  base.setNow('2026-01-20T10:00:00.000Z')
  const part = sampleParts('items', {
    item_ref: 'I1-2',
    incident_ref: 'I1',
    class: 'arm',
    model: 'M1',
    producer: 'P',
    year: '2011',
    used_by: 'attacker',
  })
  await base.submitter.submit({ source: 'default', author: 'operator', device: 'test', parts: [part] }, null)
  expect(await told('2026-W04', third)).toMatchObject({
    alerts: ['Incident I2: arm waited'],
    changed: ['Incident I1: arm changed'],
  })
})

test('a rebuild keeps what came in which week', async () => {
  const weeks = ['2026-W02', '2026-W03', '2026-W04']
  const before = await Promise.all(weeks.map((week) => told(week, third)))
  base.setNow('2026-03-01T00:00:00.000Z')
  expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true })
  expect(await Promise.all(weeks.map((week) => told(week, third)))).toEqual(before)
})

test('an item that is corrected leaves the alert that it was in', async () => {
  base.setNow('2026-03-02T00:00:00.000Z')
  await base.put('items', [
    {
      item_ref: 'I3-1',
      incident_ref: 'I3',
      class: 'arm',
      model: 'M3',
      producer: 'P',
      year: '1990',
      used_by: 'attacker',
    },
  ])
  expect(await told('2026-W03', third)).toMatchObject({ alerts: ['Incident I2: arm waited'] })
})
