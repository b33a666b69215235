/** Laws of judging, over a real base: however records came, what is kept is what the rules say of them now. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FindingAnswer } from '#api/routes.ts'
import { operator } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { anyHistory, anyStep, lowFloors, settingsHistory, type Step } from '../sample-history.ts'
import { openWorld } from '../sample-world.ts'
import { rebuild } from './rebuild.ts'

// More by hand: HEADSTAMP_RUNS=200.
const runs = { numRuns: Number(process.env['HEADSTAMP_RUNS'] ?? 12), endOnFailure: true }
const patience = 600_000

const alone = (table: Step['table'], row: Step['rows'][number]): Step => ({
  table,
  rows: [row],
  source: 'default',
  mode: 'single',
})

const works = {
  entry_ref: 'L1',
  list: 'producers',
  name: 'P',
  aliases: 'Q',
  confidence: 'probable',
  read_in: 'A letter',
}

/** An item with a finding moves to an incident that nobody has recorded yet. */
const movedAway: readonly Step[] = [
  alone('incidents', { incident_ref: 'I1', kind: 'attack', date: '2016-03-10', country: 'XA' }),
  alone('scopes', { scope_ref: 'E1', regime: 'R', instrument: 'O', direction: 'into', area: 'XA', from: '2014-06-01' }),
  alone('items', { item_ref: 'J1', incident_ref: 'I1', class: 'arm', year: '2015', used_by: 'attacker' }),
  alone('items', { item_ref: 'J1', incident_ref: 'I2', class: 'arm', year: '2015', used_by: 'attacker' }),
]

/** Two incidents whose items two writings of one name keep apart, until a row joins them; then it is written anew. */
const joined: readonly Step[] = [
  ...['I1', 'I2'].flatMap((ref, i) => [
    alone('incidents', { incident_ref: ref, kind: 'attack', date: '2016-03-10', country: 'XA' }),
    alone('items', {
      item_ref: `J${i}`,
      incident_ref: ref,
      class: 'arm',
      model: 'M1',
      producer: i === 0 ? 'P' : 'Q',
      used_by: 'attacker',
    }),
  ]),
  alone('library', works),
  { ...alone('library', { entry_ref: 'L1' }), review: 'accepted' },
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

/** What one actor alone was read with is seen by a study, which comes last. */
const seenElsewhere: readonly Step[] = [
  ...[...Array.from({ length: 12 }).keys()].flatMap((i) => [
    alone('incidents', {
      incident_ref: `I${i}`,
      kind: i < 8 ? 'attack' : 'crime',
      date: `2016-03-${10 + i}`,
      country: 'XA',
      ...(i < 8 && { presumed_actor: i < 3 ? 'G1' : 'G2', actor_basis: 'claim' }),
    }),
    alone('items', {
      item_ref: `J${i}`,
      incident_ref: `I${i}`,
      used_by: 'attacker',
      ...(i < 3 ? rifle : { class: 'arm', model: 'M2', producer: 'Q', year: '2011' }),
    }),
  ]),
  alone('baselines', { ...study, baseline_ref: 'B1' }),
]

test(
  'after any history what is kept equals a full recomputation',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyHistory, settingsHistory), async (history) => {
        const world = await openWorld()
        try {
          for (const step of [lowFloors, ...history.slice(0, -1)]) {
            // As where a server runs: what was judged before a setting changed must not outlive the change.
            if (step.table === 'settings') await world.settle()
            await world.play(step)
          }
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
      {
        ...runs,
        examples: [
          [movedAway],
          [joined],
          [[...joined, alone('library', { ...works, aliases: '' })]],
          [commonLast],
          [seenLast],
          [otherLast],
          [seenElsewhere],
        ],
      },
    )
  },
  patience,
)

test(
  'what was found of an item and holds no more is closed, and nothing that holds is; a rebuild leaves both',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const world = await openWorld()
        const closed = () => listFindings(world.analysis, operator, { closed: true, limit: 1000 })
        const held = async () => (await world.findings()).read.map(keyOf)
        try {
          const ever = new Set<string>()
          for (const step of [lowFloors, ...history].flatMap(rowByRow)) {
            await world.play(step)
            await world.settle()
            for (const key of await held()) ever.add(key)
          }
          const now = new Set(await held())
          const isClosed = await closed()
          expect(isClosed.map(keyOf).filter((key) => now.has(key))).toEqual([])
          const answers = await listFindings(world.analysis, operator, { all: true, limit: 1000 })
          const changed = answers.filter(({ answer, grade }) => answer !== 'yes' && grade !== 'possible').map(keyOf)
          const ceased = changed.filter((key) => ever.has(key))
          expect(new Set(isClosed.map(keyOf)).intersection(new Set(changed))).toEqual(new Set(ceased))
          await rebuild(world.intake, world.analysis)
          expect(await closed()).toEqual(isClosed)
        } finally {
          await world.close()
        }
      }),
      runs,
    )
  },
  patience,
)

/** What holds between two rows of a step was found too. */
const rowByRow = (step: Step): readonly Step[] => step.rows.map((row) => ({ ...step, rows: [row] }))

const keyOf = ({ rule, subject, side }: FindingAnswer) => `${rule} ${subject.ref} ${side ?? ''}`

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
      /^(entry|incident|item|stock|baseline|actor|affiliation|area|scope)_ref$/.test(column) ? `NEW-${value}` : value,
    ]),
  )
