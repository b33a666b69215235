/** An account by what a person typed, for commands that act as it would. */
import { accountsNamed, firstAdministrator } from '#store/accounts.ts'
import type { Store } from '#store/connect.ts'
import { NotOneRecord } from '../reading/reading.ts'
import { accountOf, type Account } from './roster.ts'

/** By address, id or name. Throws NotOneRecord where it is none or several. */
export async function accountNamed({ app }: Pick<Store, 'app'>, named: string): Promise<Account> {
  const rows = await accountsNamed(app, named)
  const exact = rows.filter(({ id, email }) => id === named || email === named.toLowerCase())
  const [only, ...others] = exact.length > 0 ? exact : rows
  if (only === undefined) throw new NotOneRecord({ kind: 'not-found', ref: named })
  if (others.length > 0) throw new NotOneRecord({ kind: 'ambiguous', candidates: rows.map(({ email }) => email) })
  return accountOf(only)
}

export async function administratorOf({ app }: Pick<Store, 'app'>): Promise<Account> {
  const row = await firstAdministrator(app)
  if (row === null) throw new NotOneRecord({ kind: 'not-found', ref: 'administrator' })
  return accountOf(row)
}
