/** The HTTP server: the routes of the contract, sign-in, and the desk's files. Nothing else is served unsigned. */
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { FastifyRequest, FastifyServerFactory } from 'fastify'
import { openapi } from '#api/openapi.ts'
import { problems } from '#api/problem.ts'
import { text, type Language } from '#core/lib/text.ts'
import { rowsOf } from '#store/database.ts'
import { makeAuth, type CookieName } from '../accounts/auth.ts'
import { forgetFirstPassword } from '../accounts/first-administrator.ts'
import { makeRoster } from '../accounts/roster.ts'
import { makeSessionCheck } from '../accounts/session-check.ts'
import { whoFinder, type FindWho, type Who } from '../accounts/who.ts'
import type { Context } from '../context.ts'
import { isExamplePath, type ExampleHost } from '../example-host.ts'
import { Uploads } from '../exchange/uploads.ts'
import { shippedMappings } from '../exchange/shipped-mappings.ts'
import { lookupsOf } from '../reference.ts'
import { Previews } from '../reading/previews.ts'
import { NotOneRecord, type NotOne } from '../reading/reading.ts'
import { allRoutes } from '../routes/all.ts'
import type { Asked, Served } from '../routes/served.ts'
import { version } from '../version.ts'
import { authRoutes, foreignPage } from './auth-routes.ts'
import { baseMap, baseMapPath } from './base-map.ts'
import { deskFiles } from './desk-files.ts'
import { securityHeaders } from './headers.ts'
import { languageFor } from './language.ts'
import { failureLine, type Log } from './log.ts'
import { problemBody, ProblemError, type ProblemDetails } from './problem-error.ts'
import { isText, readInput } from './read-input.ts'
import { comesFromOwnPage } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    who: Who | null
    /** The body as it came. */
    sent: string
  }
}

export interface AppParts {
  readonly context: Context
  /** Under which address browsers open the desk: with https, cookies travel by that alone. */
  readonly url: string
  /** The folder of the desk's built files; null where only the interface is served. */
  readonly desk: string | null
  readonly log: Log
  /** The example served beside; null where none is: an example has none of its own. */
  readonly example?: ExampleHost | null
}

const largestBody = 8 * 2 ** 20

export async function makeApp({ context, url, desk, log, example = null }: AppParts): Promise<FastifyInstance> {
  const { store, home, keys, now } = context
  const roster = makeRoster(store, now)
  const cookies: CookieName = store.exercise ? 'headstamp-exercise' : 'headstamp'
  const auth = makeAuth({
    app: store.app,
    secret: keys.auth,
    url,
    cookies,
    onPasswordChanged: (account) => forgetFirstPassword(store, home, account),
  })
  const sessions = makeSessionCheck(auth, cookies, now)
  const report = (error: unknown) => log(failureLine(error, new Date(now()).toISOString()))
  const app = fastify({
    logger: false,
    bodyLimit: largestBody,
    // A workbook over a field link takes minutes.
    requestTimeout: 600_000,
    // References are long, and nothing of a path is worth a lookup twice.
    routerOptions: { maxParamLength: 2_000, caseSensitive: true },
    forceCloseConnections: 'idle',
    ...(example !== null && { serverFactory: besides(example, report) }),
  })
  app.decorateRequest('who', null)
  app.decorateRequest('sent', '')
  readBodies(app)
  headersAndLog(app, log, now)
  answerProblems(app, report)
  const uploads = uploadsOf(context, report)
  const previews = new Previews(context.analysis, report)
  app.addHook('onClose', () => previews.stop())

  app.get('/api/health', async () => {
    await rowsOf(store.app, 'select')
    // Before anybody signs in, a screen must say that it is an exercise's.
    return { ok: true, exercise: store.exercise }
  })
  const document = openapi(version)
  app.get('/api/openapi.json', () => document)
  authRoutes(app, auth, () => {
    sessions.forget()
    roster.forget()
  })
  const signedIn = onlySignedIn(whoFinder({ tokenKey: keys.token, roster, sessions, now }))
  for (const served of allRoutes(context, { uploads, previews, host: example })) register(app, signedIn, served)
  app.all('/api/*', { onRequest: signedIn }, () => {
    throw new ProblemError('not-found', { detail: noSuchPath })
  })
  if (desk !== null) {
    await baseMap(app)
    await deskFiles(app, desk)
  }
  return app
}

/** What is asked under the example's path goes there; all else is the mission's. */
function besides(example: ExampleHost, report: (error: unknown) => void): FastifyServerFactory {
  return (handler) =>
    createServer((request, response) => {
      if (!isExamplePath(request.url)) return handler(request, response)
      example.answer(request, response).catch((error: unknown) => {
        report(error)
        response.writeHead(500).end()
      })
    })
}

