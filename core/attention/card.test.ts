/** The worked cases of the card on attention: what it says is what is done. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Text } from '../lib/text.ts'
import { namesAsTyped } from '../linking/canonical-names.ts'
import type { ItemFacts } from '../linking/facts.ts'
import { readSignature, signaturesOf } from '../linking/signature.ts'
import { ruleNames } from '../screening/rules.ts'
import { admit } from './admit.ts'
import { familyOf, familyOfItem } from './family.ts'
import { leadsOf, risesOf, type Step } from './leads.ts'
import { sayStanding, weightOf, weightOfShared } from './weigh.ts'
import { sayWeek, weekOf } from './week.ts'

const card = readFileSync(new URL('../../docs/rules/attention.md', import.meta.url), 'utf8')

interface GivenFinding {
  readonly rule: string
  readonly answer?: string
  readonly grade?: string
  readonly day: string
  readonly signature?: string
  readonly item?: object
  readonly incident?: string
  /** Of shared materiel: how many incidents of each actor carry it, and how many in all. */
  readonly carried?: { readonly all: number; readonly byActor: readonly number[] }
}

interface Shown {
  readonly week: string
  readonly state: string
  readonly about: string
  readonly why: Text
}

interface Case {
  readonly case: string
  readonly a_week: number
  readonly until: string
  readonly findings: readonly GivenFinding[]
  readonly alerts: readonly Shown[]
  readonly waiting: readonly string[]
}

const cases = Array.from(card.matchAll(/^```json case\n(.*?)^```/gms), ([, json]) => JSON.parse(json ?? '') as Case)

function stepsOf(given: GivenFinding): readonly Step[] {
  const { rule, answer = 'yes', grade = null, day, carried } = given
  const weighed = { rule, answer, grade }
  const weight = carried === undefined ? weightOf(weighed) : weightOfShared(weighed, carried)
  const at = `${day}T12:00:00.000Z`
  if (given.signature !== undefined) {
    const { class: cls, level } = readSignature(given.signature)
    return [{ by: 'signature', ...familyOf({ class: cls, level, text: given.signature }), spot: '', weight, at }]
  }
  const item = given.item as ItemFacts
  const family = familyOfItem(signaturesOf(item, namesAsTyped))
  const spot = `${given.incident}|${item.class}`
  const ofSpot: Step = { by: 'item', ...family, spot, weight, at }
  return family.family === '' ? [ofSpot] : [ofSpot, { ...ofSpot, spot: '' }]
}

test.each(cases)('$case', ({ a_week: aWeek, until, findings, alerts, waiting }) => {
  const given = findings.map(stepsOf)
  const steps = given.flat()
  const leadOf = leadsOf(steps)
  const why = (lead: string) =>
    sayStanding(given.flatMap((all) => all.filter((step) => leadOf(step) === lead).slice(0, 1)))
  const admission = admit(risesOf(steps), { until: weekOf(until), aWeek })
  expect(
    admission.admitted.map((one) => ({
      week: sayWeek(one.week),
      state: one.why,
      about: one.lead,
      why: why(one.lead),
    })),
  ).toEqual(alerts)
  expect(admission.waiting.map(({ lead }) => lead)).toEqual(waiting)
})

test('the table names every rule, with its weight', () => {
  for (const rule of ruleNames) {
    const weight = weightOf({ rule, answer: 'yes', grade: null })
    expect(card).toMatch(new RegExp(`^\\| \`${rule}\`[^|]*\\| +${weight} \\|`, 'm'))
  }
  expect(card).toMatch(
    new RegExp(`possible[^|]*\\| +${weightOf({ rule: 'embargo', answer: 'cannot-tell', grade: 'possible' })} \\|`),
  )
})
