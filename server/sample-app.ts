/** A server of its own for a test, asked without a network, and what it logged. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { firstEmail, firstPasswordFile } from './accounts/first-administrator.ts'
import { makeApp } from './http/app.ts'
import type { LogLine } from './http/log.ts'
import { sampleContext, type SampleContext } from './sample-context.ts'

export interface SampleApp extends SampleContext {
  readonly app: FastifyInstance
  readonly log: readonly LogLine[]
  /** The first administrator's, as it lies in the home. */
  readonly password: string
  ask(method: 'GET' | 'HEAD' | 'POST', url: string, more?: InjectOptions): Promise<LightMyRequestResponse>
  signIn(password?: string, more?: InjectOptions): Promise<LightMyRequestResponse>
  /** The headers of a page of this server whose user has signed in. */
  signedIn(): Promise<{ readonly cookie: string; readonly 'sec-fetch-site': string }>
}

export async function sampleApp(parts: { url?: string; desk?: string } = {}): Promise<SampleApp> {
  const sample = await sampleContext()
  const { context } = sample
  const log: LogLine[] = []
  const app = await makeApp({
    context,
    url: parts.url ?? 'http://127.0.0.1',
    desk: parts.desk ?? null,
    log: (line) => log.push(line),
  })
  const password = readFileSync(firstPasswordFile(context.home), 'utf8').trim()
  const ask: SampleApp['ask'] = (method, url, more = {}) => app.inject({ method, url, ...more })
  const signIn: SampleApp['signIn'] = (given = password, more = {}) =>
    ask('POST', '/api/auth/sign-in/email', { payload: { email: firstEmail, password: given }, ...more })
  return {
    ...sample,
    app,
    log,
    password,
    ask,
    signIn,
    async signedIn() {
      return { cookie: cookieOf(await signIn()), 'sec-fetch-site': 'same-origin' }
    },
    async remove() {
      await app.close()
      await sample.remove()
    },
  }
}

/** The session's cookie as a browser sends it back. */
export const cookieOf = (response: LightMyRequestResponse): string =>
  [response.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])[0] ?? ''
