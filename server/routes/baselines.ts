/** Baseline studies: the list. */
import { baselinesRoute } from '#api/baseline-routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listBaselines } from '../reading/baselines.ts'
import { served } from './served.ts'

export const baselines = (analysis: Analysis) =>
  served(baselinesRoute, async ({ who, query }) => ({ answer: await listBaselines(analysis, who, query) }))
