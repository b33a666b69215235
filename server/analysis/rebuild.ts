/**
 * Makes everything anew that is not the ledger, within one transaction, and says whether it came out equal. People's
 * decisions are entries of the ledger and come back with it; findings that say what they said keep id and time. Those
 * that were closed follow from states that stand no more, and are left as they are.
 */
import { transact } from '#store/database.ts'
import { lockHead } from '#store/ledger.ts'
import {
  derivedTables,
  emptyTable,
  fingerprint,
  projections,
  setFindingsAside,
  takeFindingsBack,
} from '#store/rebuild.ts'
import { replay } from '../intake/replay.ts'
import type { Intake } from '../intake/write.ts'
import { incidentCount } from '#store/facts.ts'
import { judgeAll, type Analysis } from './judge.ts'
import { deriveStudies } from './note-studies.ts'

export interface Rebuilt {
  readonly entries: number
  readonly rows: number
  readonly equal: boolean
  /** Tables that came out other than they were. */
  readonly different: readonly string[]
}

export async function rebuild(
  intake: Intake,
  analysis: Analysis,
  progress: (step: 'records' | 'findings', done: number, of: number) => void = () => undefined,
): Promise<Rebuilt> {
  const { store, sha256, places } = intake
  return transact(store.intake, async (client) => {
    const { size } = await lockHead(client, store.nodeId)
    const before = new Map<string, string>()
    for (const table of projections) before.set(table, JSON.stringify(await fingerprint(client, store.nodeId, table)))
    await setFindingsAside(client, store.nodeId)
    for (const table of [...projections, ...derivedTables]) await emptyTable(client, store.nodeId, table)
    await replay({ client, store, sha256, places }, size, (done) => progress('records', done, size))
    await deriveStudies(analysis, client, null)
    const different: string[] = []
    let rows = 0
    for (const table of projections) {
      const now = await fingerprint(client, store.nodeId, table)
      rows += now.rows
      if (JSON.stringify(now) !== before.get(table)) different.push(table)
    }
    const at = new Date(intake.now()).toISOString()
    const incidents = await incidentCount(client, store.nodeId)
    const moved = { received: at, since: null }
    await judgeAll(analysis, client, moved, (done) => progress('findings', done, incidents))
    const findings = await takeFindingsBack(client, store.nodeId, at)
    if (findings.different > 0) different.push('findings')
    return { entries: size, rows: rows + findings.kept, equal: different.length === 0, different }
  })
}
