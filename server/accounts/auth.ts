/** Sign-in by better-auth over the app role's tables. Nobody signs up: accounts are made by an administrator. */
import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type pg from 'pg'

export interface AuthOptions {
  readonly app: pg.Pool
  readonly secret: string
  /** Where the desk is served, such as `http://127.0.0.1:8080`. */
  readonly url: string
  readonly onPasswordChanged: () => Promise<void>
}

export type Auth = ReturnType<typeof makeAuth>

export function makeAuth({ app, secret, url, onPasswordChanged }: AuthOptions) {
  return betterAuth({
    appName: 'Headstamp',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: app,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    user: {
      modelName: 'account_users',
      additionalFields: {
        clearance: { type: 'number', input: false, defaultValue: 1 },
        language: { type: 'string', input: true, defaultValue: 'en' },
        administrator: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    session: { modelName: 'account_sessions', expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    account: { modelName: 'account_credentials' },
    verification: { modelName: 'account_verifications' },
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { '/sign-in/email': { window: 60, max: 10 } } },
    advanced: {
      cookiePrefix: 'headstamp',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
    },
    hooks: {
      after: createAuthMiddleware(async (context) => {
        if (context.path === '/change-password') await onPasswordChanged()
      }),
    },
    // Its messages could carry addresses of accounts; the server logs requests by itself.
    logger: { disabled: true },
  })
}
