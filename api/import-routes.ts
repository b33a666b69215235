/** Files handed in at the desk: looked at, corrected, taken in. */
import { z } from 'zod'
import { route } from './route.ts'

const counts = {
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  merged: z.int(),
  refused: z.int(),
  doubted: z.int(),
}

const tableSchema = z.object({
  sheet: z.string().nullable(),
  encoding: z.object({ name: z.string(), guessed: z.boolean() }).nullable(),
  /** `own`: the exchange format's columns; `known`: a mapping that is known; `unknown`: nothing can be proposed. */
  as: z.enum(['own', 'known', 'proposed', 'unknown']),
  mapping: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable(), cells: z.array(z.string()) })),
  /** What taking it in would do; `is_whole`: of all its rows, else of the first. */
  rehearsal: z
    .object({
      rows: z.int(),
      is_whole: z.boolean(),
      ...counts,
      first: z.array(
        z.object({
          row: z.int(),
          records: z.array(z.object({ table: z.string(), values: z.record(z.string(), z.string()) })),
        }),
      ),
    })
    .nullable(),
})

const resultSchema = z.object({
  sheet: z.string().nullable(),
  source: z.string(),
  rows: z.int(),
  ...counts,
  records: z.record(z.string(), z.int()),
  unknown_columns: z.array(z.string()),
  rejected: z.array(z.object({ row: z.int(), column: z.string(), problem: z.string(), remedy: z.string() })),
  fault: z.object({ row: z.int().nullable(), problem: z.string(), remedy: z.string() }).nullable(),
})

export const importSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['looked-at', 'waiting', 'taking', 'judging', 'done', 'failed']),
  /** Rows taken in so far; while judging, what is left to be judged. */
  progress: z.int(),
  tables: z.array(tableSchema),
  /** The fields that a column can be chosen for. */
  fields: z.array(z.string()),
  /** Of each table, when all is done. */
  result: z.array(resultSchema).nullable(),
  fault: z.object({ problem: z.string(), remedy: z.string() }).nullable(),
})
export type ImportAnswer = z.infer<typeof importSchema>

export const handInRoute = route({
  method: 'POST',
  path: '/api/imports',
  summary: 'Hands in a file, as application/octet-stream, and answers what it holds; nothing is taken in yet',
  query: z.object({ name: z.string().min(1).max(300) }),
  sends: 'file',
  status: 201,
  answer: importSchema,
  problems: ['not-signed-in', 'not-allowed', 'not-understood', 'too-large'],
})

export const importRoute = route({
  method: 'GET',
  path: '/api/imports/{id}',
  summary: 'How far a file is',
  answer: importSchema,
  problems: ['not-signed-in', 'not-found'],
})

export const chooseRoute = route({
  method: 'POST',
  path: '/api/imports/{id}/columns',
  summary: 'Chooses the fields that columns feed, and answers what the file would then become',
  body: z.object({
    sheet: z.string().max(300).nullable(),
    columns: z.record(z.string().max(1000), z.string().max(60).nullable()),
  }),
  answer: importSchema,
  problems: ['not-signed-in', 'not-allowed', 'not-understood', 'not-found'],
})

export const takeInRoute = route({
  method: 'POST',
  path: '/api/imports/{id}/take',
  summary: 'Takes the file in as it was shown; ask for it again to see how far it is',
  answer: importSchema,
  problems: ['not-signed-in', 'not-allowed', 'not-found'],
})
