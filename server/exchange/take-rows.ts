/** Takes the rows of one open table in: read, planned and written a batch at a time, and counted. */
import { basename } from 'node:path'
import type { Language } from '#core/lib/text.ts'
import type { Lookups } from '#core/mapping/source-for.ts'
import type { Refusal } from '#core/record/doubt.ts'
import type { Pair } from '#core/record/field.ts'
import { tables, type Content, type Item, type Kind, type Table } from '#core/record/kinds.ts'
import type { Codes } from '#core/record/parse-value.ts'
import { importedRefs, missingRefs } from '#store/import-refs.ts'
import type { Analysis } from '../analysis/judge.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import type { Part, Submission } from '../intake/plan.ts'
import { prepareBatch, type Intake, type Leaves, type Prepared } from '../intake/write.ts'
import { noteDoubts, noteRejected, type ImportedFile } from './imported.ts'
import type { Layout } from './layout.ts'
import type { Mapping } from './mapping.ts'
import type { OpenTable, TableRow } from './read/table.ts'
import { outcomeOf, readRow, type Named, type ReadRow } from './read-row.ts'
import type { RejectsFile } from './rejects.ts'

export interface Importing {
  readonly intake: Intake
  readonly analysis: Analysis
  readonly codes: Codes
  /** Those that come with the product, and those that a person confirmed. */
  readonly mappings: readonly Mapping[]
  /** What reading a table never seen needs to know; without it nothing is proposed. */
  readonly lookups?: Lookups
}

export type Progress = (done: { readonly file: string; readonly rows: number } | { readonly judging: number }) => void

/** Who takes the rows in, and by what. */
export interface ImportedBy {
  readonly author: string
  readonly device: string
}

export interface Taking {
  readonly layout: Layout
  readonly result: ImportedFile
  readonly rejects: RejectsFile | null
  readonly progress: Progress
  readonly language: Language
  readonly complete: boolean
  readonly by: ImportedBy
  /** Of the file's bytes, in hex. */
  readonly sha256: () => Promise<string>
}

const batchRows = 1000

export async function takeRows(importing: Importing, table: OpenTable, taking: Taking): Promise<void> {
  const { result, layout, progress } = taking
  const named: Named = { made: new Map(), refused: new Set() }
  const batches = new Batches(importing, taking)
  try {
    for await (const row of table.rows) {
      result.rows++
      const read = readRow(importing.codes, layout, row, named)
      if (!('parts' in read)) await reject(taking, table.header, row, read)
      else if (await batches.add(read)) progress({ file: result.file, rows: result.rows })
    }
  } finally {
    // Also where the file turns out to be cut off: its rows before that are good, and they are counted.
    await batches.finish()
  }
  for (const [kind, refs] of named.made) result.records[tableNamed(kind)] = refs.size
  await noteFile(importing, named, taking)
}

const tableNamed = (kind: Kind): Table =>
  (Object.keys(tables) as Table[]).find((name) => tables[name] === kind) as Table

async function reject(
  { result, rejects, language }: Taking,
  header: readonly string[],
  row: TableRow,
  refusals: readonly Refusal[],
): Promise<void> {
  const list = refusals.map(({ column, problem, remedy }) => ({
    row: row.row,
    column,
    problem: problem[language],
    remedy: remedy[language],
  }))
  noteRejected(result, list)
  await rejects?.add(header, row.cells, list)
}

/**
 * Writes rows in batches. While one batch is being written the next is read, planned and sealed: no file names a
 * record twice, so that a batch does not depend on the one before, unless its items name incidents of that.
 */
class Batches {
  readonly #importing: Importing
  readonly #result: ImportedFile
  readonly #by: ImportedBy
  #rows: ReadRow[] = []
  #writing: Promise<Leaves | null> = Promise.resolve(null)
  #incidentsUnderWay: ReadonlySet<string> = new Set()
  #wrote = false

  constructor(importing: Importing, { result, by }: Taking) {
    this.#importing = importing
    this.#result = result
    this.#by = by
  }

