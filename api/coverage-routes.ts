/** What was known, reached and read, and when signatures were seen among it. */
import { z } from 'zod'
import { classes } from '#core/record/kinds.ts'
import { route } from './route.ts'

/** `2015-08`; `2015` where the year alone is sure; null where not even that is. */
const month = z.string().nullable()
const area = z.string().max(200).optional()

export const coverageSchema = z.object({
  /** An ISO code of a region, else of a country; `XA North` for a region of an invented State; null: not known. */
  area: z.string().nullable(),
  month,
  /** Reached, not reached, and of which nobody said so, together. */
  known: z.int(),
  /** Documented, or nothing was found. */
  reached: z.int(),
  not_reached: z.int(),
  access_not_known: z.int(),
  /** Of those not reached. */
  refused: z.int(),
  already_swept: z.int(),
  done_by_authority: z.int(),
  /** To this level or finer, the finest over classes. */
  read_class: z.int(),
  read_type: z.int(),
  read_marks: z.int(),
})
export type CoverageAnswer = z.infer<typeof coverageSchema>

/** Rows of one answer: what a mission of a hundred regions fills in eight years. */
export const mostCoverageRows = 10_000

export const coverageRoute = route({
  method: 'GET',
  path: '/api/coverage',
  summary: 'Incidents known, reached and read, by area and month, the latest first; each stands in one row',
  query: z.object({
    area,
    /** Incidents that may have been on this day or later. */
    since: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(mostCoverageRows).default(mostCoverageRows),
  }),
  answer: z.array(coverageSchema),
  problems: ['not-signed-in', 'not-understood', 'unknown-area'],
})

export const calendarSchema = z.object({
  signature: z.string(),
  month,
  /** Of those read. */
  carried: z.int(),
  /** Read to the signature's level for its class. */
  read: z.int(),
})
export type CalendarAnswer = z.infer<typeof calendarSchema>

export const calendarRoute = route({
  method: 'GET',
  path: '/api/calendar',
  summary:
    'By signature and month: incidents that carried it among those read to its level; in a month without a row none was',
  query: z.object({
    /** Absent: those that most incidents carry, lots and date codes left out. */
    signature: z.string().min(1).max(2000).optional(),
    area,
    class: z.enum(classes).optional(),
    /** So many signatures. */
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  answer: z.array(calendarSchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'unknown-area'],
})
