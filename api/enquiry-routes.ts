/** Enquiries about holders’ stock, as they travel. */
import { z } from 'zod'
import { limit, route } from './route.ts'

export const enquirySchema = z.object({
  ref: z.string(),
  asked: z.string(),
  holder: z.string(),
  holder_country: z.string().nullable(),
  class: z.string(),
  pattern: z.string().nullable(),
  model: z.string().nullable(),
  producer: z.string().nullable(),
  calibre: z.string().nullable(),
  year: z.int().nullable(),
  year_to: z.int().nullable(),
  lot: z.string().nullable(),
  serial: z.string().nullable(),
  /** The reference of the item, or the text of the signature, that raised it. */
  about: z.string().nullable(),
  status: z.string(),
  asked_on: z.string().nullable(),
  due_on: z.string().nullable(),
  answered_on: z.string().nullable(),
  answer_ref: z.string().nullable(),
  handling: z.string(),
  doubted: z.boolean(),
})
export type EnquiryAnswer = z.infer<typeof enquirySchema>

export const enquiriesRoute = route({
  method: 'GET',
  path: '/api/enquiries',
  summary: 'Enquiries about stock: those that wait for somebody first, the soonest due before the others',
  query: z.object({
    /** `open`: a draft, or sent and not answered; else a status. */
    state: z.string().max(40).optional(),
    who: z.string().max(200).optional(),
    about: z.string().max(2000).optional(),
    limit,
    after: z.string().max(500).optional(),
  }),
  answer: z.array(enquirySchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'ambiguous'],
})
