/**
 * The log: one JSON line a request and one a failure. It says nothing that a caller sent but the path, because bodies,
 * query texts, passwords and tokens would stay on the disk.
 */
import { PlaceError } from '#store/place-error.ts'

export type LogLine =
  | {
      readonly at: string
      readonly method: string
      /** Without its query. */
      readonly path: string
      readonly status: number
      readonly ms: number
    }
  | {
      readonly at: string
      readonly failure: string
      readonly code?: string
      readonly says?: string
      /** Where in the code, innermost first. */
      readonly where?: readonly string[]
    }

export type Log = (line: LogLine) => void

export const logTo =
  (stream: { write(text: string): unknown }): Log =>
  (line) => {
    stream.write(`${JSON.stringify(line)}\n`)
  }

/** A failure without its message: the driver and the parsers quote in theirs what they were given. */
export function failureLine(error: unknown, at: string): LogLine {
  if (error instanceof PlaceError) return { at, failure: error.name, code: error.kind, says: error.message }
  if (!(error instanceof Error)) return { at, failure: typeof error }
  const { name, stack = '' } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const where = stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
  return { at, failure: name, ...code, where: where.slice(0, 12) }
}
