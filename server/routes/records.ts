/** A record with its opinions, findings, doubts and history; and single records that the desk writes. */
import { keepRecordRoute, recordRoute, type deskTables } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'
import { parseRow } from '#core/record/parse-row.ts'
import type { Reference } from '#core/reference/make-reference.ts'
import type { Who } from '../accounts/who.ts'
import type { Analysis } from '../analysis/judge.ts'
import { ProblemError } from '../http/problem-error.ts'
import { ChangedSinceRead } from '../intake/plan.ts'
import { receiptOf } from '../intake/receipt.ts'
import type { Submitter } from '../intake/submit.ts'
import { showRecord } from '../reading/show.ts'
import { asReader, recordOf } from '../reading/reading.ts'
import { problemOf } from './refused.ts'
import { param, served, type Served } from './served.ts'

interface Parts {
  readonly analysis: Analysis
  readonly submitter: Submitter
  readonly reference: Reference
}

export const records = ({ analysis, submitter, reference }: Parts): readonly Served[] => [
  served(recordRoute, async ({ who, params }) => ({ answer: await showRecord(analysis, who, param(params, 'ref')) })),
  served(keepRecordRoute, async ({ who, body: { table, row, read } }) => {
    mayKeep(who, table)
    const named = table === 'library' ? await namedEntry(analysis, who, row) : row
    const parsed = parseRow(table, named, reference.codes)
    if (!parsed.ok) throw problemOf({ kind: 'cannot-be-kept', refusals: parsed.error })
    const submission = {
      source: deskSource,
      parts: [parsed.value],
      author: who.account,
      device: who.device,
      ...(read !== undefined && { read }),
    }
    const submitted = await submitter.submit(submission, null).catch((error: unknown) => {
      throw error instanceof ChangedSinceRead ? new ProblemError('changed') : error
    })
    if (submitted.state === 'key-used') throw new Error('a key where none was given')
    const { receipt, refs, doubts } = submitted.answer
    const answer = { ref: refs[0] ?? '', receipt, doubts: doubts.map(({ column, doubt }) => ({ column, doubt })) }
    return { answer }
  }),
]

/** What the desk writes is a source of its own, beside the files. */
export const deskSource = 'desk'

/**
 * A row of the library gets a reference of its own, so that it never meets one that its author may not see; one that is
 * given names a row that is there.
 */
async function namedEntry(analysis: Analysis, who: Who, row: Readonly<Record<string, unknown>>) {
  const given = row['entry_ref']
  if (typeof given !== 'string') return { ...row, entry_ref: receiptOf(analysis.newId()) }
  const { source, ref } = await asReader(analysis, who, (reading) => recordOf(reading, given, ['library-entry']))
  if (source !== deskSource) throw new ProblemError('not-found')
  return { ...row, entry_ref: ref }
}

/** Settings judge everybody's records: an administrator's alone. */
function mayKeep({ scope, administrator }: Who, table: (typeof deskTables)[number]): void {
  if (scope !== 'write') throw new ProblemError('not-allowed', { detail: readOnly })
  if (table === 'settings' && !administrator) throw new ProblemError('not-allowed')
}

const readOnly = text('This token may only read.', 'Ce jeton ne permet que la lecture.')
