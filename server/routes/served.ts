/** A route of the contract together with what answers it. */
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Route } from '#api/route.ts'
import type { Who } from '../accounts/who.ts'

export interface Asked<Query, Body> {
  readonly who: Who
  /** The parts of the path that stand in braces, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
  /** The body as it came. */
  readonly sent: string
  /** The bytes of a route that takes a file; null where none came. */
  readonly file: Readable | null
  header(name: string): string | undefined
}

export interface Answered<Answer> {
  readonly answer: Frozen<Answer>
  /** Where it is other than the route's own. */
  readonly status?: number
  readonly setCookies?: readonly string[]
}

export interface Served {
  readonly route: Route
  readonly handle: (asked: Asked<never, never>) => Promise<Answered<unknown>>
}

export const served = <Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<Q, B, A>,
  handle: (asked: Asked<z.output<Q>, z.output<B>>) => Promise<Answered<z.output<A>>>,
): Served => ({ route, handle: handle as Served['handle'] })

/** The same shape with nothing in it that could be changed. */
export type Frozen<T> = T extends readonly (infer One)[]
  ? readonly Frozen<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** A part of the path; one that the route does not have is a bug. */
export function param(params: Readonly<Record<string, string>>, name: string): string {
  const value = params[name]
  if (value === undefined) throw new Error(`the route has no {${name}}`)
  return value
}
