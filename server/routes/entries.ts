/** Writes one entry, and answers when it is durable and screened. */
import { entriesRoute } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'
import type { Analysis } from '../analysis/judge.ts'
import { ProblemError } from '../http/problem-error.ts'
import { parseEntry, type Submitter } from '../intake/submit.ts'
import { raisedReader } from '../reading/raised.ts'
import type { Reference } from '#core/reference/make-reference.ts'
import { problemOf } from './refused.ts'
import { served } from './served.ts'

interface Parts {
  readonly analysis: Analysis
  readonly submitter: Submitter
  readonly reference: Reference
}

export const entries = ({ analysis, submitter, reference }: Parts) => {
  const readRaised = raisedReader(analysis)
  return served(entriesRoute, async ({ who, body, sent, header }) => {
    if (who.scope !== 'write') throw new ProblemError('not-allowed', { detail: readOnly })
    if (!body.incident && body.items.length === 0) throw new ProblemError('cannot-be-kept', { detail: nothing })
    const submission = parseEntry(body, reference.codes, who)
    if (!submission.ok) throw problemOf(submission.error)
    const key = idempotencyKey(header('idempotency-key'))
    const submitted = await submitter.submit(
      submission.value,
      key === null ? null : { account: who.account, key, body: sent },
    )
    if (submitted.state === 'key-used') throw problemOf({ kind: 'key-used' })
    const { receipt, refs, doubts, raised } = submitted.answer
    const findings = await readRaised(
      who,
      raised.map(({ id }) => id),
    )
    return {
      answer: { receipt, refs, doubts, findings },
      ...(submitted.state === 'repeated' && { status: 200 }),
    }
  })
}

function idempotencyKey(given: string | undefined): string | null {
  if (given === undefined) return null
  if (/^[\x21-\x7e]{1,255}$/.test(given)) return given
  throw new ProblemError('not-understood', { detail: badKey })
}

const readOnly = text('This token may only read.', 'Ce jeton ne permet que la lecture.')
const nothing = text('It holds neither an incident nor items.', 'Il ne contient ni incident ni objet.')
const badKey = text(
  'An Idempotency-Key has 1 to 255 visible ASCII characters.',
  'Une Idempotency-Key compte de 1 à 255 caractères ASCII visibles.',
)
