/** A signature. */
import { signatureRoute } from '#api/routes.ts'
import type { Analysis } from '../analysis/judge.ts'
import { showSignature } from '../reading/signature.ts'
import { param, served } from './served.ts'

export const signature = (analysis: Analysis) =>
  served(signatureRoute, async ({ who, params }) => ({
    answer: await showSignature(analysis, who, param(params, 'signature')),
  }))
