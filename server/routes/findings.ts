/** Findings: the list, and one with its grounds. */
import { findingRoute, findingsRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { getFinding, listFindings } from '../reading/findings.ts'
import { param, served } from './served.ts'

export const findings = (analysis: Analysis) =>
  served(findingsRoute, async ({ who, query }) => ({
    answer: await listFindings(analysis, who, { ...query, all: query.all === 'true', closed: query.closed === 'true' }),
  }))

export const finding = (analysis: Analysis) =>
  served(findingRoute, async ({ who, params }) => ({ answer: await getFinding(analysis, who, param(params, 'id')) }))
