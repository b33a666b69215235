/** Proposes a mapping for a table of a layout never seen, from its columns and the first of its rows. */
import { basename } from 'node:path'
import { plainWords } from '#core/mapping/header-key.ts'
import { propose, type Choices } from '#core/mapping/propose.ts'
import type { Lookups } from '#core/mapping/source-for.ts'
import { mappingSchema, type Mapping } from './mapping.ts'
import type { TableIn } from './read/table.ts'

/** So many rows say what their columns hold. */
const looked = 1000

/** Null where the table does not say plainly enough what it is. */
export async function proposeMapping(
  file: string,
  one: TableIn,
  lookups: Lookups,
  choices: Choices = {},
): Promise<Mapping | null> {
  const table = await one.open()
  const rows: (readonly string[])[] = []
  try {
    for await (const { cells, refused } of table.rows) {
      if (refused === null) rows.push(cells)
      if (rows.length === looked) break
    }
  } finally {
    await table.close()
  }
  const proposal = propose(table.header, rows, lookups, choices)
  if (proposal === null) return null
  return mappingSchema.parse({
    name: nameFor(file, one.sheet),
    // All of them: a layout that lost or gained a column is another one.
    columns: [...table.header],
    records: proposal.records,
  })
}

/** After the file and its sheet, in what a source's name may hold. */
function nameFor(file: string, sheet: string | null): string {
  const words = [...new Set(plainWords(`${basename(file).replace(/\.[^.]*$/, '')} ${sheet ?? ''}`))].join('-')
  return words.slice(0, 60) || 'table'
}
