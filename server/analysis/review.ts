/**
 * The review of a proposed row: one entry, a decision that names what was read; then all that it concerns is judged,
 * and it is said what that changed.
 */
import type { Text } from '#core/lib/text.ts'
import { text } from '#core/lib/text.ts'
import type { Refusal } from '#core/record/doubt.ts'
import { handlingOf } from '#core/record/handling.ts'
import { libraryDoubts, type LibraryDoubtWord } from '#core/reference/library-doubt.ts'
import { rowsOf } from '#store/database.ts'
import { groundsOfEntry, reviewRule, type LibraryRecord } from '#store/library.ts'
import { pendingCount } from '#store/pending.ts'
import { read, type Reader } from '#store/reader.ts'
import type { Part, Submission } from '../intake/plan.ts'
import type { Submitter } from '../intake/submit.ts'
import { workOff, type Analysis } from './judge.ts'
import { entryKey, useLibrary, usedLibrary, type UsedLibrary } from './library.ts'
import { bearsOne, typedOtherwise, valuesOf, type TypedOtherwise } from './note-library.ts'

export interface Review {
  readonly choice: 'accepted' | 'refused'
  readonly reason?: string | undefined
  readonly grounds: string
}

export interface Reviewer extends Reader {
  readonly device: string
}

export type ReviewError = 'own' | 'changed' | { readonly refusals: readonly Refusal[] }

/** What a person who reviews it is told: why it cannot be, or what to mind. */
export function reviewFaults(
  library: UsedLibrary,
  shipped: Analysis['shippedLibrary'],
  { record, review, reviewer }: { readonly record: LibraryRecord; readonly review: Review; readonly reviewer: Reader },
): { readonly error: ReviewError | null; readonly doubts: readonly Text[] } {
  if (record.author === reviewer.account) return { error: 'own', doubts: [] }
  if (review.grounds !== groundsOfEntry(record.content)) return { error: 'changed', doubts: [] }
  if (review.choice === 'refused') {
    const isSilent = (review.reason ?? '').trim() === ''
    return { error: isSilent ? { refusals: [noReason] } : null, doubts: [] }
  }
  if (record.team !== '') return { error: { refusals: [closed] }, doubts: [] }
  const others = [...library.accepted.values()].filter(({ id }) => id !== record.id)
  const words = useLibrary(shipped, [...others, record]).doubts(record.content.list, entryKey(record))
  const [barring] = words.flatMap((word) => barred(word))
  return {
    error: barring === undefined ? null : { refusals: [barring] },
    doubts: words.map((word) => libraryDoubts[word]),
  }
}

/** Two names that meet are a doubt that a person may live with; a row that could not be used is not accepted. */
function barred(word: LibraryDoubtWord): readonly Refusal[] {
  if (word === 'name-claimed') return []
  const { en, fr } = libraryDoubts[word]
  const column = word === 'producer-unknown' ? 'producer' : 'corrects'
  return [{ column, problem: text(en, fr), remedy: remedies[word] }]
}

const remedies: { readonly [W in Exclude<LibraryDoubtWord, 'name-claimed'>]: Text } = {
  'corrects-nothing': text(
    'Refuse it, and propose it as a new row.',
    'Rejetez-la et proposez-la comme nouvelle ligne.',
  ),
  'corrects-in-a-circle': text('Refuse one of these rows first.', "Rejetez d'abord l'une de ces lignes."),
  contradicts: text(
    'Refuse the accepted correction first, or have this one correct it.',
    "Rejetez d'abord la correction acceptée, ou faites porter celle-ci sur elle.",
  ),
  'producer-unknown': text('Have the producer accepted first.', "Faites d'abord accepter le fabricant."),
}

const noReason: Refusal = {
  column: 'reason',
  problem: text('It is not said why it is refused.', "Le motif du rejet n'est pas indiqué."),
  remedy: text('Say it in a sentence.', 'Indiquez-le en une phrase.'),
}

