/** A finding as everybody gets it. */
import { z } from 'zod'

const text = z.object({ en: z.string(), fr: z.string() })

export const findingSchema = z.object({
  id: z.string(),
  rule: z.string(),
  version: z.int(),
  question: text,
  says: text,
  subject: z.object({ kind: z.enum(['item', 'signature', 'incident', 'actor']), ref: z.string() }),
  side: z.enum(['attack', 'defence']).nullable(),
  area: z.string().nullable(),
  sample: z.string().nullable(),
  settings: z.record(z.string(), z.unknown()),
  items: z.array(z.string()),
  incidents: z.array(z.string()),
  answer: z.enum(['yes', 'no', 'cannot-tell']),
  grade: z.string().nullable(),
  grounds: z.array(z.object({ kind: z.string(), ref: z.string(), says: text })),
  n: z.int().nullable(),
  limits: z.array(text),
  handling: z.string(),
  raised_at: z.string().nullable(),
  /** Absent where it holds: since when it does not, what was recorded or changed then, what the rule answers now. */
  closed: z
    .object({
      at: z.string(),
      because: text,
      by: z.array(z.object({ kind: z.string(), ref: z.string() })),
      now: z
        .object({ answer: z.enum(['yes', 'no', 'cannot-tell']), grade: z.string().nullable(), says: text })
        .nullable(),
    })
    .optional(),
})
