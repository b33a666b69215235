/** Sign-in by better-auth over the app role's tables. Nobody signs up: accounts are made by an administrator. */
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Store } from '#store/connect.ts'
import { z } from 'zod'
import { authPool } from '#store/auth-pool.ts'

export interface AuthOptions {
  readonly app: Store['app']
  readonly secret: string
  /** Where the desk is served, such as `http://127.0.0.1:8080`. */
  readonly url: string
  readonly cookies: CookieName
  readonly onPasswordChanged: (account: string) => Promise<void>
}

/** Cookies know no ports: the mission and an exercise, open side by side, would sign each other out. */
export type CookieName = 'headstamp' | 'headstamp-exercise'

export type Auth = ReturnType<typeof makeAuth>

/** The header in which the server tells better-auth where a request came from; a caller's own is dropped. */
export const addressHeader = 'x-headstamp-address'

export function makeAuth({ app, secret, url, cookies, onPasswordChanged }: AuthOptions) {
  return betterAuth({
    appName: 'Headstamp',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: authPool(app),
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    user: {
      modelName: 'account_users',
      additionalFields: {
        clearance: { type: 'number', input: false, defaultValue: 1 },
        language: { type: 'string', defaultValue: 'en', validator: { input: z.enum(['en', 'fr']) } },
        administrator: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    session: { modelName: 'account_sessions', expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    account: { modelName: 'account_credentials' },
    verification: { modelName: 'account_verifications' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/change-password': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: cookies,
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The server checks by itself that a request comes from its own pages, under whatever name they were opened.
      disableCSRFCheck: true,
    },
    hooks: {
      after: createAuthMiddleware(async ({ path, context }) => {
        if (path !== '/change-password' || context.returned instanceof APIError) return
        if (context.session) await onPasswordChanged(context.session.user.id)
      }),
    },
    // Its messages could carry addresses of accounts; the server logs requests by itself.
    logger: { disabled: true },
  })
}
