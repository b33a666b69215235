/** A law over a real base: what a preview says is what moves when the setting is kept. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { anyHistory, anySetting, lowFloors } from '../sample-history.ts'
import { openWorld } from '../sample-world.ts'
import { previewOf, type Previewed } from './preview.ts'

const runs = { numRuns: Number(process.env['HEADSTAMP_RUNS'] ?? 12), endOnFailure: true }

const moved = (keys: ReadonlySet<string>) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key.split(' ')[0] ?? '')].map(([rule, own]) => [rule, own.length]))

test('what a preview says would cease and come is what ceases and comes when it is kept', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, anySetting, async (history, { setting = '', value = '', from = '' }) => {
      const world = await openWorld()
      const held = async () =>
        (await world.findings()).read.map(({ rule, subject, side }) => `${rule} ${subject.ref} ${side ?? ''}`)
      try {
        for (const step of [lowFloors, ...history]) await world.play(step)
        await world.settle()
        const before = new Set(await held())
        const ref = from === '' ? setting : `${setting}@${from}`
        let told: Previewed | null = null
        const supposed = { source: 'default', ref, setting, value, from: from === '' ? null : from }
        for await (const one of previewOf(world.analysis, operator, supposed)) told = one
        const row = { setting, value, ...(from !== '' && { from }) }
        await world.play({ table: 'settings', rows: [row], source: 'default', mode: 'bulk' })
        await world.settle()
        const after = new Set(await held())
        const said = (count: (rule: Previewed['rules'][number]) => number) =>
          Object.fromEntries((told?.rules ?? []).flatMap((rule) => (count(rule) > 0 ? [[rule.rule, count(rule)]] : [])))
        expect(said(({ cease }) => cease)).toEqual(moved(before.difference(after)))
        expect(said(({ come }) => come)).toEqual(moved(after.difference(before)))
      } finally {
        await world.close()
      }
    }),
    runs,
  )
}, 600_000)
