/** Materiel that one actor alone goes on using: what each week was told of it holds when it weighs more, and when it falls. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseWeek } from '#core/attention/week.ts'
import { operator } from '#store/reader.ts'
import { workOff } from '../analysis/judge.ts'
import { rebuild } from '../analysis/rebuild.ts'
import { sampleBase, sampleParts, type SampleBase } from '../sample-base.ts'
import { listWaiting, readInbox } from './inbox.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  base.setNow('2026-01-01T08:00:00.000Z')
  await base.put('settings', [
    { setting: 'alerts_a_week', value: '1' },
    { setting: 'actor_floor', value: '1' },
    { setting: 'rare_share', value: '1' },
  ])
})
afterAll(() => base.close())

let written = 0
/** So many incidents of one actor with one type, each a submission of that day. */
async function found(day: string, count: number, model: string, actor: string): Promise<void> {
  base.setNow(`${day}T12:00:00.000Z`)
  for (let n = 0; n < count; n++) {
    const incident = `I${written++}`
    const parts = [
      sampleParts('incidents', {
        incident_ref: incident,
        kind: 'attack',
        date: day,
        country: 'XA',
        presumed_actor: actor,
        actor_basis: 'claim',
      }),
      sampleParts('items', { item_ref: incident, incident_ref: incident, class: 'arm', model, used_by: 'attacker' }),
    ]
    await base.submitter.submit({ source: 'default', author: 'operator', device: 'test', parts }, null)
  }
  await workOff(base.analysis)
}

const weeks = ['2026-W02', '2026-W03', '2026-W04', '2026-W05', '2026-W06', '2026-W07']
const now = '2026-02-12T00:00:00.000Z'
async function told(week: string) {
  const { alerts } = await readInbox(base.analysis, operator, { week: parseWeek(week) ?? undefined, now })
  return alerts.map(({ about, state, weight }) => `${about.ref} ${state} ${weight}`)
}
const allTold = async () => Promise.all(weeks.map(told))
const waiting = async () =>
  (await listWaiting(base.analysis, operator, { now })).map(({ about, weight }) => `${about.ref} ${weight}`)

const [a, b, c] = ['A', 'B', 'C'].map((model) => `arm|model|model=${model}`)

test('it rises through its steps, and no step changes a week that is over', async () => {
  await found('2026-01-06', 3, 'A', 'G1')
  await found('2026-01-07', 2, 'B', 'G1')
  expect([await allTold(), await waiting()]).toEqual([[[`${a} new 55`], [`${b} waited 50`], [], [], [], []], []])
  await found('2026-01-13', 3, 'C', 'G1')
  expect((await allTold()).slice(0, 3)).toEqual([[`${a} new 55`], [`${c} new 55`], [`${b} waited 50`]])
  await found('2026-01-21', 1, 'B', 'G1')
  expect((await allTold()).slice(0, 3)).toEqual([[`${a} new 55`], [`${c} new 55`], [`${b} risen 55`]])
  await found('2026-01-28', 3, 'B', 'G1')
  await found('2026-02-04', 2, 'B', 'G1')
  expect((await allTold()).slice(0, 3)).toEqual([[`${a} new 55`], [`${c} new 55`], [`${b} risen 55`]])
})

test('a rebuild keeps each step with its week', async () => {
  const before = await allTold()
  base.setNow('2026-03-01T00:00:00.000Z')
  expect(await rebuild(base.intake, base.analysis)).toMatchObject({ equal: true })
  expect(await allTold()).toEqual(before)
})

test('one incident of another actor ends it: it weighs what it weighs without', async () => {
  await found('2026-02-11', 1, 'B', 'G2')
  const inbox = await readInbox(base.analysis, operator, { week: parseWeek('2026-W04') ?? undefined, now })
  expect(inbox.alerts.map(({ why }) => why.en)).toEqual([
    'Rare materiel in five incidents or more (weight 53, 1 finding).',
  ])
})
