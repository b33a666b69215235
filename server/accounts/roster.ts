/** The accounts and the revoked tokens of this node, held in memory and never older than two seconds when asked. */
import type { Language } from '#core/lib/text.ts'
import { accountRows, revokedTokens, type AccountRow } from '#store/accounts.ts'
import type { Store } from '#store/connect.ts'

export interface Account extends Omit<AccountRow, 'language'> {
  readonly language: Language
}

export interface Roster {
  /** Null where there is no such account. */
  account(id: string): Promise<Account | null>
  isRevoked(token: string): Promise<boolean>
  /** What this process itself has changed is read again at the next question. */
  forget(): void
}

const freshForMs = 2_000

interface Snapshot {
  readonly readAt: number
  readonly accounts: ReadonlyMap<string, Account>
  readonly revoked: ReadonlySet<string>
}

/** Fails closed: where the database does not answer, neither does this. */
export function makeRoster({ app }: Pick<Store, 'app'>, now: () => number): Roster {
  let snapshot: Snapshot | null = null
  let reading: Promise<Snapshot> | null = null

  const readAgain = (): Promise<Snapshot> => {
    reading ??= readSnapshot(app, now())
      .then((read) => (snapshot = read))
      .finally(() => (reading = null))
    return reading
  }
  const fresh = (): Snapshot | Promise<Snapshot> =>
    snapshot !== null && Math.abs(now() - snapshot.readAt) < freshForMs ? snapshot : readAgain()

  return {
    async account(id) {
      const known = (await fresh()).accounts.get(id)
      if (known) return known
      // One that another process has just made.
      return (await readAgain()).accounts.get(id) ?? null
    },
    async isRevoked(token) {
      return (await fresh()).revoked.has(token)
    },
    forget() {
      snapshot = null
    },
  }
}

async function readSnapshot(app: Store['app'], readAt: number): Promise<Snapshot> {
  const [accounts, revoked] = await Promise.all([accountRows(app), revokedTokens(app, new Date(readAt).toISOString())])
  return {
    readAt,
    accounts: new Map(accounts.map((row) => [row.id, accountOf(row)])),
    revoked: new Set(revoked),
  }
}

export const accountOf = (row: AccountRow): Account => ({ ...row, language: row.language === 'fr' ? 'fr' : 'en' })
