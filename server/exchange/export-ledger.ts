/**
 * Writes the whole ledger as a file that anyone can check without this software. It holds every text that was not
 * erased, whatever its level: only the operator of the home may have it made.
 */
import { open } from 'node:fs/promises'
import { formatHead, formatRow } from '#core/ledger/export-lines.ts'
import type { Sha256 } from '#core/ledger/hash.ts'
import { rootOf } from '#core/ledger/tree.ts'
import type { Store } from '#store/connect.ts'
import { transact } from '#store/database.ts'
import { readHead, readLedger } from '#store/ledger.ts'

export async function exportLedger(
  store: Store,
  sha256: Sha256,
  out: string,
): Promise<{ readonly file: string; readonly rows: number }> {
  return transact(store.intake, async (client) => {
    await client.query('set transaction isolation level repeatable read read only')
    const head = await readHead(client, store.nodeId)
    const file = await open(out, 'w', 0o600)
    try {
      let rows = 0
      for await (const page of readLedger(client, store.nodeId, sha256)) {
        await file.write(page.map((row) => `${formatRow(row)}\n`).join(''))
        rows += page.length
      }
      await file.write(`${formatHead({ size: head.size, root: rootOf(sha256, head) })}\n`)
      return { file: out, rows }
    } finally {
      await file.close()
    }
  })
}
