/**
 * Where an update brought other rules than those that judged last, other weights, or other rows in the library that
 * ships, every incident waits to be judged anew.
 */
import { hash } from 'node:crypto'
import { weighing } from '#core/attention/weigh.ts'
import { flatRows, type ShippedLibrary } from '#core/reference/flat-rows.ts'
import { rules } from '#core/screening/rules.ts'
import { transact } from '#store/database.ts'
import { judgedBy, rememberJudgedBy } from '#store/knowledge.ts'
import { lockHead } from '#store/ledger.ts'
import { pendAllIncidents } from '#store/pending.ts'
import type { Analysis } from './judge.ts'
import { deriveStudies } from './note-studies.ts'

const presentRules = Object.values(rules)
  .map(({ name, version }) => `${name} ${version}`)
  .join(', ')

/** What items are compared by and held against: rows with names, and their references, which accepted rows correct. */
function presentNames(shipped: ShippedLibrary): string {
  const named = flatRows(shipped)
    .filter(({ row }) => row.name !== undefined)
    .map(({ list, ref, row }) => [
      list,
      ref,
      row.name,
      row.aliases,
      row.confidence,
      row.calibre,
      row.first_year,
      row.form,
    ])
  return hash('sha256', JSON.stringify(named), 'hex').slice(0, 16)
}

/** `at`: when, as ISO 8601. Judging itself is worked off like any that waits. */
export async function noteRules(analysis: Analysis, at: string): Promise<void> {
  const { store, shippedLibrary } = analysis
  const present = `${presentRules}, weights ${weighing}, names ${presentNames(shippedLibrary)}`
  if ((await judgedBy(store.intake, store.nodeId)) === present) return
  await transact(store.intake, async (client) => {
    await lockHead(client, store.nodeId)
    if ((await judgedBy(client, store.nodeId)) === present) return
    await deriveStudies(analysis, client, null)
    await pendAllIncidents(client, store, { received: at, since: null })
    await rememberJudgedBy(client, store.nodeId, present)
  })
}
