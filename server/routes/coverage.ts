/** What was known, reached and read. */
import { coverageRoute } from '#api/coverage-routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listCoverage } from '../reading/coverage.ts'
import { served } from './served.ts'

export const coverage = (analysis: Analysis) =>
  served(coverageRoute, async ({ who, query }) => ({ answer: await listCoverage(analysis, who, query) }))
