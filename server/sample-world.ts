/** For tests of laws: a world in which random histories are played. */
import { parseRow } from '#core/record/parse-row.ts'
import { rowsOf } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import { groundsOfEntry, libraryEntries } from '#store/library.ts'
import { workOff, type Analysis } from './analysis/judge.ts'
import { reviewPart } from './analysis/review.ts'
import type { Submission } from './intake/plan.ts'
import { makeSubmitter } from './intake/submit.ts'
import { writeBulk } from './intake/write-bulk.ts'
import { listFindings } from './reading/findings.ts'
import { shippedReference } from './reference.ts'
import { sampleBase } from './sample-base.ts'
import type { Step } from './sample-history.ts'

const { places, areaOfCode, codes } = shippedReference()

const submissionsOf = ({ table, rows, source }: Step): readonly Submission[] =>
  rows.flatMap((row) => {
    const parsed = parseRow(table, row, codes)
    return parsed.ok ? [{ source, author: 'operator', device: 'test', parts: [parsed.value] }] : []
  })

/** Reviews of the rows as they stand; of one that nobody wrote there is none. */
async function reviewsOf({ store }: Analysis, { rows, review = 'refused' }: Step): Promise<readonly Submission[]> {
  const records = await libraryEntries(store.intake, store.nodeId, ['proposed', 'accepted', 'refused'])
  return rows.flatMap(({ entry_ref: ref }) =>
    records
      .filter((record) => record.ref === ref)
      .map((record) => ({
        source: record.source,
        author: 'reviewer',
        device: 'test',
        parts: [reviewPart(record, { choice: review, grounds: groundsOfEntry(record.content) })],
      })),
  )
}

/** A base where histories are played as they would come: single submissions through the submitter, the rest in bulk. */
export async function openWorld() {
  const base = await sampleBase()
  const intake = { ...base.intake, places }
  const analysis = { ...base.analysis, places, areaOfCode }
  const submitter = makeSubmitter(intake, analysis)
  return {
    analysis,
    intake,
    async play(step: Step): Promise<void> {
      const submissions = step.review === undefined ? submissionsOf(step) : await reviewsOf(analysis, step)
      if (step.mode === 'bulk') await writeBulk(intake, analysis, submissions)
      else for (const one of submissions) await submitter.submit(one, null)
    },
    settle: () => workOff(analysis),
    /** What is kept, for every view, and what the operator reads. */
    async findings() {
      const kept = await rowsOf<Record<string, unknown>>(
        base.store.intake,
        `select rule, subject, side, handling, team, answer, grade, kept, facts from findings f
          where kept or subject_kind = 'item' order by 1, 2, 3, 4, 5`,
      )
      const read = await listFindings(analysis, operator, { limit: 1000 })
      const told = read.map((finding) => ({
        ...finding,
        id: '',
        raised_at: '',
        items: finding.items.toSorted(),
        incidents: finding.incidents.toSorted(),
      }))
      return { kept, read: told.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
    },
    close: base.close,
  }
}
