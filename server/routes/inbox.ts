/** The inbox: alerts by week, and those that wait. */
import { inboxRoute, waitingRoute } from '#api/inbox-routes.ts'
import { text } from '#core/lib/text.ts'
import { parseWeek } from '#core/attention/week.ts'
import type { Analysis } from '../analysis/judge.ts'
import { ProblemError } from '../http/problem-error.ts'
import { listWaiting, readInbox } from '../reading/inbox.ts'
import { served, type Served } from './served.ts'

interface Parts {
  readonly analysis: Analysis
  readonly now: () => number
}

export const inbox = ({ analysis, now }: Parts): readonly Served[] => [
  served(inboxRoute, async ({ who, query }) => {
    const week = query.week === undefined ? undefined : parseWeek(query.week)
    if (week === null) throw new ProblemError('not-understood', { detail: noWeek })
    return { answer: await readInbox(analysis, who, { week, now: new Date(now()).toISOString() }) }
  }),
  served(waitingRoute, async ({ who, query }) => ({
    answer: await listWaiting(analysis, who, { ...query, now: new Date(now()).toISOString() }),
  })),
]

const noWeek = text('No year has this week.', 'Aucune année ne compte cette semaine.')
