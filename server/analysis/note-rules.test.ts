import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { workOff } from './judge.ts'
import { noteRules } from './note-rules.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await noteRules(base.analysis, at)
  await base.put('incidents', [{ incident_ref: 'A', kind: 'seizure', date: '2019-05-01' }])
  await base.put('items', [{ item_ref: 'A-1', incident_ref: 'A', class: 'arm', mark_condition: 'removed' }])
})
afterAll(() => base.close())

const at = '2026-01-02T03:04:05.000Z'
const waiting = async () =>
  (await rowsOf<{ n: number }>(base.store.intake, 'select count(*)::int as n from pending_incidents'))[0]?.n
const raised = async () => (await listFindings(base.analysis, operator, {})).map(({ rule }) => rule)

test('a rule that came with an update is asked of what was recorded before it, once', async () => {
  await rowsOf(base.store.intake, `delete from findings where rule = 'marks-removed'`)
  await rowsOf(base.store.intake, `update knowledge_marks set rules = 'embargo 1'`)
  expect(await raised()).not.toContain('marks-removed')
  await noteRules(base.analysis, at)
  expect(await waiting()).toBe(1)
  await workOff(base.analysis)
  expect(await raised()).toContain('marks-removed')
  await noteRules(base.analysis, at)
  expect(await waiting()).toBe(0)
})

test('where an update weighs otherwise, all is weighed anew, once', async () => {
  await rowsOf(base.store.intake, `update findings set weight = 99, weight_first = 99`)
  await rowsOf(base.store.intake, `update knowledge_marks set rules = replace(rules, 'weights', 'other weights')`)
  await noteRules(base.analysis, at)
  await workOff(base.analysis)
  const [row] = await rowsOf<{ weight: number }>(base.store.intake, `select max(weight)::int as weight from findings`)
  expect([row?.weight, await waiting()]).toEqual([14, 0])
})