const closed: Refusal = {
  column: 'choice',
  problem: text(
    'The row is closed to a team; an accepted row is seen by all.',
    'La ligne est réservée à une équipe ; une ligne acceptée est vue de tous.',
  ),
  remedy: text('Propose it outside the team.', "Proposez-la hors de l'équipe."),
}

/** A decision on the row as it was read. An accepted row is nobody's secret, and neither is its review. */
export const reviewPart = (record: LibraryRecord, { choice, reason, grounds }: Review): Part => ({
  kind: 'decision',
  content: {
    rule: reviewRule,
    subject: record.id,
    grounds,
    choice,
    ...(reason !== undefined && reason.trim() !== '' && { reason: reason.trim() }),
  },
  opinion: null,
  handling: choice === 'accepted' ? 'unclassified' : handlingOf(record.handling),
  doubts: [],
})

export interface Reviewed {
  readonly receipt: string
  readonly items: number
  readonly raised: number
  readonly gone: number
  /** Not all that it concerns is judged yet: these counts are of now. */
  readonly waiting: boolean
}

/** As long as a person looks at a button that was pressed; the rest is judged beside. */
const patienceMs = 10_000

/** What others write meanwhile is counted with it. */
export async function keepReview(
  { analysis, submitter }: { readonly analysis: Analysis; readonly submitter: Submitter },
  reviewer: Reviewer,
  record: LibraryRecord,
  review: Review,
): Promise<Reviewed> {
  const { store } = analysis
  const before = await usedLibrary(analysis, store.intake)
  const keptBefore = await keptFor(analysis, reviewer)
  const submission: Submission = {
    source: record.source,
    parts: [reviewPart(record, review)],
    author: reviewer.account,
    device: reviewer.device,
  }
  const submitted = await submitter.submit(submission, null)
  if (submitted.state === 'key-used') throw new Error('a key where none was given')
  const patience = performance.now() + patienceMs
  await workOff(analysis, { keepOn: () => performance.now() < patience })
  const after = await usedLibrary(analysis, store.intake)
  const keptAfter = await keptFor(analysis, reviewer)
  const typed = before === after ? null : await typedOtherwise(store.intake, store.nodeId, before, after)
  return {
    receipt: submitted.answer.receipt,
    items: typed === null ? 0 : await itemsBearing(analysis, reviewer, typed),
    raised: [...keptAfter].filter((id) => !keptBefore.has(id)).length,
    gone: [...keptBefore].filter((id) => !keptAfter.has(id)).length,
    waiting: (await pendingCount(store.intake, store.nodeId)) > 0,
  }
}

/** The kept findings that the reader sees, by what they say. */
async function keptFor({ store }: Analysis, reader: Reader): Promise<ReadonlySet<string>> {
  return read(store, reader, async (client) => {
    const rows = await rowsOf<{ said: string }>(
      client,
      `select concat_ws(' ', rule, subject, side, area, answer, grade) as said from findings
        where node_id = $1 and kept and raised_at > '-infinity'`,
      [store.nodeId],
    )
    return new Set(rows.map(({ said }) => said))
  })
}

/** How many items the reader sees that bear one of the names. */
async function itemsBearing({ store }: Analysis, reader: Reader, typed: TypedOtherwise): Promise<number> {
  if (valuesOf(typed).every((list) => list.length === 0)) return 0
  const rows = await rowsOf<{ incident: string }>(
    store.intake,
    `select distinct incident from items where node_id = $1 and incident is not null and (${bearsOne})`,
    [store.nodeId, ...valuesOf(typed)],
  )
  return read(store, reader, async (client) => {
    const [row] = await rowsOf<{ count: string }>(
      client,
      `select count(*) as count from items where node_id = $1 and incident = any ($6) and (${bearsOne})`,
      [store.nodeId, ...valuesOf(typed), rows.map(({ incident }) => incident)],
    )
    return Number(row?.count ?? 0)
  })
}