/** JSON in UTF-8, or a file's bytes; the text is kept, because an Idempotency-Key stands for it. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      request.sent = utf8.decode(body as Buffer)
    } catch {
      done(new ProblemError('not-understood', { detail: notUtf8 }))
      return
    }
    if (request.sent === '') done(null)
    else parse(request, request.sent, done)
  })
  // Handed on as it comes: a route that takes no file lets it run out.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
}

function headersAndLog(app: FastifyInstance, log: Log, now: () => number): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(securityHeaders)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith(baseMapPath)) return
    log({
      at: new Date(now()).toISOString(),
      method: request.method,
      path: (request.url.split('?')[0] ?? '').slice(0, 500),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    })
  })
}

type SignedIn = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Hung on each route by itself: a check by the path's beginning would be passed by another spelling of it. */
function onlySignedIn(findWho: FindWho): SignedIn {
  return async (request, reply) => {
    const known = await findWho(request.headers)
    if (known === null) throw new ProblemError('not-signed-in')
    request.who = known.who
    if (known.setCookies.length > 0) reply.header('set-cookie', known.setCookies)
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && known.who.by === 'session' && !comesFromOwnPage(request.headers)) {
      throw new ProblemError('not-allowed', { detail: foreignPage })
    }
  }
}

function register(app: FastifyInstance, signedIn: SignedIn, { route, handle }: Served): void {
  app.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    onRequest: signedIn,
    async handler(request, reply) {
      const { who, headers } = request
      if (who === null) throw new Error('a route was reached unsigned')
      const asked: Asked<unknown, unknown> = {
        who,
        params: paramsOf(request),
        query: route.query === undefined ? {} : readInput(route.query, request.query),
        body: route.body === undefined ? {} : readInput(route.body, jsonOf(request)),
        sent: request.sent,
        file: route.sends === 'file' && request.body instanceof Readable ? request.body : null,
        header: (name) => [headers[name]].flat()[0],
      }
      const { answer, status, setCookies = [] } = await handle(asked as Asked<never, never>)
      if (setCookies.length > 0) reply.header('set-cookie', setCookies)
      return reply.status(status ?? route.status ?? 200).send(answer)
    },
  })
}

function jsonOf({ body }: FastifyRequest): unknown {
  if (body instanceof Readable) throw new ProblemError('not-understood', { detail: reasons[notMedia] })
  return body ?? {}
}

export const uploadsOf = (
  { home, store, intake, analysis, reference, newId }: Context,
  report: (error: unknown) => void,
) => {
  const importing = { intake, analysis, codes: reference.codes, mappings: shippedMappings() }
  return new Uploads(home, { ...importing, lookups: lookupsOf(reference) }, { newId, report, exercise: store.exercise })
}

function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const params = request.params as Readonly<Record<string, string>>
  if (Object.values(params).every((value) => value !== '' && isText(value))) return params
  throw new ProblemError('not-found')
}

function answerProblems(app: FastifyInstance, report: (error: unknown) => void): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const { type, details } = problemOf(error)
    if (type === 'our-fault') report(error)
    if (type === 'not-signed-in') reply.header('www-authenticate', 'Bearer')
    return reply
      .status(problems[type].status)
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(type, languageOf(request), details)))
  })
  app.setNotFoundHandler(() => {
    throw new ProblemError('not-found', { detail: noSuchPath })
  })
}

const languageOf = ({ headers, who }: FastifyRequest): Language =>
  languageFor(headers['accept-language'], who?.language)

function problemOf(error: FastifyError): Pick<ProblemError, 'type' | 'details'> {
  if (error instanceof ProblemError) return error
  if (error instanceof NotOneRecord) return { type: error.problem.kind, details: detailsOf(error.problem) }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { type: 'too-large', details: {} }
  const { statusCode = 500 } = error
  if (statusCode >= 400 && statusCode < 500) return { type: 'not-understood', details: { detail: reasons[error.code] } }
  return { type: 'our-fault', details: {} }
}

function detailsOf(problem: NotOne): ProblemDetails {
  if (problem.kind !== 'ambiguous') return {}
  const candidates = problem.candidates.join(', ')
  return { detail: text(`It may be: ${candidates}.`, `Il peut s'agir de : ${candidates}.`) }
}

const noSuchPath = text('There is nothing at this address.', "Il n'y a rien à cette adresse.")
const notUtf8 = text('The body is not UTF-8.', "Le contenu n'est pas en UTF-8.")
const notJson = text('The body is not JSON.', "Le contenu n'est pas du JSON.")
const notMedia = 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
const reasons: { readonly [code: string]: typeof notJson } = {
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  [notMedia]: text('Send the body as application/json.', 'Envoyez le contenu en application/json.'),
}
