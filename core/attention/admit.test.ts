import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { admit } from './admit.ts'
import { leadsOf, risesOf, type Rise } from './leads.ts'
import { anyFindings } from './sample-steps.ts'
import { sayWeek, weekOf } from './week.ts'

const until = weekOf('2026-03-01')
const rise = (lead: string, weight: number, day: string): Rise => ({
  lead,
  by: 'signature',
  family: lead,
  above: '',
  spot: '',
  weight,
  at: `${day}T00:00:00.000Z`,
})
const told = (rises: readonly Rise[], aWeek: number) =>
  admit(rises, { until, aWeek }).admitted.map(({ lead, week, why }) => `${sayWeek(week)} ${lead} ${why}`)

test('the heaviest of a week reach the inbox, and what waits comes when there is room', () => {
  const week = [rise('a', 30, '2026-01-05'), rise('b', 80, '2026-01-06'), rise('c', 50, '2026-01-11')]
  expect(told(week, 1)).toEqual(['2026-W02 b new', '2026-W03 c waited', '2026-W04 a waited'])
})

test('what is new goes before what waits', () => {
  const rises = [rise('a', 80, '2026-01-05'), rise('b', 80, '2026-01-06'), rise('c', 10, '2026-01-12')]
  expect(told(rises, 1)).toEqual(['2026-W02 a new', '2026-W03 c new', '2026-W04 b waited'])
})

test('what waits and rises above one of a week’s is admitted in that week', () => {
  const rises = [
    rise('a', 80, '2026-01-05'),
    rise('b', 30, '2026-01-06'),
    rise('c', 50, '2026-01-12'),
    rise('b', 90, '2026-01-13'),
  ]
  expect(told(rises, 1)).toEqual(['2026-W02 a new', '2026-W03 b risen', '2026-W04 c waited'])
})

test('what was shown and rises is not shown as new again', () => {
  expect(told([rise('a', 30, '2026-01-05'), rise('a', 90, '2026-01-12')], 1)).toEqual(['2026-W02 a new'])
})

test('a mission that wants none a week has all of them waiting', () => {
  const { admitted, waiting } = admit([rise('a', 30, '2026-01-05')], { until, aWeek: 0 })
  expect([admitted, waiting.map(({ lead }) => lead)]).toEqual([[], ['a']])
})

const anyNumber = fc.integer({ min: 0, max: 6 })
const leadsAdmitted = (rises: readonly Rise[], aWeek: number) =>
  new Set(admit(rises, { until, aWeek }).admitted.map(({ lead }) => lead))

test('never more come in a week than the mission set, and none is lost', () => {
  fc.assert(
    fc.property(anyFindings, anyNumber, (findings, aWeek) => {
      const steps = findings.flat()
      const { admitted, waiting } = admit(risesOf(steps), { until, aWeek })
      for (const [, all] of Map.groupBy(admitted, ({ week }) => week)) expect(all.length).toBeLessThanOrEqual(aWeek)
      const shown = [...admitted, ...waiting].map(({ lead }) => lead).toSorted()
      expect(shown).toEqual([...new Set(steps.flatMap((step) => leadsOf(steps)(step) ?? []))].toSorted())
    }),
  )
})

test('a higher number hides nothing that a lower one shows', () => {
  fc.assert(
    fc.property(anyFindings, anyNumber, anyNumber, (findings, fewer, more) => {
      const rises = risesOf(findings.flat())
      const shown = leadsAdmitted(rises, fewer + more)
      expect([...leadsAdmitted(rises, fewer)].filter((lead) => !shown.has(lead))).toEqual([])
    }),
  )
})

test('what comes later changes no week before it', () => {
  fc.assert(
    fc.property(anyFindings, anyNumber, (findings, aWeek) => {
      const rises = risesOf(findings.flat())
      const early = rises.filter(({ at }) => at < '2026-01-19')
      const before = weekOf('2026-01-12')
      const at = (some: readonly Rise[]) =>
        admit(some, { until: before, aWeek }).admitted.map(({ lead, week }) => `${week} ${lead}`)
      const whole = admit(rises, { until, aWeek }).admitted.filter(({ week }) => week <= before)
      expect(at(early)).toEqual(whole.map(({ lead, week }) => `${week} ${lead}`))
    }),
  )
})

test('weeks read in part are sure, or say that they are not', () => {
  fc.assert(
    fc.property(anyFindings, anyNumber, fc.integer({ min: 1, max: 8 }), (findings, aWeek, depth) => {
      const rises = risesOf(findings.flat())
      const read: Rise[] = []
      const readTo = new Map()
      for (const [week, all] of Map.groupBy(rises, ({ at }) => weekOf(at))) {
        const top = all.toSorted((a, b) => b.weight - a.weight || compare(a, b)).slice(0, depth)
        read.push(...top)
        if (top.length === depth) readTo.set(week, top.at(-1))
      }
      const inPart = admit(read, { until, aWeek, readTo })
      if (inPart.unsure.length === 0) expect(inPart.admitted).toEqual(admit(rises, { until, aWeek }).admitted)
    }),
  )
})

const compare = (a: Rise, b: Rise) => {
  const [x, y] = [a, b].map(({ at, family, spot }) => `${at} ${family} ${spot}`)
  return String(x) < String(y) ? -1 : 1
}
