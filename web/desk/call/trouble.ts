/** Why a call brought no answer: what the server says of it, or that nobody answered. */
import type { Problem } from '#api/problem.ts'

export type Trouble =
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** No server, no network, or an answer that is none of ours. */
  | { readonly kind: 'unreachable' }

export class TroubleError extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble.kind === 'problem' ? trouble.problem.title : 'no answer', options)
    this.trouble = trouble
  }
}

export const troubleOf = (error: unknown): Trouble =>
  error instanceof TroubleError ? error.trouble : { kind: 'unreachable' }

/** Whether the session is over or was never there. */
export function isSignedOut(error: unknown): boolean {
  const trouble = troubleOf(error)
  return trouble.kind === 'problem' && trouble.problem.status === 401
}

/** What the server says of one field of a form, with what to do; null where it says nothing of it. */
export function fieldFault(error: unknown, field: string): string | null {
  const trouble = troubleOf(error)
  const fault = trouble.kind === 'problem' ? trouble.problem.fields?.find((one) => one.field === field) : undefined
  return fault === undefined ? null : `${fault.problem} ${fault.remedy}`
}
