/** The inbox: alerts by week, and those that wait. */
import { z } from 'zod'
import { findingSchema } from './finding-schema.ts'
import { route } from './route.ts'

const text = z.object({ en: z.string(), fr: z.string() })

export const alertSchema = z.object({
  /** What tells it from others. */
  key: z.string(),
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('signature'), ref: z.string() }),
    z.object({ kind: z.literal('incident'), ref: z.string().nullable(), class: z.string() }),
  ]),
  title: text,
  /** How it came to where it stands; `changed` where it was shown in an earlier week. */
  state: z.enum(['new', 'risen', 'waited', 'changed', 'waiting']),
  /** The week in which it reached the inbox; null while it waits. */
  week: z.string().nullable(),
  weight: z.int(),
  why: text,
  /** When its first finding was raised. */
  raised_at: z.string(),
  handling: z.string(),
  incidents: z.array(z.string()),
  /** The heaviest of its findings. */
  findings: z.array(findingSchema),
  /** Counted up to 500. */
  findings_in_all: z.int(),
})
export type AlertAnswer = z.infer<typeof alertSchema>

const week = z.string().regex(/^\d{4}-W\d{2}$/)

export const inboxRoute = route({
  method: 'GET',
  path: '/api/inbox',
  summary: 'The alerts of one week, the present one unless another is named; how many wait',
  query: z.object({ week: week.optional() }),
  answer: z.object({
    week,
    from: z.string(),
    to: z.string(),
    a_week: z.int(),
    alerts: z.array(alertSchema),
    /** Shown in earlier weeks, with findings of this one. */
    changed: z.array(alertSchema),
    /** What bulk work raised; `file` is null where no file that its reader sees brought it. Counted up to 10,000. */
    bulk: z.array(z.object({ file: z.string().nullable(), at: z.string(), findings: z.int(), alerts: z.int() })),
    /** Counted up to 1,000. */
    waiting: z.int(),
    /** The week before in which alerts reached the inbox. */
    earlier: week.nullable(),
  }),
  problems: ['not-signed-in', 'not-understood'],
})
export type InboxAnswer = z.infer<typeof inboxRoute.answer>

export const waitingRoute = route({
  method: 'GET',
  path: '/api/inbox/waiting',
  summary: 'Alerts that wait for room in the inbox, the heaviest first',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).optional(),
    after: z.string().max(2000).optional(),
  }),
  answer: z.array(alertSchema),
  problems: ['not-signed-in', 'not-understood'],
})
