/** Enquiries about holders' stock: the list. */
import { enquiriesRoute } from '#api/enquiry-routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listEnquiries } from '../reading/enquiries.ts'
import { served } from './served.ts'

export const enquiries = (analysis: Analysis) =>
  served(enquiriesRoute, async ({ who, query }) => ({ answer: await listEnquiries(analysis, who, query) }))
