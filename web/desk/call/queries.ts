/** What the desk asks for. Answers are kept in memory alone, and with the language that they were asked in. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { calendarRoute, coverageRoute } from '#api/coverage-routes.ts'
import { baselinesRoute, type BaselineAnswer } from '#api/baseline-routes.ts'
import { enquiriesRoute, type EnquiryAnswer } from '#api/enquiry-routes.ts'
import { inboxRoute, waitingRoute, type AlertAnswer, type InboxAnswer } from '#api/inbox-routes.ts'
import {
  findingRoute,
  findingsRoute,
  incidentsRoute,
  linksRoute,
  meRoute,
  outlinesRoute,
  pointsRoute,
  recordRoute,
  searchRoute,
  signatureRoute,
  stockRoute,
} from '#api/routes.ts'
import type { FindingAnswer, IncidentAnswer, StockAnswer } from '#api/routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask, send } from './ask.ts'
import { isSignedOut } from './trouble.ts'

/** Null: nobody is signed in. */
export const meQuery = (language: Language) =>
  queryOptions({
    // Not by language: the answer has no words in it.
    queryKey: ['me'],
    queryFn: ({ signal }) =>
      ask(meRoute, { language, signal }).catch((error: unknown) => {
        if (isSignedOut(error)) return null
        throw error
      }),
    staleTime: 60_000,
  })

/** Also before anybody signs in: whether all this is an exercise. */
export const exerciseQuery = queryOptions({
  queryKey: ['exercise'],
  queryFn: async ({ signal }) => {
    const body = await send('/api/health', { signal })
    return typeof body === 'object' && body !== null && 'exercise' in body && body.exercise === true
  },
  staleTime: Infinity,
})

export const findingsOnAPage = 20

