/** Do its marks, parts, dates and model contradict each other? */
import { sameName } from '../../linking/canonical-names.ts'
import { knownYear } from '../../linking/signature.ts'
import type { ItemFacts } from '../../linking/facts.ts'
import { parseClock } from '../../marking/headstamp.ts'
import { foldSerial } from '../../marking/serial.ts'
import { daysOf, type Interval } from '../../record/day.ts'
import type { Class } from '../../record/kinds.ts'
import { europeanDigits, yearsEndingIn } from '../../reference/year-of-mark.ts'
import type { Compared, Contradiction, IncoherentFacts } from '../incoherent-facts.ts'
import { tellIncoherent } from '../incoherent-words.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule } from '../rule.ts'
import { stockClass, yearsOf } from '../stock-row.ts'
import { closing, madeIn } from '../transfer-window.ts'

export type IncoherentInput = Pick<ItemInput, 'item' | 'incident' | 'model' | 'lots' | 'names'>

export const incoherent: Rule<IncoherentInput, IncoherentFacts, never> = {
  name: 'incoherent',
  version: 2,
  subject: 'item',
  settings: [],
  judge,
  tell: tellIncoherent,
}

interface Check {
  readonly compared: Compared
  readonly contradictions: readonly Contradiction[]
  /** By a row of the library that nobody verified: it proposes, and decides nothing. */
  readonly unverified?: true
}

function judge({ item, incident, model, lots, names }: IncoherentInput): Judgement<IncoherentFacts, never> {
  const found = incident === null ? null : (closing(incident)?.days ?? null)
  const all = [
    ...datesOf(item, found),
    ...modelOf(item, model, names),
    ...lotOf(item, lots),
    ...marksOf(item),
    ...partsOf(item),
    ...conditionOf(item),
  ]
  const checks = all.filter(({ unverified }) => !unverified)
  const contradictions = checks.flatMap((one) => one.contradictions)
  const proposed = all.flatMap((one) => (one.unverified ? one.contradictions : []))
  const has = (...kinds: readonly Contradiction['kind'][]) => contradictions.some(({ kind }) => kinds.includes(kind))
  const lot = lots.find(({ years, unverified }) => years.length > 0 && !unverified)
  const facts: IncoherentFacts = {
    item: item.ref,
    contradictions,
    compared: [...new Set(checks.map(({ compared }) => compared))],
    ...(has('before-model', 'calibre-of-model') && model !== null && { source: model.source }),
    ...(has('year-on-lot') && lot !== undefined && { lot_source: lot.source }),
    ...(proposed.length > 0 && { proposed }),
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

/** Another class may have a model of the same name. A text that can be several calibres is held against none. */
function modelOf(item: ItemFacts, model: IncoherentInput['model'], names: IncoherentInput['names']): readonly Check[] {
  if (model === null || stockClass(model.class) !== stockClass(item.class)) return []
  const { name, first_year: first, calibre: of, unverified } = model
  const made = madeIn(item)
  const calibre = item.calibre === undefined ? null : names.calibre(item.calibre)
  const checks: Check[] = []
  if (made !== null && first !== undefined) {
    const isBefore = Number(made.last.slice(0, 4)) < first
    checks.push(check('model', isBefore && { kind: 'before-model', made, model: name, first }))
  }
  if (calibre !== null && of !== undefined)
    checks.push(check('calibre', !sameName(calibre, of) && { kind: 'calibre-of-model', calibre, model: name, of }))
  return checks.map((one) => ({ ...one, ...(unverified && { unverified }) }))
}

/**
 * Whether some reading of the lot can be of its year, or of the next: cases of a year's end are loaded after it. Body,
 * filling and fuze of a round have years of their own.
 */
function lotOf({ class: cls, lot, ...item }: ItemFacts, lots: IncoherentInput['lots']): readonly Check[] {
  const [span, made] = [yearsOf(item), madeIn(item)]
  const dated = lots.filter(({ years }) => years.length > 0)
  if (span === null || made === null || lot === undefined || dated.length === 0 || filled.has(cls)) return []
  const years = [...new Set(dated.flatMap((one) => one.years))].toSorted((a, b) => a - b)
  const isOther = dated.length === lots.length && !years.some((year) => year >= span.from && year <= span.to + 1)
  const one = check('lot', isOther && { kind: 'year-on-lot', made, lot, years })
  return [dated.some(({ unverified }) => !unverified) ? one : { ...one, unverified: true }]
}

const filled: ReadonlySet<Class> = new Set(['mortar-round', 'rocket', 'grenade', 'mine'])

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
