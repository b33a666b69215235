/** For whom a request is answered: the account behind its bearer token or its session, as it is now. */
import type { Language } from '#core/lib/text.ts'
import type { Reader } from '#store/reader.ts'
import type { Account, Roster } from './roster.ts'
import type { SessionCheck } from './session-check.ts'
import { readToken, type Scope } from './token.ts'

export interface Who extends Reader {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly administrator: boolean
  /** `write` admits reading too. */
  readonly scope: Scope
  /** From what an entry was sent: a token's id, or the desk. */
  readonly device: string
  readonly by: 'token' | 'session'
}

export interface Known {
  readonly who: Who
  readonly setCookies: readonly string[]
}

export interface WhoAsks {
  readonly authorization?: string | undefined
  readonly cookie?: string | undefined
}

export type FindWho = (headers: WhoAsks) => Promise<Known | null>

interface Finding {
  readonly tokenKey: Uint8Array
  readonly roster: Roster
  readonly sessions: SessionCheck
  readonly now: () => number
}

/** A request that shows a token stands or falls with it, whatever cookies it brings. */
export function whoFinder({ tokenKey, roster, sessions, now }: Finding): FindWho {
  const byToken = async (authorization: string): Promise<Known | null> => {
    const [, token] = /^Bearer +([^ ]+)$/i.exec(authorization) ?? []
    const claims = token === undefined ? null : readToken(tokenKey, token, now())
    if (claims === null || (await roster.isRevoked(claims.id))) return null
    const account = await roster.account(claims.account)
    return account && { who: whoOf(account, { scope: claims.scope, device: claims.id, by: 'token' }), setCookies: [] }
  }
  const bySession = async (cookies: string): Promise<Known | null> => {
    const session = await sessions.of(cookies)
    const account = session && (await roster.account(session.account))
    if (!session || !account) return null
    return { who: whoOf(account, { scope: 'write', device: 'desk', by: 'session' }), setCookies: session.setCookies }
  }
  return async ({ authorization, cookie }) => {
    if (authorization !== undefined) return byToken(authorization)
    return cookie === undefined ? null : bySession(cookie)
  }
}

const whoOf = (account: Account, how: Pick<Who, 'scope' | 'device' | 'by'>): Who => {
  const { id, clearance, teams, name, email, language, administrator } = account
  return { account: id, clearance, teams, name, email, language, administrator, ...how }
}
