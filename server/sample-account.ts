/** For tests: one more account in a base that has its first, as an administrator will make them. */
import type pg from 'pg'
import { rowsOf } from '#store/database.ts'
import { accountOf, type Account } from './accounts/roster.ts'
import type { AccountRow } from '#store/accounts.ts'

export async function sampleAccount(
  app: pg.Pool,
  given: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly password: string
    readonly clearance?: number
  },
): Promise<Account> {
  const { hashPassword } = await import('better-auth/crypto')
  const { id, name, email, password, clearance = 2 } = given
  const [row] = await rowsOf<AccountRow>(
    app,
    `insert into account_users (id, name, email, "emailVerified", clearance, language, administrator, "createdAt", "updatedAt")
     values ($1, $2, $3, true, $4, 'en', false, now(), now())
     returning id, name, email, clearance, teams, language, administrator`,
    [id, name, email, clearance],
  )
  await app.query(
    `insert into account_credentials (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
     values ($1, $1, 'credential', $1, $2, now(), now())`,
    [id, await hashPassword(password)],
  )
  if (row === undefined) throw new Error('no account was made')
  return accountOf(row)
}
