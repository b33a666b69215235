/** Accounts and the tokens given out, as the app role keeps them. Sessions and passwords are better-auth's to read. */
import type pg from 'pg'
import { rowsOf, transact, type Queryable } from './database.ts'

export interface AccountRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly clearance: number
  readonly teams: readonly string[]
  readonly language: string
  readonly administrator: boolean
}

export interface TokenRow {
  readonly id: string
  readonly account: string
  readonly email: string
  readonly scope: string
  readonly madeAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
}

const columns = 'id, name, email, clearance, teams, language, administrator'

export async function accountRows(db: Queryable): Promise<readonly AccountRow[]> {
  return rowsOf<AccountRow>(db, `select ${columns} from account_users`)
}

/** The names of these accounts, by id. */
export async function accountNames(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    db,
    'select id, name from account_users where id = any ($1)',
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** By id, by email, or by name where only one has it. */
export async function accountsNamed(db: Queryable, named: string): Promise<readonly AccountRow[]> {
  return rowsOf<AccountRow>(
    db,
    `select ${columns} from account_users where id = $1 or email = lower($1) or name = $1 order by email`,
    [named],
  )
}

/** The administrator that stands longest. */
export async function firstAdministrator(db: Queryable): Promise<AccountRow | null> {
  const [row] = await rowsOf<AccountRow>(
    db,
    `select ${columns} from account_users where administrator order by "createdAt", id limit 1`,
  )
  return row ?? null
}

export async function hasAccounts(db: Queryable): Promise<boolean> {
  const rows = await rowsOf(db, 'select from account_users limit 1')
  return rows.length > 0
}

export interface NewAccount extends Omit<AccountRow, 'teams'> {
  readonly passwordHash: string
  readonly madeAt: string
}

/** Where there is no account at all, makes this one; `beforeCommit` runs only then, and its failure undoes it. */
export async function insertFirstAccount(app: pg.Pool, account: NewAccount, beforeCommit: () => void): Promise<void> {
  await transact(app, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('headstamp first account'))`)
    if (await hasAccounts(client)) return
    await client.query(
      `insert into account_users (id, name, email, "emailVerified", clearance, language, administrator, "createdAt", "updatedAt")
       values ($1, $2, $3, true, $4, $5, $6, $7, $7)`,
      [
        account.id,
        account.name,
        account.email,
        account.clearance,
        account.language,
        account.administrator,
        account.madeAt,
      ],
    )
    await client.query(
      `insert into account_credentials (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
       values ($1, $1, 'credential', $1, $2, $3, $3)`,
      [account.id, account.passwordHash, account.madeAt],
    )
    beforeCommit()
  })
}

export async function insertToken(
  db: Queryable,
  token: { id: string; account: string; scope: string; madeAt: string; expiresAt: string },
): Promise<void> {
  await db.query('insert into account_tokens (id, user_id, scope, made_at, expires_at) values ($1, $2, $3, $4, $5)', [
    token.id,
    token.account,
    token.scope,
    token.madeAt,
    token.expiresAt,
  ])
}

/** Tokens that were revoked and would otherwise still hold. */
export async function revokedTokens(db: Queryable, at: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    'select id from account_tokens where revoked_at is not null and expires_at > $1',
    [at],
  )
  return rows.map(({ id }) => id)
}

export async function listTokens(db: Queryable, at: string): Promise<readonly TokenRow[]> {
  return rowsOf<TokenRow>(
    db,
    `select t.id, t.user_id as account, u.email, t.scope, t.made_at as "madeAt", t.expires_at as "expiresAt",
            t.revoked_at as "revokedAt"
       from account_tokens t join account_users u on u.id = t.user_id
      where t.expires_at > $1 order by t.made_at, t.id`,
    [at],
  )
}

/** Answers whether there was such a token. Revoking again changes nothing. */
export async function revokeToken(db: Queryable, id: string, at: string): Promise<boolean> {
  const result = await db.query('update account_tokens set revoked_at = coalesce(revoked_at, $2) where id = $1', [
    id,
    at,
  ])
  return (result.rowCount ?? 0) > 0
}
