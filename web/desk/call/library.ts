/** What the pages of the library ask and send. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { libraryRoute, lookUpRoute, reviewRoute } from '#api/library-routes.ts'
import { keepRecordRoute } from '#api/routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask } from './ask.ts'

export interface LibraryAsked {
  readonly list?: string | undefined
  readonly text?: string | undefined
  readonly confidence?: string | undefined
  readonly state?: string | undefined
}

const rowsOnAPage = 100

export const libraryQuery = (language: Language, asked: LibraryAsked) =>
  infiniteQueryOptions({
    queryKey: ['library', language, asked],
    queryFn: ({ signal, pageParam }) =>
      ask(libraryRoute, { language, signal, query: { ...asked, after: pageParam, limit: rowsOnAPage } }),
    initialPageParam: 0,
    getNextPageParam: ({ found }, pages) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return shown < found ? shown : undefined
    },
  })

/** The row of this reference; of lists that share one, all. */
export const libraryRowQuery = (language: Language, ref: string) =>
  queryOptions({
    queryKey: ['library row', language, ref],
    queryFn: async ({ signal }) => (await ask(libraryRoute, { language, signal, query: { ref } })).rows,
  })

export interface ReadingsAsked {
  readonly marks?: string | undefined
  readonly lot?: string | undefined
  readonly class?: string | undefined
  readonly colour?: string | undefined
  readonly part?: string | undefined
  readonly calibre?: string | undefined
  readonly year?: string | undefined
}

export const readingsQuery = (language: Language, asked: ReadingsAsked) =>
  queryOptions({
    queryKey: ['readings', language, asked],
    queryFn: ({ signal }) => ask(lookUpRoute, { language, signal, query: { ...asked } }),
  })

export const proposeRow = (language: Language, row: Readonly<Record<string, string>>) =>
  ask(keepRecordRoute, { language, body: { table: 'library', row } })

export const reviewRow = (
  language: Language,
  ref: string,
  review: { readonly choice: 'accepted' | 'refused'; readonly reason: string; readonly grounds: string },
) => ask(reviewRoute, { language, params: { ref }, body: review })
