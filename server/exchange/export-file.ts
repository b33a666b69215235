/** Writes the records of one kind and file source as a table file; CSV and XLSX import back to equal records. */
import { basename, dirname, join } from 'node:path'
import { handlingOf } from '#core/record/handling.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { columns, type Column } from '#core/record/parse-row.ts'
import { formatValue } from '#core/record/parse-value.ts'
import type { Pair, Value } from '#core/record/field.ts'
import { recordsOfSource, sourcesOf, type ExportedRecord } from '#store/export.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader } from '../reading/reading.ts'
import { rowsOut, type ExportFormat } from './write/rows-out.ts'

export interface ExportOptions {
  readonly kind: Table
  readonly source?: string | undefined
  /** CSV where nothing is said. */
  readonly format?: ExportFormat
  /** An exercise's file says so in its name, which is then another than this; its cells import back as they are. */
  readonly out: string
}

/** Several sources hold such records, and a file is of one. */
export class SeveralSources extends Error {
  readonly sources: readonly string[]
  constructor(sources: readonly string[]) {
    super(`Several sources hold such records: ${sources.join(', ')}. Name one with --source.`)
    this.sources = sources
  }
}

export async function exportRecords(
  analysis: Analysis,
  reader: Reader,
  options: ExportOptions,
): Promise<{ readonly file: string; readonly rows: number }> {
  const { kind: table } = options
  const out = analysis.store.exercise ? markedExercise(options.out) : options.out
  const kind = tables[table]
  return asReader(analysis, reader, async ({ client, nodeId }) => {
    const sources = await sourcesOf(client, nodeId, kind)
    if (options.source === undefined && sources.length > 1) throw new SeveralSources(sources)
    const source = options.source ?? sources[0] ?? 'default'
    const others = new Set<string>()
    for await (const { content } of recordsOfSource(client, nodeId, kind, source)) {
      for (const [name] of otherOf(content)) others.add(name)
    }
    const header = [...columns[table].map(({ name }) => name), 'handling', ...others]
    const file = await rowsOut(out, options.format ?? 'csv', { header, title: table })
    let rows = 0
    try {
      for await (const record of recordsOfSource(client, nodeId, kind, source)) {
        const cells = cellsOf(table, record)
        await file.row(header.map((name) => cells.get(name) ?? ''))
        rows++
      }
    } finally {
      await file.end()
    }
    return { file: out, rows }
  })
}

const markedExercise = (out: string): string =>
  /exercise/i.test(basename(out)) ? out : join(dirname(out), `EXERCISE-${basename(out)}`)

function cellsOf(table: Table, { content, opinion, handling }: ExportedRecord): ReadonlyMap<string, string> {
  // An opinion has a date, an author and a note of its own, which no table carries.
  const from = { record: content, opinion } as { readonly [of in Column['of']]: Readonly<Record<string, Value>> }
  const cells = columns[table].flatMap(({ name, of }): [string, string][] => {
    const value = from[of][name]
    return value === undefined ? [] : [[name, formatValue(value)]]
  })
  return new Map([...cells, ...otherOf(content), ['handling', handlingOf(handling)]])
}

const otherOf = (content: object): readonly Pair[] =>
  'other' in content ? ((content as { other?: readonly Pair[] }).other ?? []) : []
