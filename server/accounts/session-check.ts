/** Whose session a cookie is. Asking better-auth costs 1.4 ms, so that an answer is kept for a few seconds. */
import type { Auth, CookieName } from './auth.ts'

export interface SessionCheck {
  /** The account, and the cookies to set where the session was prolonged; null for no session. */
  of(cookies: string): Promise<Session | null>
  /** After a sign-out or a change of password here; elsewhere it counts when the kept answers have aged. */
  forget(): void
}

export interface Session {
  readonly account: string
  readonly setCookies: readonly string[]
}

const keptForMs = 5_000
const mostKept = 10_000

export function makeSessionCheck(auth: Auth, cookies: CookieName, now: () => number): SessionCheck {
  const cookie = new RegExp(String.raw`(?:^|;\s*)((?:__Secure-)?${cookies}\.session_token=[^;]+)`)
  const kept = new Map<string, { readonly account: string; readonly until: number }>()
  return {
    async of(sent) {
      const [, name] = cookie.exec(sent) ?? []
      if (name === undefined) return null
      const known = kept.get(name)
      if (known && known.until > now() && known.until <= now() + keptForMs) {
        return { account: known.account, setCookies: [] }
      }
      const { response, headers } = await auth.api.getSession({
        headers: new Headers({ cookie: name }),
        returnHeaders: true,
      })
      kept.delete(name)
      if (response === null) return null
      if (kept.size >= mostKept) kept.clear()
      const { id } = response.user
      // Kept no longer than the session itself.
      const until = Math.min(now() + keptForMs, response.session.expiresAt.getTime())
      kept.set(name, { account: id, until })
      return { account: id, setCookies: headers.getSetCookie() }
    },
    forget() {
      kept.clear()
    },
  }
}
