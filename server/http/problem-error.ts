/** A request that cannot be answered as asked. Thrown by routes, and written as problem+json in the caller's language. */
import { problems, type Problem, type ProblemType } from '#api/problem.ts'
import type { Language, Text } from '#core/lib/text.ts'

export interface FieldProblem {
  readonly field: string
  readonly problem: Text
  readonly remedy: Text
}

export interface ProblemDetails {
  readonly detail?: Text | undefined
  readonly fields?: readonly FieldProblem[] | undefined
}

export class ProblemError extends Error {
  readonly type: ProblemType
  readonly details: ProblemDetails

  constructor(type: ProblemType, details: ProblemDetails = {}) {
    super(type)
    this.type = type
    this.details = details
  }
}

/** What RFC 9457 calls the type: stable, never reused, and no address that anybody would fetch. */
export const problemUri = (type: ProblemType): string => `urn:headstamp:problem:${type}`

export function problemBody(type: ProblemType, language: Language, { detail, fields }: ProblemDetails = {}): Problem {
  const { status, title, remedy } = problems[type]
  return {
    type: problemUri(type),
    title: title[language],
    status,
    ...(detail && { detail: detail[language] }),
    remedy: remedy[language],
    ...(fields && {
      fields: fields.map((one) => ({
        field: one.field,
        problem: one.problem[language],
        remedy: one.remedy[language],
      })),
    }),
  }
}
