/** Laws of judging, over a real base: however records came, what is kept is what the rules say of them now. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRow } from '#core/record/parse-row.ts'
import { rowsOf } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import type { Submission } from '../intake/plan.ts'
import { makeSubmitter } from '../intake/submit.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import { listFindings } from '../reading/findings.ts'
import { shippedReference } from '../reference.ts'
import { sampleBase } from '../sample-base.ts'
import { anyHistory, anyStep, lowFloors, type Step } from '../sample-history.ts'
import { workOff } from './judge.ts'
import { rebuild } from './rebuild.ts'

const { places, areaOfCode, codes } = shippedReference()
// More by hand: HEADSTAMP_RUNS=200.
const runs = { numRuns: Number(process.env['HEADSTAMP_RUNS'] ?? 12), endOnFailure: true }
const patience = 600_000

const alone = (table: Step['table'], row: Step['rows'][number]): Step => ({
  table,
  rows: [row],
  source: 'default',
  mode: 'single',
})

/** An item with a finding moves to an incident that nobody has recorded yet. */
const movedAway: readonly Step[] = [
  alone('incidents', { incident_ref: 'I1', kind: 'attack', date: '2016-03-10', country: 'XA' }),
  alone('scopes', { scope_ref: 'E1', regime: 'R', instrument: 'O', direction: 'into', area: 'XA', from: '2014-06-01' }),
  alone('items', { item_ref: 'J1', incident_ref: 'I1', class: 'arm', year: '2015', used_by: 'attacker' }),
  alone('items', { item_ref: 'J1', incident_ref: 'I2', class: 'arm', year: '2015', used_by: 'attacker' }),
]

const rifle = { class: 'arm', model: 'M1', producer: 'P', year: '2015' }
const study = { ...rifle, study: 'Survey', country: 'XA', sample: '40', seen: '3', to: '2015' }

/** What two incidents carry is called common, or was seen before; by a row that comes last, or says something else last. */
const studied: readonly Step[] = ['2016-03-10', '2016-03-11', '2017-02-03', '2017-02-03'].flatMap((date, i) => [
  alone('incidents', { incident_ref: `I${i}`, kind: 'attack', date, country: 'XA', admin1: 'North' }),
  alone('items', {
    item_ref: `J${i}`,
    incident_ref: `I${i}`,
    used_by: 'attacker',
    ...(i < 2 ? { class: 'arm', model: 'M2', producer: 'Q' } : rifle),
  }),
])
const commonLast = [...studied, alone('baselines', { ...study, baseline_ref: 'B1', says: 'common' })]
const { producer: _, year: __, ...model } = study
const seenLast = [...studied, alone('baselines', { ...model, baseline_ref: 'B1' })]
const otherLast = [...commonLast, alone('baselines', { ...study, baseline_ref: 'B1', model: 'M3' })]

const submissionsOf = ({ table, rows, source }: Step): readonly Submission[] =>
  rows.flatMap((row) => {
    const parsed = parseRow(table, row, codes)
    return parsed.ok ? [{ source, author: 'operator', device: 'test', parts: [parsed.value] }] : []
  })

/** A base where histories are played as they would come: single submissions through the submitter, the rest in bulk. */
async function openWorld() {
  const base = await sampleBase()
  const intake = { ...base.intake, places }
  const analysis = { ...base.analysis, places, areaOfCode }
  const submitter = makeSubmitter(intake, analysis)
  return {
    analysis,
    intake,
    async play(step: Step): Promise<void> {
      const submissions = submissionsOf(step)
      if (step.mode === 'bulk') await writeBulk(intake, analysis, submissions)
      else for (const one of submissions) await submitter.submit(one, null)
    },
    settle: () => workOff(analysis),
    /** What is kept, for every view, and what the operator reads. */
    async findings() {
      const kept = await rowsOf<Record<string, unknown>>(
        base.store.intake,
        `select rule, subject, side, handling, team, answer, grade, kept, facts from findings f
          where kept or subject_kind = 'item' order by 1, 2, 3, 4, 5`,
      )
      const read = await listFindings(analysis, operator, { limit: 1000 })
      const told = read.map((finding) => ({
        ...finding,
        id: '',
        raised_at: '',
        items: finding.items.toSorted(),
        incidents: finding.incidents.toSorted(),
      }))
      return { kept, read: told.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
    },
    close: base.close,
  }
}

test(
  'after any history what is kept equals a full recomputation',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const world = await openWorld()
        try {
          for (const step of [lowFloors, ...history.slice(0, -1)]) await world.play(step)
          // What comes last finds all judged, and must itself make wait what it changes.
          await world.settle()
          for (const step of history.slice(-1)) await world.play(step)
          await world.settle()
          const before = await world.findings()
          expect(await rebuild(world.intake, world.analysis)).toMatchObject({ equal: true, different: [] })
          expect(before).toEqual(await world.findings())
        } finally {
          await world.close()
        }
      }),
      { ...runs, examples: [[movedAway], [commonLast], [seenLast], [otherLast]] },
    )
  },
  patience,
)

test(
  'one more record that supersedes nothing never turns a yes into a yes with fewer grounds',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyStep, async (history, { rows, ...step }) => {
        const world = await openWorld()
        try {
          for (const one of [lowFloors, ...history]) await world.play(one)
          await world.settle()
          const before = (await world.findings()).read.filter(({ answer }) => answer === 'yes')
          await world.play({ ...step, source: 'other', rows: rows.slice(0, 1).map(asNew) })
          await world.settle()
          const after = (await world.findings()).read
          for (const { rule, subject, side, grounds } of before) {
            const now = after.find(
              (one) =>
                one.rule === rule && one.subject.ref === subject.ref && one.side === side && one.answer === 'yes',
            )
            if (now !== undefined) expect([rule, now.grounds.length >= grounds.length]).toEqual([rule, true])
          }
        } finally {
          await world.close()
        }
      }),
      runs,
    )
  },
  patience,
)

/** Under references of its own it supersedes nothing; an item may still lie in a known incident. */
const asNew = (row: Step['rows'][number]) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      /^(incident|item|stock|baseline|actor|affiliation|area|scope)_ref$/.test(column) ? `NEW-${value}` : value,
    ]),
  )
