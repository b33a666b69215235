/** What of better-auth is served: signing in and out, the session, one's password, name and language. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ProblemType } from '#api/problem.ts'
import { text, type Text } from '#core/lib/text.ts'
import { addressHeader, type Auth } from '../accounts/auth.ts'
import { ProblemError } from './problem-error.ts'
import { readInput } from './read-input.ts'
import { comesFromOwnPage } from './same-origin.ts'

/** Only these fields get through: others (addresses to be sent on to, pictures) are nothing that the desk has. */
const bodies = {
  '/sign-in/email': z.object({
    email: z.string().max(320),
    password: z.string().max(256),
    rememberMe: z.boolean().optional(),
  }),
  '/sign-out': z.object({}),
  '/change-password': z.object({
    currentPassword: z.string().max(256),
    newPassword: z.string().max(256),
    revokeOtherSessions: z.boolean().optional(),
  }),
  '/update-user': z.object({
    name: z.string().trim().min(1).max(200).optional(),
    language: z.enum(['en', 'fr']).optional(),
  }),
  '/revoke-other-sessions': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodType>>

/** `onChange` is told after each request that may have ended a session or changed an account. */
export function authRoutes(app: FastifyInstance, auth: Auth, onChange: () => void): void {
  app.get('/api/auth/get-session', async (request, reply) => {
    await passOn({ request, reply, auth }, '/get-session', null)
  })
  for (const [path, schema] of Object.entries(bodies)) {
    app.post(`/api/auth${path}`, async (request, reply) => {
      // A script that brings no cookie rides on nobody's session.
      const isScript = !request.headers.cookie && !request.headers.origin && !request.headers['sec-fetch-site']
      if (!isScript && !comesFromOwnPage(request.headers))
        throw new ProblemError('not-allowed', { detail: foreignPage })
      const body = readInput(schema, request.body ?? {})
      try {
        await passOn({ request, reply, auth }, path, body)
      } finally {
        onChange()
      }
    })
  }
}

export const foreignPage = text(
  'It does not come from a page of this server.',
  "Elle ne vient pas d'une page de ce serveur.",
)

interface Passing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly auth: Auth
}

async function passOn({ request, reply, auth }: Passing, path: string, body: unknown): Promise<void> {
  const headers = new Headers({ [addressHeader]: request.ip })
  const { cookie, 'user-agent': agent } = request.headers
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300))
  if (body !== null) headers.set('content-type', 'application/json')
  const response = await auth.handler(
    new Request(`http://headstamp/api/auth${path}`, {
      method: request.method === 'HEAD' ? 'GET' : request.method,
      headers,
      ...(body !== null && { body: JSON.stringify(body) }),
    }),
  )
  const answer = withoutTokens(await response.text())
  if (!response.ok) throw problemOf(response, answer)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  await reply.status(response.status).send(answer)
}

/** The session's token is for the cookie alone, where no script can read it. */
function withoutTokens(json: string): unknown {
  try {
    return JSON.parse(json, (name, value: unknown) => (name === 'token' ? undefined : value))
  } catch {
    return null
  }
}

function problemOf(response: Response, answer: unknown): ProblemError {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : ''
  const type = types[response.status] ?? (response.status < 500 ? 'not-understood' : 'our-fault')
  return new ProblemError(type, { detail: details[code] })
}

const types: { readonly [status: number]: ProblemType } = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  429: 'too-many',
}

const details: { readonly [code: string]: Text } = {
  INVALID_EMAIL_OR_PASSWORD: text('Address or password is not right.', "L'adresse ou le mot de passe est inexact."),
  INVALID_EMAIL: text('This is no e-mail address.', "Ce n'est pas une adresse électronique."),
  INVALID_PASSWORD: text('The present password is not right.', 'Le mot de passe actuel est inexact.'),
  PASSWORD_TOO_SHORT: text(
    'The new password needs 12 characters or more.',
    'Le nouveau mot de passe doit compter au moins 12 caractères.',
  ),
  PASSWORD_TOO_LONG: text('A password has 256 characters at most.', 'Un mot de passe compte au plus 256 caractères.'),
}
