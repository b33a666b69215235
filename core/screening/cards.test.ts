/** The worked cases of the rule cards: what a card says is what the rule does. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Text } from '../lib/text.ts'
import { namesAsTyped } from '../linking/canonical-names.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from '../linking/facts.ts'
import { daysOf, type PartialDate } from '../record/day.ts'
import { settingsFrom } from '../record/settings.ts'
import { holderAsked, holderStock } from './holder-stock.ts'
import type { ItemInput } from './item-input.ts'
import type { Judgement, Rule, Subject, Telling } from './rule.ts'
import { afterLoss } from './rules/after-loss.ts'
import { defenderIssue } from './rules/defender-issue.ts'
import { embargo } from './rules/embargo.ts'
import { exclusive, type ActorTree, type ExclusiveInput } from './rules/exclusive.ts'
import { incoherent } from './rules/incoherent.ts'
import { listedHolder } from './rules/listed-holder.ts'
import { marksRemoved } from './rules/marks-removed.ts'
import { nearSerial } from './rules/near-serial.ts'
import { newHere, type NewHereInput } from './rules/new-here.ts'
import { notInStock } from './rules/not-in-stock.ts'
import { sameLot } from './rules/same-lot.ts'
import { sameSignature, type SameSignatureInput } from './rules/same-signature.ts'
import { seenBefore } from './rules/seen-before.ts'
import { shortLag } from './rules/short-lag.ts'
import { stockConsistent } from './rules/stock-consistent.ts'
import { ruleNames, tellKept, type RuleName } from './rules.ts'
import type { ScopePeriod } from './scope.ts'
import { saysHeld, type StockRow } from './stock-row.ts'

type Given = { readonly [key: string]: unknown }

interface Case {
  readonly case: string
  readonly given: Given
  readonly answer: string
  readonly grade: string | null
  readonly raised: boolean
  readonly says: Text
}

/** The fenced blocks of a card, by the word after `json`. */
function blocksOf(rule: RuleName, word: string): readonly unknown[] {
  const card = readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8')
  return Array.from(
    card.matchAll(new RegExp(`^\`\`\`json ${word}\\n(.*?)^\`\`\``, 'gms')),
    ([, json]) => JSON.parse(json ?? '') as unknown,
  )
}

/** A case changes some keys of the defaults; null takes one away, because what is not known has no key. */
function merge(defaults: Given, given: Given): Given {
  const merged = Object.entries({ ...defaults, ...given }).flatMap(([key, value]): [string, unknown][] => {
    if (value === null && key !== 'area') return []
    const base = defaults[key]
    return [[key, isObject(base) && isObject(value) ? merge(base, value) : value]]
  })
  return Object.fromEntries(merged)
}

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const held = { handling: 'unclassified', team: '' } as const

const itemOf = (given: unknown) => ({ id: 'i', ref: 'ITEM-1', ...held, ...(given as object) }) as unknown as ItemFacts
const incidentOf = (given: unknown) =>
  given === undefined ? null : ({ id: 'e', ref: 'INC-1', ...held, ...(given as object) } as unknown as IncidentFacts)
const rowsOf = (given: unknown) =>
  ((given ?? []) as readonly object[]).map((row, i) => ({ id: `r${i}`, ...held, ...row }) as unknown as StockRow)

function actorOf(given: unknown): ActorFacts | null {
  if (given === undefined) return null
  const { listed, under = [], ties = [], ...actor } = given as GivenActor
  const tied = ties.map((tie) => ({ ...tie, listed: listings(tie.listed) }))
  return { ...actor, under, listed: listings(listed), ties: tied } as unknown as ActorFacts
}

interface GivenActor {
  readonly listed?: GivenListings
  readonly under?: string[]
  readonly ties?: readonly { readonly listed?: GivenListings }[]
}
type GivenListings = readonly { readonly from: PartialDate; readonly to?: PartialDate }[]

const listings = (given: GivenListings = []) =>
  given.map(({ from, to }) => ({ from: daysOf(from), ...(to !== undefined && { to: daysOf(to) }) }))

function scopeOf(given: Given): ScopePeriod {
  const none = { direction: 'into', holders: [], exempt_holders: [], classes: [], confidence: 'probable' }
  const area =
    given['area'] === null ? null : { countries: [], regions: [], beyond: false, ...(given['area'] as object) }
  return { ...none, ...given, area } as unknown as ScopePeriod
}

interface Judged {
  readonly judgement: Judgement
  readonly subject: Subject
}

