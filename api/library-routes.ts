/** The reference library: what it holds, what it knows of marks, lots and colours, and the review of proposed rows. */
import { z } from 'zod'
import { classes } from '#core/record/kinds.ts'
import { libraryLists } from '#core/record/library-fields.ts'
import { route } from './route.ts'

const text = z.object({ en: z.string(), fr: z.string() })
const confidence = z.enum(['verified', 'probable', 'unverified'])

/** All that can be browsed; the mission adds to the lists before the last. */
export const browsedLists = [...libraryLists, 'embargo-scopes'] as const

/** Who proposed a row of the mission's own and who reviewed it, by name. */
const people = {
  proposed_by: z.string().nullable(),
  reviewed_by: z.string().nullable(),
}

export const meaningSchema = z.object({
  /** The mark, a part of it, the lot or the colours that are read so. */
  of: z.string(),
  position: z.string().nullable(),
  says: text,
  /** What speaks against it, a sentence each. */
  against: z.array(text),
  rests_on: z.array(
    z.object({
      list: z.enum(libraryLists),
      ref: z.string(),
      source: z.string(),
      confidence,
      note: z.string().nullable(),
      ...people,
    }),
  ),
})
export type MeaningAnswer = z.infer<typeof meaningSchema>

export const libraryRowSchema = z.object({
  list: z.enum(browsedLists),
  /** `shipped:REF`, or a record's. */
  ref: z.string(),
  title: z.string(),
  says: text,
  aliases: z.array(z.string()),
  source: z.string(),
  confidence,
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(['shipped', 'proposed', 'accepted', 'refused']),
  /** Whether readings and names are made with it. */
  used: z.boolean(),
  /** The row in whose place it stands, or would. */
  corrects: z.string().nullable(),
  ...people,
  proposed_at: z.string().nullable(),
  reviewed_at: z.string().nullable(),
  reason: z.string().nullable(),
  /** Null: it ships. */
  handling: z.string().nullable(),
  /** What a review of it as it stands rests on; null where nobody reviews it. */
  grounds: z.string().nullable(),
  /** Whether whoever asks may review it: nobody reviews what is their own. */
  may_review: z.boolean(),
  doubts: z.array(text),
  /** As a proposal would write it. */
  fields: z.record(z.string(), z.unknown()),
})
export type LibraryRowAnswer = z.infer<typeof libraryRowSchema>

export const libraryRoute = route({
  method: 'GET',
  path: '/api/library',
  summary: 'Rows of the reference library: those that wait for a review first, then list by list',
  query: z.object({
    list: z.enum(browsedLists).optional(),
    /** The rows of this reference alone: one, or one in each of several lists. */
    ref: z.string().max(500).optional(),
    text: z.string().max(200).optional(),
    confidence: confidence.optional(),
    state: z.enum(['shipped', 'proposed', 'accepted', 'refused']).optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
    /** After how many rows the list goes on. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  answer: z.object({ rows: z.array(libraryRowSchema), found: z.int() }),
  problems: ['not-signed-in', 'not-understood'],
})

export const lookUpRoute = route({
  method: 'GET',
  path: '/api/library/readings',
  summary: 'Every reading of marks, a lot or colours, with what it rests on and what speaks against it',
  query: z.object({
    /** `12:10 6:15`, or parted by `;`. */
    marks: z.string().max(500).optional(),
    lot: z.string().max(200).optional(),
    class: z.enum(classes).optional(),
    colour: z.string().max(200).optional(),
    part: z.enum(['tip', 'case', 'primer']).optional(),
    calibre: z.string().max(200).optional(),
    /** The year in which it was there; absent: this year. */
    year: z.coerce.number().int().min(1500).max(2200).optional(),
  }),
  answer: z.array(meaningSchema),
  problems: ['not-signed-in', 'not-understood'],
})

export const reviewRoute = route({
  method: 'POST',
  path: '/api/library/{ref}/review',
  summary: 'Accepts or refuses a proposed row as it was read; never by whoever proposed it',
  body: z.object({
    choice: z.enum(['accepted', 'refused']),
    reason: z.string().max(2000).optional(),
    /** The row's, as it was read: where it says something else by now, nothing is kept. */
    grounds: z.string().max(100),
  }),
  status: 201,
  answer: z.object({
    receipt: z.string(),
    state: z.enum(['proposed', 'accepted', 'refused']),
    /** Whether more people see the row now than before. */
    opened: z.boolean(),
    /** Of what the reviewer sees: items that are compared by another name, findings that came and went. */
    items: z.int(),
    raised: z.int(),
    gone: z.int(),
    /** More is being judged still: the counts are of now. */
    waiting: z.boolean(),
    doubts: z.array(text),
  }),
  problems: ['not-signed-in', 'not-allowed', 'not-found', 'ambiguous', 'cannot-be-kept', 'changed', 'not-understood'],
})
export type ReviewAnswer = z.infer<typeof reviewRoute.answer>
