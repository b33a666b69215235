/** Gives out bearer tokens, lists and revokes them. */
import { insertToken, listTokens, revokeToken, type TokenRow } from '#store/accounts.ts'
import type { Context } from '../context.ts'
import type { Account } from './roster.ts'
import { readToken, signToken, type Scope } from './token.ts'

type Giving = Pick<Context, 'store' | 'keys' | 'newId' | 'now'>

export interface GivenToken {
  /** Shown once and kept nowhere. */
  readonly token: string
  readonly account: string
  readonly expires: string
}

const dayMs = 24 * 60 * 60 * 1000

export async function giveToken(
  { store, keys, newId, now }: Giving,
  account: Account,
  { days, scope }: { readonly days: number; readonly scope: Scope },
): Promise<GivenToken> {
  const id = newId()
  const expires = Math.floor((now() + days * dayMs) / 1000)
  const expiresAt = new Date(expires * 1000).toISOString()
  const madeAt = new Date(now()).toISOString()
  await insertToken(store.app, { id, account: account.id, scope, madeAt, expiresAt })
  const token = signToken(keys.token, { id, account: account.id, scope, expires })
  return { token, account: account.email, expires: expiresAt }
}

export const tokensGiven = ({ store, now }: Giving): Promise<readonly TokenRow[]> =>
  listTokens(store.app, new Date(now()).toISOString())

/** By its id or by itself. A server that runs refuses it two seconds later. Answers its id; null where there is none. */
export async function takeBackToken({ store, keys, now }: Giving, named: string): Promise<string | null> {
  const id = readToken(keys.token, named, 0)?.id ?? named
  return (await revokeToken(store.app, id, new Date(now()).toISOString())) ? id : null
}
