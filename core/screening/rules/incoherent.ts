/** Do its marks, parts, dates and model contradict each other? */
import { knownYear } from '../../linking/signature.ts'
import type { ItemFacts } from '../../linking/facts.ts'
import { parseClock } from '../../marking/headstamp.ts'
import { foldSerial } from '../../marking/serial.ts'
import { daysOf, type Interval } from '../../record/day.ts'
import { europeanDigits, yearsEndingIn } from '../../reference/year-of-mark.ts'
import type { Compared, Contradiction, IncoherentFacts } from '../incoherent-facts.ts'
import { tellIncoherent } from '../incoherent-words.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule } from '../rule.ts'
import { stockClass } from '../stock-row.ts'
import { closing, madeIn } from '../transfer-window.ts'

export type IncoherentInput = Pick<ItemInput, 'item' | 'incident' | 'model'>

export const incoherent: Rule<IncoherentInput, IncoherentFacts, never> = {
  name: 'incoherent',
  version: 1,
  subject: 'item',
  settings: [],
  judge,
  tell: tellIncoherent,
}

interface Check {
  readonly compared: Compared
  readonly contradictions: readonly Contradiction[]
}

function judge({ item, incident, model }: IncoherentInput): Judgement<IncoherentFacts, never> {
  const found = incident === null ? null : (closing(incident)?.days ?? null)
  const checks = [
    ...datesOf(item, found),
    ...modelOf(item, model),
    ...marksOf(item),
    ...partsOf(item),
    ...conditionOf(item),
  ]
  const contradictions = checks.flatMap((check) => check.contradictions)
  const facts: IncoherentFacts = {
    item: item.ref,
    contradictions,
    compared: [...new Set(checks.map(({ compared }) => compared))],
    ...(contradictions.some(({ kind }) => kind === 'before-model') && model !== null && { source: model.source }),
  }
  const answer = contradictions.length > 0 ? 'yes' : checks.length > 0 ? 'no' : 'cannot-tell'
  // Parts are exchanged in the field as a matter of course: alone they are told when asked.
  const raised = contradictions.some(({ kind }) => kind !== 'serial-of-part')
  return { answer, grade: null, raised, facts }
}

const check = (compared: Compared, ...contradictions: readonly (Contradiction | false)[]): Check => ({
  compared,
  contradictions: contradictions.filter((one) => one !== false),
})

function datesOf(item: ItemFacts, found: Interval | null): readonly Check[] {
  const made = madeIn(item)
  const exported = item.exported_on === undefined ? null : daysOf(item.exported_on)
  const { year, year_to: to } = item
  const checks: Check[] = []
  if (made !== null && found !== null)
    checks.push(check('made-and-found', made.first > found.last && { kind: 'made-after-find', made, found }))
  if (year !== undefined && to !== undefined && to < year)
    checks.push(check('made-and-found', { kind: 'years-reversed', year, year_to: to }))
  if (exported !== null && made !== null)
    checks.push(check('export', exported.last < made.first && { kind: 'exported-before-made', made, exported }))
  if (exported !== null && found !== null)
    checks.push(check('export', exported.first > found.last && { kind: 'exported-after-find', exported, found }))
  return checks
}

function modelOf(item: ItemFacts, model: IncoherentInput['model']): readonly Check[] {
  const made = madeIn(item)
  if (made === null || model?.first_year === undefined) return []
  const isBefore = Number(made.last.slice(0, 4)) < model.first_year
  return [check('model', isBefore && { kind: 'before-model', made, model: model.name, first: model.first_year })]
}

/**
 * Of a headstamp that was read whole, whether any number on it can be the year given. A single number of two digits may
 * be a factory, and then no year stands there at all: it takes two, or one of four.
 */
function marksOf(item: ItemFacts): readonly Check[] {
  const year = knownYear(item)
  const marks = (item.marks ?? []).filter(([position]) => parseClock(position) !== null).map(([, mark]) => mark)
  if (item.class !== 'ammunition' || year === null || marks.some((mark) => mark.includes('?'))) return []
  const numbers = marks.map((mark) => europeanDigits(mark.trim())).filter((mark) => /^0?\d{2}$|^\d{4}$/.test(mark))
  if (numbers.length < 2 && !numbers.some((mark) => mark.length === 4)) return []
  const isAmong = numbers.flatMap(yearsOfMark).includes(year)
  return [check('marks', !isAmong && { kind: 'year-on-marks', year, marks: numbers })]
}

const yearsOfMark = (digits: string): readonly number[] =>
  digits.length === 4 ? [Number(digits)] : digits.length === 3 ? [2000 + Number(digits)] : yearsEndingIn(digits)

/** Parts carry the weapon's number whole, or its end: another number is another weapon's. */
function partsOf(item: ItemFacts): readonly Check[] {
  const main = foldSerial(item.serial ?? '')
  if (stockClass(item.class) !== 'arm' || !isRead(main)) return []
  return (item.serials ?? []).flatMap(([part, serial]) => {
    const key = foldSerial(serial)
    if (!isRead(key)) return []
    const isOfIt = main.endsWith(key) || key.endsWith(main)
    return [check('parts', !isOfIt && { kind: 'serial-of-part', part, serial, main: item.serial ?? '' })]
  })
}

const isRead = (key: string) => key.length >= 3 && !key.includes('?')

function conditionOf(item: ItemFacts): readonly Check[] {
  const { mark_condition: condition, removed_how: how } = item
  if (condition === undefined) return []
  const isMarked = [item.marks?.length, item.serial, item.lot].some((mark) => mark !== undefined && mark !== 0)
  return [
    check(
      'condition',
      condition === 'never-marked' && isMarked && { kind: 'marks-where-never' },
      (condition === 'never-marked' || condition === 'intact') && how !== undefined && { kind: 'manner-where-there' },
    ),
  ]
}
