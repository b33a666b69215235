/** Writes a batch of an import, judged later by whoever works off what waits. */
import { addPending } from '#store/pending.ts'
import type { Analysis } from '../analysis/judge.ts'
import { noteChanges } from '../analysis/note-changes.ts'
import type { Plan, Submission } from './plan.ts'
import { writeBatch, type Intake, type Leaves, type WriteOptions, type Written } from './write.ts'

export async function writeBulk(
  intake: Intake,
  analysis: Analysis,
  submissions: readonly Submission[],
  options: WriteOptions = {},
): Promise<{ readonly plan: Plan; readonly leaves: Leaves }> {
  const pend = async (written: Written) => {
    await noteChanges(analysis, written)
    const moved = { received: written.received, since: written.firstLeaf }
    await addPending(written.client, intake.store, [...written.incidents], moved)
  }
  return writeBatch(intake, submissions, pend, options)
}
