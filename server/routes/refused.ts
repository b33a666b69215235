/** What a submission is refused for, as a problem that names each field. */
import { ProblemError } from '../http/problem-error.ts'
import type { SubmitError } from '../intake/submit.ts'

export function problemOf(error: SubmitError): ProblemError {
  if (error.kind === 'key-used') return new ProblemError('key-used')
  return new ProblemError('cannot-be-kept', {
    fields: error.refusals.map(({ column, problem, remedy }) => ({ field: column, problem, remedy })),
  })
}
