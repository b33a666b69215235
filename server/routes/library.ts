/** The reference library: browsed, asked what marks can mean, and its proposed rows reviewed. */
import { libraryRoute, lookUpRoute, reviewRoute } from '#api/library-routes.ts'
import { text } from '#core/lib/text.ts'
import type { Reference } from '#core/reference/make-reference.ts'
import { libraryEntry, type LibraryRecord } from '#store/library.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { usedLibrary } from '../analysis/library.ts'
import { keepReview, reviewFaults, type ReviewError } from '../analysis/review.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Submitter } from '../intake/submit.ts'
import { listLibrary, lookUp } from '../reading/library.ts'
import { asReader, NotOneRecord, recordOf } from '../reading/reading.ts'
import { problemOf } from './refused.ts'
import { param, served, type Served } from './served.ts'

interface Parts {
  readonly analysis: Analysis
  readonly submitter: Submitter
  readonly reference: Reference
  readonly now: () => number
}

export const library = ({ analysis, submitter, reference, now }: Parts): readonly Served[] => [
  served(libraryRoute, async ({ who, query }) => ({
    answer: await listLibrary(analysis, who, reference.scopeRows, query),
  })),
  served(lookUpRoute, async ({ who, query }) => ({
    answer: await lookUp(analysis, who, query, new Date(now()).getUTCFullYear()),
  })),
  served(reviewRoute, async ({ who, params, body: review }) => {
    if (who.scope !== 'write') throw new ProblemError('not-allowed', { detail: readOnly })
    const record = await entryRead(analysis, who, param(params, 'ref'))
    const used = await usedLibrary(analysis, analysis.store.intake)
    const { error, doubts } = reviewFaults(used, analysis.shippedLibrary, { record, review, reviewer: who })
    if (error !== null) throw refusal(error)
    const { receipt, ...changed } = await keepReview({ analysis, submitter }, who, record, review)
    const after = await entryRead(analysis, who, param(params, 'ref'))
    const answer = {
      receipt,
      state: after.state,
      opened: after.handling < record.handling,
      ...changed,
      doubts,
    }
    return { answer }
  }),
]

const entryRead = (analysis: Analysis, reader: Reader, typed: string): Promise<LibraryRecord> =>
  asReader(analysis, reader, async (reading) => {
    const { id } = await recordOf(reading, typed, ['library-entry'])
    const record = await libraryEntry(reading.client, reading.nodeId, id)
    if (record === null) throw new NotOneRecord({ kind: 'not-found', ref: typed })
    return record
  })

function refusal(error: ReviewError): ProblemError {
  if (error === 'own') return new ProblemError('not-allowed', { detail: notOwn })
  if (error === 'changed') return new ProblemError('changed')
  return problemOf({ kind: 'cannot-be-kept', refusals: error.refusals })
}

const readOnly = text('This token may only read.', 'Ce jeton ne permet que la lecture.')
const notOwn = text(
  'You proposed this row: another person reviews it.',
  "Vous avez proposé cette ligne : une autre personne l'examine.",
)
