/** Reads one row of a table of others into the records that it makes, and counts what becomes of it. */
import { text } from '#core/lib/text.ts'
import { refuse, type Doubt, type Refusal } from '#core/record/doubt.ts'
import { tables, type Content, type Kind } from '#core/record/kinds.ts'
import { parseRow, refFields, refOf } from '#core/record/parse-row.ts'
import type { Codes } from '#core/record/parse-value.ts'
import type { Outcome, Part } from '../intake/plan.ts'
import type { Layout } from './layout.ts'
import type { TableRow } from './read/table.ts'
import { SeenRefs } from './seen-refs.ts'

/** A row that can be kept. */
export interface ReadRow {
  readonly row: number
  readonly doubts: readonly Doubt[]
  readonly parts: readonly Part[]
  /** Whether it names a record that an earlier row made. */
  readonly merged: boolean
}

/** What the file has named so far: the records that it made, and those that its refused rows speak of. */
export interface Named {
  readonly made: Map<Kind, SeenRefs>
  readonly refused: Set<string>
}

/** The row as the records that it makes, or why it cannot be kept. What it names is noted. */
export function readRow(
  codes: Codes,
  layout: Layout,
  row: TableRow,
  { made, refused }: Named,
): ReadRow | readonly Refusal[] {
  const refusals: Refusal[] = row.refused === null ? [] : [row.refused]
  const records = layout.records(row)
  const parts: Part[] = []
  const doubts: Doubt[] = [...row.doubts]
  const fresh: { readonly part: Part; readonly ref: string; readonly said: string }[] = []
  let merged = false
  if (row.refused === null) {
    for (const { table, values, doubts: found, key } of records) {
      const parsed = parseRow(table, values, codes, [...row.doubts, ...found])
      if (!parsed.ok) {
        refusals.push(...parsed.error)
        continue
      }
      const part: Part = parsed.value
      doubts.push(...part.doubts)
      const ref = refOf(part.kind, part.content) ?? ''
      // Rows that a mapping makes one record need not agree: the first speaks for all.
      const said = key ?? JSON.stringify([part.content, part.opinion, part.handling])
      const own = fresh.find((other) => other.part.kind === part.kind && other.ref === ref)
      const before =
        own === undefined ? made.get(part.kind)?.find(ref, said) : { row: row.row, same: own.said === said }
      if (!before) fresh.push({ part, ref, said })
      else if (before.same) merged = true
      else refusals.push(repeatedRef(refFields[part.kind] ?? '', ref, before.row))
    }
  }
  if (refusals.length > 0) {
    for (const { table, values } of records) {
      const ref = refOf(tables[table], trimmed(values) as unknown as Content)
      if (ref !== null && ref !== '') refused.add(JSON.stringify([tables[table], ref]))
    }
    return refusals
  }
  for (const { part, ref, said } of fresh) {
    const refs = made.get(part.kind) ?? new SeenRefs()
    made.set(part.kind, refs)
    refs.note(ref, said, row.row)
    parts.push(part)
  }
  return { row: row.row, doubts, parts, merged }
}

const trimmed = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))

const repeatedRef = (column: string, ref: string, first: number) =>
  refuse(
    column,
    text(
      `Row ${first} has the reference ${ref} and says otherwise.`,
      `La ligne ${first} porte la référence ${ref} et dit autre chose.`,
    ),
    text(
      'Give each record a reference of its own, or join the rows.',
      'Donnez à chaque enregistrement sa propre référence, ou réunissez les lignes.',
    ),
  )

/** A row counts once, by the first that holds of added, updated, merged, unchanged. */
export function outcomeOf(row: ReadRow, outcomes: readonly Outcome[]): 'added' | 'updated' | 'merged' | 'unchanged' {
  if (outcomes.includes('added')) return 'added'
  if (outcomes.includes('updated')) return 'updated'
  return row.merged ? 'merged' : 'unchanged'
}
