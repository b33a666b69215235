/** The settings over HTTP: read by everybody, previewed by an administrator, and what a kept one moved. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewSchema, settingsRoute, type PreviewAnswer, type SettingsAnswer } from '#api/settings-routes.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import { workOff } from '../analysis/judge.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'
import { sampleParts } from '../sample-base.ts'
import type { Table } from '#core/record/kinds.ts'

let sample: SampleApp
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  sample = await sampleApp()
  headers = await sample.signedIn()
  await put('settings', [{ setting: 'rare_share', value: '0.99' }])
  await put('stock', [
    {
      stock_ref: 'K1',
      holder: 'State',
      basis: 'list',
      coverage: 'partial',
      class: 'arm',
      covers_to: '2020',
      status: 'lost',
    },
  ])
  for (const ref of ['I1', 'I2']) {
    await put('incidents', [{ incident_ref: ref, kind: 'attack', date: '2015-02-03', country: 'ML' }])
    const rifle = { class: 'arm', model: 'AKMS', producer: 'P', year: '2011', used_by: 'attacker' }
    await put('items', [{ ...rifle, item_ref: `${ref}-1`, incident_ref: ref }])
  }
  await workOff(sample.context.analysis)
})
afterAll(() => sample.remove())

async function put(table: Table, rows: readonly Record<string, string>[]): Promise<void> {
  const parts = rows.map((row) => sampleParts(table, row))
  await writeBulk(sample.context.intake, sample.context.analysis, [
    { source: 'default', author: 'operator', device: 'test', parts },
  ])
}

const ask = async (): Promise<SettingsAnswer> =>
  settingsRoute.answer.parse((await sample.ask('GET', '/api/settings', { headers })).json())
const named = async (name: string) => (await ask()).settings.find((one) => one.name === name)

const post = (url: string, payload: object) => sample.ask('POST', url, { headers, payload })

async function preview(payload: object): Promise<PreviewAnswer> {
  let told = previewSchema.parse((await post('/api/settings/previews', payload)).json())
  while (told.state === 'running') {
    await pause(20)
    told = previewSchema.parse((await sample.ask('GET', `/api/settings/previews/${told.id}`, { headers })).json())
  }
  return told
}

test('every setting is named with its value, the usual one, and the rules that read it', async () => {
  const { settings, records, judging } = await ask()
  expect(settings).toHaveLength(12)
  expect(await named('floor')).toMatchObject({
    value: '30',
    usual: '30',
    set: null,
    earlier: [],
    rules: ['new-here', 'exclusive', 'defender-issue'],
  })
  expect(await named('short_lag')).toMatchObject({ usual: '24; explosive:12; detonator:12' })
  expect(await named('rare_share')).toMatchObject({ value: '0.99', set: { set_by: 'operator', from: null } })
  expect([records, judging]).toEqual([{ losses: 1, contingents: 0, areas: 0, actors: 0 }, false])
})

test('a preview says what would cease, and keeps nothing', async () => {
  const told = await preview({ setting: 'rare_share', value: '0.001', from: '2026-01-01' })
  expect(told).toMatchObject({ state: 'done', holds: true, items: 0, not_judged: [] })
  expect(told.rules).toMatchObject([{ rule: 'same-signature', cease: 1, come: 0 }])
  expect(told.rules[0]?.first_to_cease[0]?.subject.ref).toMatch(/^arm\|year\|/)
  expect(await named('rare_share')).toMatchObject({ value: '0.99' })
})

test('a setting that no rule reads moves nothing, and one before a later day does not hold', async () => {
  expect(await preview({ setting: 'alerts_a_week', value: '3' })).toMatchObject({
    state: 'done',
    holds: true,
    rules: [],
  })
  await put('settings', [{ setting: 'floor', value: '20', from: '2026-05-01' }])
  await workOff(sample.context.analysis)
  expect(await preview({ setting: 'floor', value: '10', from: '2026-04-01' })).toMatchObject({ holds: false })
})

test('a value that cannot be kept is refused before it is previewed, and a preview is its own account’s', async () => {
  const refused = await post('/api/settings/previews', { setting: 'floor', value: 'many' })
  expect(refused.json()).toMatchObject({ status: 422, fields: [{ field: 'value' }] })
  expect((await sample.ask('GET', '/api/settings/previews/X', { headers })).statusCode).toBe(404)
})

test('what a kept setting moved is found by its time, and its earlier value stays', async () => {
  const row = { setting: 'rare_share', value: '0.001', from: '2026-01-01', note: 'as agreed' }
  expect((await post('/api/records', { table: 'settings', row })).statusCode).toBe(201)
  expect((await ask()).judging).toBe(true)
  await workOff(sample.context.analysis)
  const { set, earlier } = (await named('rare_share')) ?? {}
  expect(set).toMatchObject({ value: '0.001', from: '2026-01-01', note: 'as agreed', set_by: 'Administrator' })
  expect(earlier).toMatchObject([{ value: '0.99' }])
  const closed = await sample.ask('GET', `/api/findings?closed=true&at=${set?.set_at}`, { headers })
  expect(closed.json()).toMatchObject([
    {
      rule: 'same-signature',
      closed: { at: set?.set_at, by: [{ kind: 'setting', ref: 'desk:rare_share@2026-01-01' }] },
    },
  ])
})
