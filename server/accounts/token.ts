/**
 * Bearer tokens for devices and scripts: signed with the home's key, so that a request is checked in memory without a
 * query; what was revoked is held in memory too. A token itself is kept nowhere.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface TokenClaims {
  readonly id: string
  readonly account: string
  readonly scope: Scope
  /** Seconds since 1970. */
  readonly expires: number
}

export const scopes = ['read', 'write'] as const
/** `write` admits reading too. */
export type Scope = (typeof scopes)[number]

const prefix = 'hs1'

export function signToken(key: Uint8Array, claims: TokenClaims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${prefix}.${payload}.${macOf(key, payload).toString('base64url')}`
}

/** The claims of a token that this key signed and that has not run out; null for anything else. */
export function readToken(key: Uint8Array, token: string, nowMs: number): TokenClaims | null {
  const [start, payload = '', mac = '', ...rest] = token.split('.')
  if (start !== prefix || rest.length > 0) return null
  const given = Buffer.from(mac, 'base64url')
  const wanted = macOf(key, payload)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims
  return claims.expires * 1000 > nowMs ? claims : null
}

const macOf = (key: Uint8Array, payload: string) => createHmac('sha256', key).update(`${prefix}.${payload}`).digest()
