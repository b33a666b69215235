/** Checks the whole ledger of this base against its head, in constant memory. */
import { checkLedger, type LedgerReport } from '#core/ledger/verify.ts'
import type { Sha256 } from '#core/ledger/hash.ts'
import type { Store } from '#store/connect.ts'
import { transact } from '#store/database.ts'
import { readHead, readLedger, readTiles } from '#store/ledger.ts'

export async function verifyBase(
  store: Store,
  sha256: Sha256,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<LedgerReport> {
  return transact(store.intake, async (client) => {
    // One state of the base: what is written meanwhile is not of it.
    await client.query('set transaction isolation level repeatable read read only')
    const head = await readHead(client, store.nodeId)
    const check = checkLedger(sha256)
    let done = 0
    for await (const rows of readLedger(client, store.nodeId, sha256)) {
      rows.forEach(check.take)
      progress((done += rows.length), head.size)
    }
    return check.end(head, await readTiles(client, store.nodeId))
  })
}
