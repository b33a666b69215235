/** Findings as they are listed and asked for. */
import type { FindingAnswer } from '#api/routes.ts'
import { keyOf } from '#core/linking/canonical-names.ts'
import { sideOf } from '#core/linking/side.ts'
import { signaturesOf } from '#core/linking/signature.ts'
import { itemFacts, itemsOfIncidents, type ItemOfBase } from '#store/facts.ts'
import { findingsById, keptFindings, type FindingFilter } from '#store/finding-list.ts'
import { itemsPage } from '#store/item-list.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import { signatureNumber } from '../analysis/derive.ts'
import type { Analysis } from '../analysis/judge.ts'
import { answersNow } from './answers-now.ts'
import { closedOnes } from './closed-findings.ts'
import { concerns, type Concerned } from './concerns.ts'
import { signatureAnswers } from './signature-answers.ts'
import { printFindings } from './print-findings.ts'
import { asReader, NotOneRecord, recordOf, type Reading } from './reading.ts'

export interface FindingsQuery {
  readonly rule?: string | undefined
  readonly incident?: string | undefined
  readonly item?: string | undefined
  /** A signature by its text. */
  readonly signature?: string | undefined
  readonly area?: string | undefined
  readonly since?: string | undefined
  /** Raised, or closed, exactly then. */
  readonly at?: string | undefined
  /** Those that were kept and no longer hold, instead of those that do. */
  readonly closed?: boolean | undefined
  /** Also the answers that are not kept: worked out now, for the items named or the first of all. */
  readonly all?: boolean | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usual = 100

export async function listFindings(
  analysis: Analysis,
  reader: Reader,
  query: FindingsQuery,
): Promise<readonly FindingAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const limit = query.limit ?? usual
    const named = query.incident === undefined ? null : await recordOf(reading, query.incident, ['incident'])
    const incident = named?.id
    const item = query.item === undefined ? undefined : await itemAsked(reading, query.item)
    const number = query.signature === undefined ? undefined : signatureNumber(keyOf(query.signature))
    const subjects = number === undefined ? item?.subjects : [String(number)]
    if (query.closed === true) return closedOnes(reading, { ...query, incident, subjects, limit })
    const about = item ?? (named === null ? null : { kind: 'incident' as const, ref: printedRef(named) })
    const printed = await printedPage(reading, { ...query, incident, subjects, limit }, about)
    if (query.all !== true) return printed
    const items = number === undefined ? await itemsAsked(reading, { incident, item: item?.id, limit }) : []
    const carried = item === undefined && incident === undefined ? [] : numbersOf(reading, items)
    const answers = [
      ...(await printFindings(reading, await answersNow(reading, items))),
      ...(await signatureAnswers(reading, number === undefined ? carried : [number])),
    ]
    const known = new Set(printed.map(questionOf))
    const others = answers.filter((one) => !known.has(questionOf(one)))
    return [...printed, ...others].filter(({ rule }) => query.rule === undefined || rule === query.rule).slice(0, limit)
  })
}

const questionOf = ({ rule, subject, side }: FindingAnswer) => `${rule} ${subject.ref} ${side ?? ''}`

/** What these items carry, by number. */
const numbersOf = ({ names }: Reading, items: readonly ItemOfBase[]): readonly bigint[] => [
  ...new Set(items.flatMap((item) => signaturesOf(item, names).map(({ key }) => signatureNumber(key)))),
]

/** So many as are asked for, where there are so many: those that no longer stand for their reader are left out. */
async function printedPage(
  reading: Reading,
  filter: FindingFilter,
  about: Concerned | null,
): Promise<readonly FindingAnswer[]> {
  const printed: FindingAnswer[] = []
  for (let { after } = filter, isLast = false; printed.length < filter.limit && !isLast;) {
    const limit = filter.limit - printed.length
    const kept = await keptFindings(reading.client, reading.nodeId, { ...filter, after, limit })
    const page = await printFindings(reading, kept)
    printed.push(...page.filter((finding) => about === null || concerns(finding, about)))
    after = kept.at(-1)?.id
    isLast = kept.length < limit
  }
  return printed
}

export async function getFinding(analysis: Analysis, reader: Reader, id: string): Promise<FindingAnswer> {
  return asReader(analysis, reader, async (reading) => {
    const [row] = uuid.test(id) ? await findingsById(reading.client, reading.nodeId, [id]) : []
    const [kept] = row === undefined ? [] : await printFindings(reading, [row])
    const [finding = kept] = kept === undefined && uuid.test(id) ? await closedOnes(reading, { id, limit: 1 }) : []
    if (finding === undefined) throw new NotOneRecord({ kind: 'not-found', ref: id })
    return finding
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface ItemAsked extends Concerned {
  readonly id: string
  readonly subjects: readonly string[]
}

/** An item, and what it carries. */
async function itemAsked(reading: Reading, typed: string): Promise<ItemAsked> {
  const { id, source, ref } = await recordOf(reading, typed, ['item'])
  const [item] = await itemFacts(reading.client, reading.nodeId, [id])
  const carried = item === undefined ? [] : signaturesOf(item, reading.names)
  return {
    kind: 'item',
    id,
    ref: printedRef({ source, ref }),
    side: sideOf(item?.used_by),
    subjects: [id, ...carried.map(({ key }) => String(signatureNumber(key)))],
  }
}

async function itemsAsked(
  { client, nodeId }: Reading,
  {
    incident,
    item,
    limit,
  }: { readonly incident?: string | undefined; readonly item?: string | undefined; readonly limit: number },
): Promise<readonly ItemOfBase[]> {
  if (item !== undefined) return itemFacts(client, nodeId, [item])
  if (incident !== undefined) return itemsOfIncidents(client, nodeId, [incident])
  return itemFacts(client, nodeId, await itemsPage(client, nodeId, limit))
}
