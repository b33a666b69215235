/** Search from anywhere. */
import { searchRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { search } from '../reading/search.ts'
import { served } from './served.ts'

export const searching = (analysis: Analysis) =>
  served(searchRoute, async ({ who, query }) => ({ answer: await search(analysis, who, query.text, query.limit) }))
