/** Holders' stock: the list. */
import { stockRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { listStock } from '../reading/stock.ts'
import { served } from './served.ts'

export const stock = (analysis: Analysis) =>
  served(stockRoute, async ({ who, query }) => ({ answer: await listStock(analysis, who, query) }))
