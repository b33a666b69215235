/** The memory of answers. When a session ends, what was seen in it is forgotten and signing in is shown. */
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut, troubleOf } from './trouble.ts'

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) forgetSession(client)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failures, error) => troubleOf(error).kind === 'unreachable' && failures < 1,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}

/** Forgets every answer but that nobody is signed in. */
export function forgetSession(client: QueryClient): void {
  client.setQueryData(['me'], null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}
