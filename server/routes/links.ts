/** The incidents that one is linked to. */
import { linksRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { linksOfIncident } from '../reading/links.ts'
import { param, served } from './served.ts'

export const links = (analysis: Analysis) =>
  served(linksRoute, async ({ who, params, query }) => ({
    answer: await linksOfIncident(analysis, who, param(params, 'ref'), query.limit),
  }))