  /** Answers whether a batch is full and on its way. */
  async add(row: ReadRow): Promise<boolean> {
    this.#rows.push(row)
    if (this.#rows.length < batchRows) return false
    await this.#send()
    return true
  }

  /** Resolves when all is written and durable. */
  async finish(): Promise<void> {
    await this.#send()
    await this.#writing
    // The batches leave it to the next durable write, which an empty one is too.
    if (this.#wrote) await writeBulk(this.#importing.intake, this.#importing.analysis, [])
  }

  async #send(): Promise<void> {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    const { intake } = this.#importing
    const submissions = rows.map(({ parts }): Submission => ({
      source: this.#result.source,
      parts,
      ...this.#by,
    }))
    const needed = submissions.some(({ parts }) =>
      parts.some((part) => this.#incidentsUnderWay.has(incidentNamed(part))),
    )
    if (needed) await this.#writing
    const [unseen, prepared] = await both(this.#writing, prepareBatch(intake, submissions))
    this.#incidentsUnderWay = new Set(
      submissions.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'incident' ? [incidentNamed(part)] : [])),
      ),
    )
    this.#writing = this.#write(rows, submissions, { batch: prepared, unseen })
    // Waited for by the next batch; until then a failure is nobody's.
    this.#writing.catch(() => undefined)
  }

  async #write(
    rows: readonly ReadRow[],
    submissions: readonly Submission[],
    prepared: { readonly batch: Prepared; readonly unseen: Leaves | null },
  ): Promise<Leaves> {
    const { intake, analysis } = this.#importing
    const { plan, leaves } = await writeBulk(intake, analysis, submissions, { durable: false, prepared })
    if (leaves.to > leaves.from) this.#wrote = true
    rows.forEach((row, i) => {
      const parts = plan.submissions[i]?.parts ?? []
      noteDoubts(this.#result, row.row, [...row.doubts, ...parts.flatMap(({ doubts }) => doubts)])
      this.#result[
        outcomeOf(
          row,
          parts.map(({ outcome }) => outcome),
        )
      ]++
    })
    return leaves
  }
}

/** The incident that an incident is and an item names; empty for all others. */
const incidentNamed = ({ kind, content }: Part): string =>
  kind === 'incident' || kind === 'item' ? (content as Item).incident_ref : ''

/** Both results; a failure of either only when neither is under way any more. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

/**
 * Notes the file in the ledger where it changed anything, with all that its source does not hold any more: what a
 * complete file lacks, and what lacked before and has not come back.
 */
async function noteFile(
  { intake, analysis }: Importing,
  { made, refused }: Named,
  { result, layout, complete, by, sha256 }: Taking,
): Promise<void> {
  const holds = (kind: Kind, ref: string) =>
    made.get(kind)?.has(ref) === true || refused.has(JSON.stringify([kind, ref]))
  const before = await missingRefs(intake.store, result.source)
  const kinds: readonly Kind[] = complete ? [...new Set(layout.tables.map((name) => tables[name]))] : []
  const missing: Pair[] = before.filter(([kind, ref]) => !kinds.includes(kind as Kind) && !holds(kind as Kind, ref))
  for (const kind of kinds) {
    for (const ref of await importedRefs(intake.store, kind, result.source)) {
      if (holds(kind, ref)) continue
      missing.push([kind, ref])
      result.missing++
    }
  }
  const changed = result.added + result.updated > 0 || !isSame(before, missing)
  if (!changed) return
  const content = {
    source: result.source,
    sha256: await sha256(),
    ...(complete ? { complete: true } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    file_name: basename(result.file),
  } satisfies Content<'import'>
  const part: Part = { kind: 'import', content, opinion: null, handling: null, doubts: [] }
  await writeBulk(intake, analysis, [{ source: result.source, parts: [part], ...by }])
}

function isSame(before: readonly Pair[], now: readonly Pair[]): boolean {
  const keys = new Set(before.map((pair) => JSON.stringify(pair)))
  return keys.size === now.length && now.every((pair) => keys.has(JSON.stringify(pair)))
}
