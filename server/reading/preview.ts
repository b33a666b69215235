/**
 * What the change of a setting would move, before it is kept: items and signatures are judged under both settings, as
 * their reader sees them, page by page, so that nobody waits for it. It writes nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { PreviewAnswer } from '#api/settings-routes.ts'
import { classes, type SettingName } from '#core/record/kinds.ts'
import type { Settings } from '#core/record/settings.ts'
import type { Judgement, Subject } from '#core/screening/rule.ts'
import { itemRules, raisingRules, tellKept, type RuleName } from '#core/screening/rules.ts'
import { exclusive } from '#core/screening/rules/exclusive.ts'
import { newHere } from '#core/screening/rules/new-here.ts'
import { sameSignature } from '#core/screening/rules/same-signature.ts'
import { incidentFacts, incidentsAfter, itemsOfIncidents } from '#store/facts.ts'
import { readKnowledge, type RecordedKnowledge } from '#store/knowledge.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import { readSettings, settingRows, settingsWith, type SupposedSetting } from '#store/settings.ts'
import { signaturesAfter, type KnownSignature } from '#store/signature-counts.ts'
import { supposedCounters } from '#store/supposed-counts.ts'
import { zoneOf } from '../analysis/area-codes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { noExclusivity, readExclusivity } from '../analysis/exclusivity.ts'
import { itemInput } from '../analysis/judge-items.ts'
import {
  exclusiveInput,
  newHereInput,
  sameSignatureInput,
  type JudgingSignatures,
} from '../analysis/judge-signatures.ts'
import { allSeen, readIndex, type Index } from '../analysis/signature-index.ts'
import { twinsOf } from '../analysis/twins.ts'
import { knowledgeAt } from '../analysis/knowledge.ts'
import type { UsedLibrary } from '../analysis/library.ts'
import { rulesOf } from '../analysis/setting-reaches.ts'
import { asReader } from './reading.ts'

type RuleMoves = PreviewAnswer['rules'][number]
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** How far it is. */
export type Previewed = Pick<PreviewAnswer, 'holds' | 'items' | 'signatures' | 'rules' | 'not_judged'>

const incidentsAtOnce = 100
const signaturesAtOnce = 500
const named = 3

/** Answers after each page; the last answer is of all. */
export async function* previewOf(
  analysis: Analysis,
  reader: Reader,
  supposed: SupposedSetting,
): AsyncGenerator<Previewed> {
  const start = await startOf(analysis, reader, supposed)
  const moves = new Map(start.judged.map((rule) => [rule, noMoves(rule)]))
  const far = { items: 0, signatures: 0 }
  const previewed = (): Previewed => ({
    holds: start.holds,
    ...far,
    rules: [...moves.values()],
    not_judged: [...start.notJudged],
  })
  yield previewed()
  if (!start.holds) return
  if (start.judged.some((rule) => isItemRule(rule))) {
    for await (const judged of itemsJudged(analysis, reader, start)) {
      far.items += judged.items
      for (const one of judged.both) tally(moves, one)
      yield previewed()
    }
  }
  if (start.judged.some((rule) => !isItemRule(rule))) {
    for await (const judged of signaturesJudged(analysis, reader, start)) {
      far.signatures += judged.signatures
      for (const one of judged.both) tally(moves, one)
      yield previewed()
    }
  }
}

interface Start {
  readonly holds: boolean
  readonly now: Settings
  readonly supposed: Settings
  readonly judged: readonly RuleName[]
  readonly notJudged: readonly RuleName[]
  readonly recorded: RecordedKnowledge
  readonly used: UsedLibrary
}

async function startOf(analysis: Analysis, reader: Reader, supposed: SupposedSetting): Promise<Start> {
  return asReader(analysis, reader, async ({ client, nodeId, library: used }) => {
    const now = await readSettings(client, nodeId)
    const { settings, holds } = settingsWith(await settingRows(client, nodeId), supposed)
    // What is only answered when asked moves no finding.
    const concerned = rulesOf(supposed.setting as SettingName).filter((rule) => raisingRules.includes(rule))
    return {
      holds,
      now,
      supposed: settings,
      judged: concerned.filter((rule) => canJudge(rule, supposed)),
      notJudged: concerned.filter((rule) => !canJudge(rule, supposed)),
      recorded: await readKnowledge(client, nodeId),
      used,
    }
  })
}

/** Who is meant where is written with each incident: where that would change, `exclusive` is not judged beforehand. */
const canJudge = (rule: RuleName, { setting }: SupposedSetting): boolean =>
  isItemRule(rule) ||
  rule === newHere.name ||
  rule === sameSignature.name ||
  (rule === exclusive.name && setting !== 'zone' && setting !== 'crime_kinds')

const isItemRule = (rule: RuleName): boolean => itemRules.some(({ name }) => name === rule)

/** One question under both settings. */
interface Both {
  readonly rule: RuleName
  readonly subject: Subject
  readonly was: Judgement<object> | null
  readonly would: Judgement<object> | null
}

