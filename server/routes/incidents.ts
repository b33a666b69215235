/** Incidents: the list. */
import { incidentsRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listIncidents } from '../reading/incidents.ts'
import { served } from './served.ts'

export const incidents = (analysis: Analysis) =>
  served(incidentsRoute, async ({ who, query }) => ({ answer: await listIncidents(analysis, who, query) }))
