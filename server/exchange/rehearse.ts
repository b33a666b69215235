/** What taking a table in would do, before it does: the first rows as they would become, and what would change. */
import { prepareBatch } from '../intake/write.ts'
import type { Submission } from '../intake/plan.ts'
import type { Layout } from './layout.ts'
import type { MappedRecord } from './mapping.ts'
import { outcomeOf, readRow, type Named, type ReadRow } from './read-row.ts'
import type { TableIn } from './read/table.ts'
import type { Importing } from './take-rows.ts'

export interface Rehearsal {
  /** The rows that were looked at; `isWhole`: there are no more. */
  readonly rows: number
  readonly isWhole: boolean
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly merged: number
  readonly refused: number
  readonly doubted: number
  /** The first of them, each as the records that it would make. */
  readonly first: readonly { readonly row: number; readonly records: readonly MappedRecord[] }[]
}

const looked = 2000
const shown = 3

/** Nothing is written. Of a large table the first two thousand rows speak. */
export async function rehearse(
  { intake, codes }: Importing,
  one: TableIn,
  layout: Layout,
  source: string,
): Promise<Rehearsal> {
  const table = await one.open()
  const named: Named = { made: new Map(), refused: new Set() }
  const good: ReadRow[] = []
  const first: Rehearsal['first'][number][] = []
  let [rows, refused, isWhole] = [0, 0, true]
  try {
    for await (const row of table.rows) {
      if (rows === looked) {
        isWhole = false
        break
      }
      rows++
      if (first.length < shown) first.push({ row: row.row, records: layout.records(row) })
      const read = readRow(codes, layout, row, named)
      if ('parts' in read) good.push(read)
      else refused++
    }
  } finally {
    await table.close()
  }
  const submissions = good.map(({ parts }): Submission => ({ source, parts, author: 'operator', device: 'import' }))
  const { plan } = await prepareBatch(intake, submissions)
  const counts = { added: 0, updated: 0, unchanged: 0, merged: 0 }
  let doubted = 0
  good.forEach((row, i) => {
    const parts = plan.submissions[i]?.parts ?? []
    counts[
      outcomeOf(
        row,
        parts.map(({ outcome }) => outcome),
      )
    ]++
    if (row.doubts.length + parts.flatMap(({ doubts }) => doubts).length > 0) doubted++
  })
  return { rows, isWhole, ...counts, refused, doubted, first }
}