function itemInputOf(given: Given): ItemInput {
  const [item, incident] = [itemOf(given['item']), incidentOf(given['incident'])]
  const asked = holderAsked(item, incident)
  const rows = rowsOf(given['rows'])
  const calibres = (given['calibres'] ?? []) as readonly string[]
  const twins = (given['twins'] ?? []) as ItemInput['twins']
  return {
    item,
    incident,
    spot: (given['spot'] ?? null) as ItemInput['spot'],
    actor: actorOf(given['actor']),
    scopes: ((given['scopes'] ?? []) as Given[]).map(scopeOf),
    rows,
    stock: asked === null ? null : holderStock(asked, rows, namesAsTyped),
    likes: rows.filter(saysHeld),
    twins,
    model: (given['model'] ?? null) as ItemInput['model'],
    lots: (given['lots'] ?? []) as ItemInput['lots'],
    settings: settingsFrom(new Map(Object.entries((given['settings'] ?? {}) as { [name: string]: string }))),
    names: { ...namesAsTyped, calibre: (text) => calibres.find((one) => one === text) ?? null },
  }
}

const ofItem =
  (rule: Rule<ItemInput, object, string>) =>
  (given: Given): Judged => ({ judgement: rule.judge(itemInputOf(given)), subject: { kind: 'item', ref: 'ITEM-1' } })

const ofSignature =
  <I>(rule: Pick<Rule<I, object, string>, 'judge'>) =>
  (given: Given): Judged => ({
    judgement: rule.judge(given as I),
    subject: { kind: 'signature', ref: String(given['signature']) },
  })

function treeOf(given: unknown): ActorTree {
  const parents = given as { readonly [actor: string]: string }
  const top = (actor: string): string => (parents[actor] === undefined ? actor : top(parents[actor]))
  return { top, isUmbrella: (actor) => Object.values(parents).includes(actor) }
}

const judges: { readonly [R in RuleName]: (given: Given) => Judged } = {
  embargo: ofItem(embargo),
  'listed-holder': ofItem(listedHolder),
  'not-in-stock': ofItem(notInStock),
  'stock-consistent': ofItem(stockConsistent),
  'after-loss': ofItem(afterLoss),
  'short-lag': ofItem(shortLag),
  'seen-before': ofItem(seenBefore),
  'marks-removed': ofItem(marksRemoved),
  incoherent: ofItem(incoherent),
  'new-here': (given) => ({
    judgement: newHere.judge({ zone: null, first: null, parentFirst: null, ...given } as unknown as NewHereInput),
    subject: { kind: 'signature', ref: String(given['signature']) },
  }),
  exclusive: (given) => ({
    judgement: exclusive.judge({ zone: null, ...given, tree: treeOf(given['parents']) } as unknown as ExclusiveInput),
    subject: { kind: 'signature', ref: String(given['signature']) },
  }),
  'near-serial': ofSignature(nearSerial),
  'same-lot': ofSignature(sameLot),
  'defender-issue': ofSignature(defenderIssue),
  'same-signature': (given) => ({
    judgement: sameSignature.judge(given as unknown as SameSignatureInput),
    subject: { kind: 'signature', ref: String(given['signature']) },
  }),
}

describe.each(ruleNames)('the card of %s', (rule) => {
  const [defaults] = blocksOf(rule, 'defaults') as Given[]
  const cases = blocksOf(rule, 'case') as Case[]
  const judge = (given: Given) => judges[rule](merge(defaults ?? {}, given))

  test.each(cases)('$case', ({ given, answer, grade, raised, says }) => {
    const { judgement, subject } = judge(given)
    const told = tellKept(rule, judgement, subject)
    expect({ answer: judgement.answer, grade: judgement.grade, raised: judgement.raised, says: told.says }).toEqual({
      answer,
      grade,
      raised,
      says,
    })
  })

  test('asks in both languages what the rule asks', () => {
    const card = readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8')
    const [first] = cases
    const { judgement, subject } = judge(first?.given ?? {})
    const { question } = tellKept(rule, judgement, subject)
    expect(card).toContain(question.en)
    expect(card).toContain(question.fr)
  })

  test.each(cases)('$case: told from stored facts alone, in short neutral sentences', ({ given }) => {
    const { judgement, subject } = judge(given)
    const stored = JSON.parse(JSON.stringify(judgement)) as Judgement
    expect(stored).toEqual(judgement)
    const told = tellKept(rule, stored, subject)
    expect(told).toEqual(tellKept(rule, judgement, subject))
    for (const { en, fr } of textsOf(told)) {
      for (const said of [en, fr]) {
        expect(said).not.toMatch(/\b(undefined|null|NaN)\b|breach|violat|suspicious|suspect/i)
        expect(said.split(/[.?] /).filter((sentence) => wordsOf(sentence) >= 20)).toEqual([])
      }
    }
  })
})

/** French sets signs apart with spaces: they are no words. */
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const textsOf = ({ question, says, grounds, limits }: Telling): readonly Text[] => [
  question,
  says,
  ...limits,
  ...grounds.map((ground) => ground.says),
]
