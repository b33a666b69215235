/** Where an update brought other rules than those that judged last, every incident waits to be judged anew. */
import { rules } from '#core/screening/rules.ts'
import { transact } from '#store/database.ts'
import { judgedBy, rememberJudgedBy } from '#store/knowledge.ts'
import { lockHead } from '#store/ledger.ts'
import { pendAllIncidents } from '#store/pending.ts'
import type { Analysis } from './judge.ts'
import { deriveStudies } from './note-studies.ts'

const present = Object.values(rules)
  .map(({ name, version }) => `${name} ${version}`)
  .join(', ')

/** `at`: when, as ISO 8601. Judging itself is worked off like any that waits. */
export async function noteRules(analysis: Analysis, at: string): Promise<void> {
  const { store } = analysis
  if ((await judgedBy(store.intake, store.nodeId)) === present) return
  await transact(store.intake, async (client) => {
    await lockHead(client, store.nodeId)
    if ((await judgedBy(client, store.nodeId)) === present) return
    await deriveStudies(analysis, client)
    await pendAllIncidents(client, store, at)
    await rememberJudgedBy(client, store.nodeId, present)
  })
}
