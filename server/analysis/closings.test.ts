import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StandingRow } from '#store/findings.ts'
import { closingsOf } from './closings.ts'
import { isSeenBy, type View } from './view.ts'

const row = (view: View, kept: boolean): StandingRow => ({
  id: `${view.level}${view.team}`,
  rule: 'embargo',
  version: 1,
  subject_kind: 'item',
  subject: 'I',
  side: 0,
  area: '',
  handling: view.level,
  team: view.team,
  answer: kept ? 'yes' : 'no',
  grade: null,
  kept,
  class: null,
  reading: null,
  judge_at_came: null,
  judge_at_went: null,
  day: null,
  incident: null,
  facts: '{}',
  settings: '{}',
  raised_at: '',
  family: '',
  above: '',
  weight: 0,
  carriers: 0,
  weighed_at: '',
  weight_first: 0,
  rises: '',
  bulk: false,
  grown_at: '',
})
const moved = () => ({ closed_at: '', moved_from: 0, moved_to: 1 })
const close = (before: readonly StandingRow[], now: readonly StandingRow[]) =>
  closingsOf(
    before,
    now.map((one) => ({ ...one, read: null })),
    moved,
  )

const views: readonly View[] = [0, 1, 2].map((level) => ({ level, team: '' }))
const rows = fc
  .subarray([...views])
  .chain((some) => fc.tuple(...some.map((view) => fc.boolean().map((kept) => row(view, kept)))))

/** What a reader of this view has: the row of the widest view below or at it. */
const has = (view: View, held: readonly StandingRow[]) =>
  held.findLast((one) => isSeenBy(view, { level: one.handling, team: one.team }))?.kept === true

test('a view reads a closing exactly where it had the finding kept and has it no more', () => {
  fc.assert(
    fc.property(rows, rows, (before, now) => {
      const closed = close(before, now)
      for (const view of views) {
        const read = closed.findLast((one) => isSeenBy(view, { level: one.handling, team: one.team }))
        expect(read?.held === true).toBe(has(view, before) && !has(view, now))
      }
    }),
  )
})

test('what a view closes does not hang on the rows of wider views', () => {
  fc.assert(
    fc.property(rows, rows, fc.nat(2), (before, now, level) => {
      const seen = <R extends { readonly handling: number }>(list: readonly R[]) =>
        list.filter(({ handling }) => handling <= level)
      const told = (list: ReturnType<typeof close>) => list.map(({ handling, held }) => [handling, held])
      expect(told(seen(close(before, now)))).toEqual(told(close(seen(before), seen(now))))
    }),
  )
})
