/** Calls a route of the contract: its path is filled, its answer is checked against its schema. */
import type { z } from 'zod'
import type { Problem } from '#api/problem.ts'
import type { Route } from '#api/route.ts'
import type { Language } from '#core/lib/text.ts'
import { base } from './base.ts'
import { pathOf, type Asked } from './path.ts'
import { TroubleError } from './trouble.ts'

interface Calling extends Asked {
  readonly language: Language
  /** Sent as JSON. */
  readonly body?: object
  /** Sent as its bytes. */
  readonly file?: File
  readonly signal?: AbortSignal
  /** Of which desk it is asked; absent: of this one. */
  readonly at?: string
}

export async function ask<A extends z.ZodType>(
  route: Route<z.ZodType, z.ZodType, A>,
  { language, signal, body: given, file, at = base, ...asked }: Calling,
): Promise<z.output<A>> {
  const body = await sendTo(at + pathOf(route.path, asked), {
    method: route.method,
    headers: { 'accept-language': language, ...contentType({ given, file }) },
    ...(given !== undefined && { body: JSON.stringify(given) }),
    ...(file !== undefined && { body: file }),
    ...(signal && { signal }),
  })
  const read = route.answer.safeParse(body)
  if (!read.success) throw new TroubleError({ kind: 'unreachable' }, { cause: read.error })
  return read.data
}

const contentType = ({ given, file }: { given: object | undefined; file: File | undefined }): Record<string, string> =>
  given !== undefined
    ? { 'content-type': 'application/json' }
    : file === undefined
      ? {}
      : { 'content-type': 'application/octet-stream' }

/** Sends to this desk and reads JSON. Throws TroubleError, or the abort of its own caller. */
export const send = (path: string, init: RequestInit): Promise<unknown> => sendTo(base + path, init)

async function sendTo(path: string, init: RequestInit): Promise<unknown> {
  const response = await reach(path, init)
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  throw new TroubleError(isProblem(body) ? { kind: 'problem', problem: body } : { kind: 'unreachable' })
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new TroubleError({ kind: 'unreachable' }, { cause: error })
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'title' in body && 'status' in body && 'remedy' in body
