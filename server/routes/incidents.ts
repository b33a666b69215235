/** Incidents: the list, the points of the map, and the outlines that are drawn under them. */
import { incidentsRoute, outlinesRoute, pointsRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { areaOutlines, incidentPoints, listIncidents } from '../reading/incidents.ts'
import { served, type Served } from './served.ts'

export const incidents = (analysis: Analysis): readonly Served[] => [
  served(incidentsRoute, async ({ who, query }) => ({ answer: await listIncidents(analysis, who, query) })),
  served(pointsRoute, async ({ who, query }) => ({ answer: await incidentPoints(analysis, who, query) })),
  served(outlinesRoute, async ({ who }) => ({ answer: await areaOutlines(analysis, who) })),
]
