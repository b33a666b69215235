/** A law over a real base: what a preview says is what moves when the setting is kept. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase } from '../sample-base.ts'
import { decidingSetting, denseHistory, lowFloors } from '../sample-history.ts'
import { openWorld } from '../sample-world.ts'
import { previewOf, type Previewed } from './preview.ts'

const runs = { numRuns: Number(process.env['HEADSTAMP_RUNS'] ?? 12), endOnFailure: true }

/** How many of each rule. */
const moved = (held: ReadonlyMap<string, string>, is: (key: string, says: string) => boolean) =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        [...held].filter(([key, says]) => is(key, says)),
        ([key]) => key.split(' ')[0] ?? '',
      ),
    ].map(([rule, own]) => [rule, own.length]),
  )

test('what a preview says would cease and come is what ceases and comes when it is kept', async () => {
  await fc.assert(
    fc.asyncProperty(denseHistory, decidingSetting, async (history, { setting = '', value = '' }) => {
      const world = await openWorld()
      const held = async () =>
        new Map(
          (await world.findings()).read.map(({ rule, subject, side, answer, grade }) => [
            `${rule} ${subject.ref} ${side ?? ''}`,
            `${answer} ${grade}`,
          ]),
        )
      try {
        for (const step of [lowFloors, ...history]) await world.play(step)
        await world.settle()
        const before = await held()
        const pages: Previewed[] = []
        const supposed = { source: 'default', ref: setting, setting, value, from: null }
        for await (const one of previewOf(world.analysis, operator, supposed)) pages.push(one)
        await world.play({ table: 'settings', rows: [{ setting, value }], source: 'default', mode: 'bulk' })
        await world.settle()
        const after = await held()
        const said = (count: (rule: Previewed['rules'][number]) => number) =>
          Object.fromEntries(
            (pages.at(-1)?.rules ?? []).flatMap((rule) => (count(rule) > 0 ? [[rule.rule, count(rule)]] : [])),
          )
        expect(said(({ cease }) => cease)).toEqual(moved(before, (key) => !after.has(key)))
        expect(said(({ come }) => come)).toEqual(moved(after, (key) => !before.has(key)))
        const isOther = (key: string, says: string) => before.has(key) && before.get(key) !== says
        expect(said(({ change }) => change)).toEqual(moved(after, isOther))
      } finally {
        await world.close()
      }
    }),
    runs,
  )
}, 600_000)

test('a preview of a setting that rules about items read says which items it would move', async () => {
  const base = await sampleBase()
  const preview = async (setting: string, value: string) => {
    const supposed = { source: 'default', ref: setting, setting, value, from: null }
    const told: Previewed[] = []
    for await (const one of previewOf(base.analysis, operator, supposed)) told.push(one)
    return told.at(-1)
  }
  const list = { holder: 'State', services: 'army', basis: 'inspection', coverage: 'whole', class: 'arm', model: 'M2' }
  try {
    await base.put('settings', [
      { setting: 'host_country', value: 'XA' },
      { setting: 'state_services', value: 'army' },
    ])
    await base.put('stock', [{ ...list, stock_ref: 'K1', year: '2011', covers_from: '1990', covers_to: '2026' }])
    await base.put('incidents', [{ incident_ref: 'I1', kind: 'attack', date: '2015-02-03', country: 'XA' }])
    const rifle = { class: 'arm', model: 'M1', producer: 'P', year: '2011', used_by: 'attacker' }
    await base.put('items', [{ ...rifle, item_ref: 'I1-1', incident_ref: 'I1' }])
    const moves = {
      rule: 'not-in-stock',
      cease: 1,
      come: 0,
      first_to_cease: [{ subject: { kind: 'item', ref: 'I1-1' } }],
    }
    for (const [setting, value] of [
      ['state_services', 'army; police'],
      ['host_country', 'XB'],
    ] as const) {
      const told = await preview(setting, value)
      expect(told).toMatchObject({ holds: true, items: 1 })
      expect(told?.rules.find(({ rule }) => rule === 'not-in-stock')).toMatchObject(moves)
    }
  } finally {
    await base.close()
  }
})
