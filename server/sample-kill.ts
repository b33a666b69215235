/** Kills writers at random moments and looks what is left. Used by the suite with few rounds, by the bench with many. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rowsOf } from '#store/database.ts'
import { verifyBase } from './analysis/verify.ts'
import { openContext } from './context.ts'

export interface KillReport {
  readonly acknowledged: number
  /** Acknowledged and not there, or there in part. */
  readonly lost: readonly string[]
  readonly ledgerHolds: boolean
}

const writer = join(import.meta.dirname, 'sample-writer.ts')

/** Lets writers at once acknowledge some entries, kills each with SIGKILL, and repeats on the same home. */
export async function killRounds(home: string, rounds: number, random: () => number, writers = 1): Promise<KillReport> {
  const acknowledged: string[] = []
  const one = async (name: string): Promise<void> => {
    const child = spawn(process.execPath, [writer, home, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    const enough = 1 + Math.floor(random() * 40)
    let heard = 0
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(line)
      if (++heard === enough) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  for (let round = 0; round < rounds; round++) {
    await Promise.all(Array.from({ length: writers }, (_, writing) => one(`K${round}-${writing}`)))
  }
  const context = await openContext({ home })
  try {
    const rows = await rowsOf<{ ref: string; items: number }>(
      context.store.intake,
      `select n.ref, count(i.id)::int as items from incidents n
         left join items i on i.node_id = n.node_id and i.incident = n.id group by n.ref`,
    )
    const whole = new Set(rows.filter(({ items }) => items === 2).map(({ ref }) => ref))
    const { ok } = await verifyBase(context.store, context.intake.sha256)
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((ref) => !whole.has(ref)),
      ledgerHolds: ok && rows.length === whole.size,
    }
  } finally {
    await context.close()
  }
}