export const findingsQuery = (language: Language, rule: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['findings', language, rule ?? null],
    queryFn: ({ signal, pageParam }) =>
      ask(findingsRoute, { language, signal, query: { rule, after: pageParam, limit: findingsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly FindingAnswer[]) => (page.length < findingsOnAPage ? undefined : page.at(-1)?.id),
  })

/** The present week; with the last before it that has alerts, where it has none itself. */
async function weeksFrom(week: string | undefined, asking: { language: Language; signal: AbortSignal }) {
  const asked = await ask(inboxRoute, { ...asking, query: { week } })
  if (asked.alerts.length + asked.changed.length > 0 || asked.earlier === null) return [asked]
  return [asked, await ask(inboxRoute, { ...asking, query: { week: asked.earlier } })]
}

export const inboxQuery = (language: Language) =>
  infiniteQueryOptions({
    queryKey: ['inbox', language],
    queryFn: ({ signal, pageParam }) => weeksFrom(pageParam, { language, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly InboxAnswer[]) => page.at(-1)?.earlier ?? undefined,
  })

export const waitingQuery = (language: Language) =>
  infiniteQueryOptions({
    queryKey: ['waiting', language],
    queryFn: ({ signal, pageParam }) =>
      ask(waitingRoute, { language, signal, query: { after: pageParam, limit: findingsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly AlertAnswer[]) => (page.length < findingsOnAPage ? undefined : page.at(-1)?.key),
  })

export interface AnswersAsked {
  readonly item?: string
  readonly signature?: string
}

/** What nobody was told unasked of an item or a signature: worked out when it is asked for. */
export const answersQuery = (language: Language, of: AnswersAsked) =>
  queryOptions({
    queryKey: ['answers', language, of],
    queryFn: async ({ signal }) => {
      const all = await ask(findingsRoute, { language, signal, query: { ...of, all: 'true', limit: 200 } })
      const kind = of.item === undefined ? 'signature' : 'item'
      return all.filter(({ raised_at: raisedAt, subject }) => raisedAt === null && subject.kind === kind)
    },
  })

export interface IncidentsAsked {
  readonly kind?: string | undefined
  readonly country?: string | undefined
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const rowsOnAPage = 100

export const incidentsQuery = (language: Language, asked: IncidentsAsked) =>
  infiniteQueryOptions({
    queryKey: ['incidents', language, asked],
    queryFn: ({ signal, pageParam }) =>
      ask(incidentsRoute, { language, signal, query: { ...asked, after: pageParam, limit: rowsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly IncidentAnswer[]) => (page.length < rowsOnAPage ? undefined : page.at(-1)?.ref),
  })

export const findingQuery = (language: Language, id: string) =>
  queryOptions({
    queryKey: ['finding', language, id],
    queryFn: ({ signal }) => ask(findingRoute, { language, signal, params: { id } }),
  })

export const recordQuery = (language: Language, ref: string) =>
  queryOptions({
    queryKey: ['record', language, ref],
    queryFn: ({ signal }) => ask(recordRoute, { language, signal, params: { ref } }),
  })

export interface StockAsked {
  readonly holder?: string | undefined
  readonly class?: string | undefined
  readonly model?: string | undefined
}

export const stockQuery = (language: Language, asked: StockAsked) =>
  infiniteQueryOptions({
    queryKey: ['stock', language, asked],
    queryFn: ({ signal, pageParam }) =>
      ask(stockRoute, { language, signal, query: { ...asked, after: pageParam, limit: rowsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly StockAnswer[]) => (page.length < rowsOnAPage ? undefined : page.at(-1)?.ref),
  })

export interface CoverageAsked {
  readonly area?: string | undefined
  readonly since?: string | undefined
}

export const coverageQuery = (language: Language, asked: CoverageAsked) =>
  queryOptions({
    queryKey: ['coverage', language, asked],
    queryFn: ({ signal }) => ask(coverageRoute, { language, signal, query: { ...asked } }),
  })

export interface CalendarAsked {
  readonly signature?: string | undefined
  readonly class?: string | undefined
  readonly area?: string | undefined
}

export const calendarQuery = (language: Language, asked: CalendarAsked) =>
  queryOptions({
    queryKey: ['calendar', language, asked],
    queryFn: ({ signal }) => ask(calendarRoute, { language, signal, query: { ...asked } }),
  })

export interface EnquiriesAsked {
  readonly state?: string | undefined
  readonly who?: string | undefined
}

export const enquiriesQuery = (language: Language, asked: EnquiriesAsked) =>
  infiniteQueryOptions({
    queryKey: ['enquiries', language, asked],
    queryFn: ({ signal, pageParam }) =>
      ask(enquiriesRoute, { language, signal, query: { ...asked, after: pageParam, limit: rowsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly EnquiryAnswer[]) => (page.length < rowsOnAPage ? undefined : page.at(-1)?.ref),
  })

export const enquiriesAboutQuery = (language: Language, about: string) =>
  queryOptions({
    queryKey: ['enquiries', language, 'about', about],
    queryFn: ({ signal }) => ask(enquiriesRoute, { language, signal, query: { about, limit: rowsOnAPage } }),
  })

export interface StudiesAsked {
  readonly study?: string | undefined
  readonly country?: string | undefined
  readonly class?: string | undefined
  readonly model?: string | undefined
}

export const studiesQuery = (language: Language, asked: StudiesAsked) =>
  infiniteQueryOptions({
    queryKey: ['studies', language, asked],
    queryFn: ({ signal, pageParam }) =>
      ask(baselinesRoute, { language, signal, query: { ...asked, after: pageParam, limit: rowsOnAPage } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly BaselineAnswer[]) => (page.length < rowsOnAPage ? undefined : page.at(-1)?.ref),
  })

export const pointsQuery = (language: Language, asked: IncidentsAsked) =>
  queryOptions({
    queryKey: ['points', asked],
    queryFn: ({ signal }) => ask(pointsRoute, { language, signal, query: { ...asked } }),
  })

export const outlinesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['outlines'],
    queryFn: ({ signal }) => ask(outlinesRoute, { language, signal }),
  })

export const linksQuery = (language: Language, ref: string) =>
  queryOptions({
    queryKey: ['links', language, ref],
    queryFn: ({ signal }) => ask(linksRoute, { language, signal, params: { ref }, query: { limit: 10 } }),
  })

export const signatureQuery = (language: Language, signature: string) =>
  queryOptions({
    queryKey: ['signature', language, signature],
    queryFn: ({ signal }) => ask(signatureRoute, { language, signal, params: { signature } }),
  })

export const searchQuery = (language: Language, text: string, limit = 50) =>
  queryOptions({
    queryKey: ['search', language, text, limit],
    queryFn: ({ signal }) => ask(searchRoute, { language, signal, query: { text, limit } }),
    enabled: text !== '',
  })
