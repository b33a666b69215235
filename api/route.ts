/** A route as a value: the server serves it, the desk calls it, the OpenAPI document describes it. */
import { z } from 'zod'
import type { ProblemType } from './problem.ts'

export interface Route<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST'
  /** With parameters as `{name}`. */
  readonly path: string
  readonly summary: string
  readonly query?: Query
  readonly body?: Body
  /** The body is a file's bytes. */
  readonly sends?: 'file'
  readonly answer: Answer
  readonly status?: 201
  readonly problems: readonly ProblemType[]
}

export const route = <Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  value: Route<Q, B, A>,
): Route<Q, B, A> => value

/** How many of a list are asked for. */
export const limit = z.coerce.number().int().min(1).max(1000).optional()
