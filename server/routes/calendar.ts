/** When signatures were seen among what was read. */
import { calendarRoute } from '#api/coverage-routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listCalendar } from '../reading/calendar.ts'
import { served } from './served.ts'

export const calendar = (analysis: Analysis) =>
  served(calendarRoute, async ({ who, query }) => ({ answer: await listCalendar(analysis, who, query) }))
