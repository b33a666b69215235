/** What the rules about signatures answer now, raised or not: worked out when it is asked. */
import type { FindingAnswer } from '#api/routes.ts'
import type { CanonicalNames } from '#core/linking/canonical-names.ts'
import { settingsNamed } from '#core/record/settings.ts'
import type { Judgement } from '#core/screening/rule.ts'
import { rules, type RuleName } from '#core/screening/rules.ts'
import { defenderIssue } from '#core/screening/rules/defender-issue.ts'
import { exclusive } from '#core/screening/rules/exclusive.ts'
import { nearSerial } from '#core/screening/rules/near-serial.ts'
import { newHere } from '#core/screening/rules/new-here.ts'
import { sameLot } from '#core/screening/rules/same-lot.ts'
import { sameSignature } from '#core/screening/rules/same-signature.ts'
import { isOfContingent, isOfState, matchOfType } from '#core/screening/stock-row.ts'
import { rowFacts } from '#core/screening/type-in-stock.ts'
import { defenceRead, type KnownSignature } from '#store/signature-counts.ts'
import { readExclusivity, typedBy } from '../analysis/exclusivity.ts'
import {
  circulationInput,
  exclusiveInput,
  newHereInput,
  sameSignatureInput,
  type JudgingSignatures,
} from '../analysis/judge-signatures.ts'
import type { Knowledge } from '../analysis/knowledge.ts'
import { allSeen, readIndex, type Index } from '../analysis/signature-index.ts'
import { knowledgeNow } from './answers-now.ts'
import { carriersOf, printed, refsInBlocks, serialsNamed, type Carrier } from './print-findings.ts'
import { printedRef } from '#store/refs.ts'
import type { Reading } from './reading.ts'

/** Every rule's answer about each of these signatures, as this reader's knowledge has it. */
export async function signatureAnswers(
  reading: Reading,
  numbers: readonly bigint[],
): Promise<readonly FindingAnswer[]> {
  if (numbers.length === 0) return []
  const { client, nodeId, settings, zone, names } = reading
  const asked = new Set(numbers)
  const base = { db: client, nodeId, zone }
  const index = await readIndex(base, { same: asked, novelty: asked, whole: new Set(), stand: new Set() })
  const classes = [...new Set([...index.signatures.values()].map(({ class: cls }) => cls))]
  const judging = { ...base, settings, exclusivity: await readExclusivity(client, nodeId, { names, classes }) }
  const knowledge = await knowledgeNow(reading)
  const carriers = await carriersOf(reading, numbers)
  const refs = await refsInBlocks(reading, index)
  const answers: FindingAnswer[] = []
  for (const signature of index.signatures.values()) {
    const own = carriers.get(String(signature.signature)) ?? []
    const about = { judging, index, signature, own, names }
    const read = await defenceRead(client, nodeId, signature)
    const judged: readonly Asked[] = [
      ...ofEitherSide(about),
      ofNoSide(newHere.name, noveltyOf(about)),
      ...(signature.level === 'producer' && index.serials.has(signature.signature)
        ? [ofNoSide(nearSerial.name, nearSerial.judge({ serials: serialsNamed(index, signature, refs) }))]
        : []),
      ofNoSide(sameLot.name, sameLot.judge(lotOf(signature, own))),
      ofNoSide(defenderIssue.name, defenderIssue.judge(issueOf(about, { read, knowledge }))),
    ]
    for (const one of judged) if (one.judgement !== null) answers.push(answerOf(reading, signature, one, own))
  }
  return answers
}

interface About {
  readonly judging: JudgingSignatures
  readonly index: Index
  readonly signature: KnownSignature
  readonly own: readonly Carrier[]
  readonly names: CanonicalNames
}

interface Asked {
  readonly rule: RuleName
  readonly side: 0 | 1 | 2
  readonly judgement: Judgement<object> | null
}

const ofNoSide = (rule: string, judgement: Judgement<object> | null): Asked => ({
  rule: rule as RuleName,
  side: 0,
  judgement,
})

const refsOf = (carriers: readonly Carrier[]) => [...new Set(carriers.map(printedRef))]

function noveltyOf({ judging, index, signature }: About): Judgement<object> | null {
  const input = newHereInput(judging, index, signature, allSeen)
  return input === null ? null : newHere.judge(input)
}

function ofEitherSide({ judging, index, signature, own }: About): readonly Asked[] {
  return (
    [
      ['attack', 1],
      ['defence', 2],
    ] as const
  ).flatMap(([side, number]): Asked[] => {
    const at = { view: allSeen, side, number }
    const same = sameSignatureInput(judging, index, signature, at)
    const incidents = refsOf(own.filter((one) => one.side === number)).map((ref) => ({ ref }))
    const users = side === 'attack' ? exclusiveInput(judging, index, signature, at) : null
    return [
      {
        rule: sameSignature.name as RuleName,
        side: number,
        judgement: same === null ? null : sameSignature.judge({ ...same, incidents }),
      },
      { rule: exclusive.name as RuleName, side: number, judgement: users === null ? null : exclusive.judge(users) },
    ]
  })
}

const lotOf = ({ level }: KnownSignature, own: readonly Carrier[]) => {
  const incidents = refsOf(own)
  return { level, carried: incidents.length, incidents }
}

function issueOf(
  { judging, index, signature, own, names }: About,
  { read, knowledge }: { readonly read: number; readonly knowledge: Knowledge },
) {
  const { all } = circulationInput(index, signature, { view: allSeen, number: 2 })
  const defended = new Set(own.filter(({ side }) => side === 2).map(({ id }) => id))
  const typed = typedBy(signature.text)
  const held = knowledge
    .rowsOfType(typed)
    .filter((row) => (isOfState(row) || isOfContingent(row)) && matchOfType(row, typed, names) === 'same')
  return {
    floor: judging.settings.floor,
    defence: { read: Math.max(read, all.carried), carried: all.carried },
    together: refsOf(own.filter(({ side, id }) => side === 1 && defended.has(id))),
    held: held.map(rowFacts),
  }
}

function answerOf(
  { settings }: Reading,
  signature: KnownSignature,
  { rule, side, judgement }: Asked,
  own: readonly Carrier[],
): FindingAnswer {
  if (judgement === null) throw new Error('nothing was judged')
  const { version, settings: used } = rules[rule]
  const stored = {
    id: `${rule}:${side}:${signature.signature}`,
    rule,
    version,
    subject_kind: 'signature' as const,
    subject: String(signature.signature),
    side,
    area: '',
    handling: 0,
    answer: judgement.answer,
    grade: judgement.grade,
    facts: '{}',
    settings: JSON.stringify(settingsNamed(used, settings)),
    raised_at: null,
  }
  const incidents = refsOf(side === 0 ? own : own.filter((one) => one.side === side))
  return printed(stored, {
    judgement,
    subject: { kind: 'signature', ref: signature.text },
    sample: null,
    items: [],
    incidents,
  })
}