async function* itemsJudged(
  analysis: Analysis,
  reader: Reader,
  { now, supposed, judged, recorded, used }: Start,
): AsyncGenerator<{ readonly items: number; readonly both: readonly Both[] }> {
  const { names, says } = used
  const under = (settings: Settings) => ({
    settings,
    names,
    says,
    // What was read is this reader's own: all of it counts.
    knowledge: knowledgeAt({ ...analysis, recorded, settings, names }, allSeen),
  })
  const [at, then] = [under(now), under(supposed)]
  for (let after: string | null = null; ;) {
    const page = await asReader(analysis, reader, async ({ client, nodeId }) => {
      const ids: readonly string[] = await incidentsAfter(client, nodeId, after, incidentsAtOnce)
      const incidents = new Map((await incidentFacts(client, nodeId, ids)).map((one) => [one.id, one]))
      const items = await itemsOfIncidents(client, nodeId, ids)
      return { ids, incidents, items, twins: await twinsOf(client, nodeId, items) }
    })
    const both = page.items.flatMap((item): readonly Both[] => {
      const incident = page.incidents.get(item.incident ?? '') ?? null
      const asked = { item, incident, twins: page.twins }
      const [was, would] = [at, then].map((one) => itemInput(one, asked, { knowledge: one.knowledge, view: allSeen }))
      const subject: Subject = { kind: 'item', ref: printedRef({ source: item.source ?? 'default', ref: item.ref }) }
      if (was === undefined || would === undefined) return []
      return itemRules.flatMap((rule) => {
        const name = judged.find((one) => one === rule.name)
        return name === undefined ? [] : [{ rule: name, subject, was: rule.judge(was), would: rule.judge(would) }]
      })
    })
    yield { items: page.items.length, both }
    after = page.ids.at(-1) ?? null
    if (page.ids.length < incidentsAtOnce) return
    await setImmediate()
  }
}

async function* signaturesJudged(
  analysis: Analysis,
  reader: Reader,
  { now, supposed, judged, recorded }: Start,
): AsyncGenerator<{ readonly signatures: number; readonly both: readonly Both[] }> {
  const zoneUnder = ({ zone }: Settings) => (zone === null ? null : zoneOf(zone, { ...analysis, areas: recorded.area }))
  const [zone, supposedZone] = [zoneUnder(now), zoneUnder(supposed)]
  const isCountedAnew =
    now.zone !== supposed.zone || JSON.stringify(now.crime_kinds) !== JSON.stringify(supposed.crime_kinds)
  const counters = supposedCounters({ zone: supposedZone, crimeKinds: supposed.crime_kinds })
  for (let after = -(2n ** 63n); ;) {
    const page = await asReader(analysis, reader, async ({ client: db, nodeId, names }) => {
      const exclusivity = judged.includes('exclusive')
        ? await readExclusivity(db, nodeId, { names, classes })
        : noExclusivity
      const numbers: readonly bigint[] = await signaturesAfter(db, nodeId, after, signaturesAtOnce)
      const all = new Set(numbers)
      const none = new Set<bigint>()
      const asked = {
        same: judged.includes('same-signature') || judged.includes('exclusive') ? all : none,
        novelty: judged.includes('new-here') ? all : none,
        whole: none,
        stand: none,
      }
      const present: JudgingSignatures = { db, nodeId, settings: now, zone, exclusivity }
      const other: JudgingSignatures = {
        db,
        nodeId,
        settings: supposed,
        zone: supposedZone,
        exclusivity,
        ...(isCountedAnew && { counters }),
      }
      const index = await readIndex(present, asked)
      const anew = isCountedAnew ? await readIndex(other, asked) : index
      const both = [...index.signatures.values()].flatMap((signature) =>
        judged.flatMap((rule) => {
          const was = judgementsOf(rule, present, index, signature)
          const would = judgementsOf(rule, other, anew, signature)
          const subject: Subject = { kind: 'signature', ref: signature.text }
          return was.map((judgement, n) => ({ rule, subject, was: judgement, would: would[n] ?? null }))
        }),
      )
      return { last: numbers.at(-1), signatures: numbers.length, both }
    })
    yield page
    if (page.last === undefined) return
    after = page.last
    await setImmediate()
  }
}

/** Of one signature: one answer, or one for each side. */
function judgementsOf(
  rule: RuleName,
  judging: JudgingSignatures,
  index: Index,
  signature: KnownSignature,
): readonly (Judgement<object> | null)[] {
  if (rule === newHere.name) {
    const input = newHereInput(judging, index, signature, allSeen)
    return [input === null ? null : newHere.judge(input)]
  }
  if (rule === exclusive.name) {
    const input = exclusiveInput(judging, index, signature, { view: allSeen, side: 'attack', number: 1 })
    return [input === null ? null : exclusive.judge(input)]
  }
  if (rule !== sameSignature.name) return []
  return (
    [
      ['attack', 1],
      ['defence', 2],
    ] as const
  ).map(([side, number]) => {
    const input = sameSignatureInput(judging, index, signature, { view: allSeen, side, number })
    return input === null ? null : sameSignature.judge(input)
  })
}

const noMoves = (rule: RuleName): Mutable<RuleMoves> => ({
  rule,
  cease: 0,
  come: 0,
  change: 0,
  first_to_cease: [],
  first_to_come: [],
})

function tally(moves: ReadonlyMap<RuleName, Mutable<RuleMoves>>, { rule, subject, was, would }: Both): void {
  const move = moves.get(rule)
  if (move === undefined) return
  const [held, holds] = [was?.raised === true, would?.raised === true]
  const told = () => (would === null ? [] : [{ subject, says: tellKept(rule, would, subject).says }])
  if (held && !holds) {
    move.cease++
    if (move.first_to_cease.length < named) move.first_to_cease = [...move.first_to_cease, ...told()]
  }
  if (!held && holds) {
    move.come++
    if (move.first_to_come.length < named) move.first_to_come = [...move.first_to_come, ...told()]
  }
  if (held && holds && (was?.answer !== would?.answer || was?.grade !== would?.grade)) move.change++
}
