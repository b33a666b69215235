/** Baseline studies, as they travel. */
import { z } from 'zod'
import { limit, route } from './route.ts'

/** A row of a baseline study. */
export const baselineSchema = z.object({
  ref: z.string(),
  study: z.string(),
  country: z.string(),
  area: z.string().nullable(),
  class: z.string(),
  pattern: z.string().nullable(),
  model: z.string().nullable(),
  producer: z.string().nullable(),
  calibre: z.string().nullable(),
  year: z.int().nullable(),
  lot: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  sample: z.number(),
  seen: z.number(),
  unit: z.string().nullable(),
  says: z.string().nullable(),
  basis: z.string().nullable(),
  grade: z.string().nullable(),
  confidence: z.string().nullable(),
  handling: z.string(),
  doubted: z.boolean(),
})
export type BaselineAnswer = z.infer<typeof baselineSchema>

export const baselinesRoute = route({
  method: 'GET',
  path: '/api/baselines',
  summary: 'Rows of baseline studies, the last recorded first',
  query: z.object({
    study: z.string().max(200).optional(),
    model: z.string().max(200).optional(),
    country: z.string().max(10).optional(),
    class: z.string().max(40).optional(),
    limit,
    after: z.string().max(500).optional(),
  }),
  answer: z.array(baselineSchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'ambiguous'],
})
