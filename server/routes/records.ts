/** A record with its opinions, findings, doubts and history. */
import { recordRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { showRecord } from '../reading/show.ts'
import { param, served } from './served.ts'

export const record = (analysis: Analysis) =>
  served(recordRoute, async ({ who, params }) => ({ answer: await showRecord(analysis, who, param(params, 'ref')) }))
