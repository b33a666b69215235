/**
 * Takes table files in: rows become submissions, written a thousand at a time, durable batch by batch, judged after the
 * last. The same file again completes an import that was killed and changes nothing that is there.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text, type Text } from '#core/lib/text.ts'
import { doubtful, refuse, type Doubt, type Refusal } from '#core/record/doubt.ts'
import { tables, type Kind, type Table } from '#core/record/kinds.ts'
import { missingColumns, parseRow, refFields, refOf, unknownColumns } from '#core/record/parse-row.ts'
import type { Codes } from '#core/record/parse-value.ts'
import { importedRefs } from '#store/import-refs.ts'
import { workOff, type Analysis } from '../analysis/judge.ts'
import { writeBulk } from '../intake/write-bulk.ts'
import type { Outcome, Part, Submission } from '../intake/plan.ts'
import { prepareBatch, type Intake, type Leaves, type WriteOptions } from '../intake/write.ts'
import {
  compileMapping,
  fitsMapping,
  mappingSchema,
  type CompiledMapping,
  type MappedRecord,
  type Mapping,
} from './mapping.ts'
import { openTable, TableFault, type OpenTable, type TableRow } from './read-table.ts'
import type { Imported, ImportedFile } from './imported.ts'
import { RejectsFile } from './rejects.ts'
import { SeenRefs } from './seen-refs.ts'

export interface ImportOptions {
  readonly kind?: Table | undefined
  readonly source?: string | undefined
  /** A file, or the name of a mapping that comes with the product. */
  readonly mapping?: string | undefined
  readonly complete?: boolean | undefined
  /** Take a recognised mapping without asking. */
  readonly yes?: boolean | undefined
  readonly rejects?: string | undefined
  /** Leave the judging to whoever works off what waits. */
  readonly judge?: boolean | undefined
  readonly language?: keyof Text | undefined
}

export interface Importing {
  readonly intake: Intake
  readonly analysis: Analysis
  readonly codes: Codes
  /** The mappings that come with the product. */
  readonly mappings: readonly Mapping[]
}

export type Progress = (done: { readonly file: string; readonly rows: number } | { readonly judging: number }) => void

/** A foreign layout and nobody to ask. */
export class UnknownLayout extends Error {
  readonly file: string
  readonly header: readonly string[]
  constructor(file: string, header: readonly string[]) {
    super(`${file}: no table of the exchange format has these columns. Give --mapping FILE, or --kind KIND.`)
    this.file = file
    this.header = header
  }
}

const batchRows = 1000
const mostListed = 1000

export async function importFiles(
  importing: Importing,
  files: readonly string[],
  options: ImportOptions,
  progress: Progress = () => undefined,
): Promise<Imported> {
  const start = performance.now()
  const done: ImportedFile[] = []
  const rejects = options.rejects === undefined ? null : new RejectsFile(options.rejects, options.language ?? 'en')
  for (const file of files) done.push(await importFile(importing, file, { options, rejects, progress }))
  await rejects?.close()
  const ms = Math.round(performance.now() - start)
  if (options.judge !== false) await workOff(importing.analysis, { progress: (judging) => progress({ judging }) })
  return { files: done, ms, judged_ms: Math.round(performance.now() - start) - ms }
}

interface Run {
  readonly options: ImportOptions
  readonly rejects: RejectsFile | null
  readonly progress: Progress
}

async function importFile(importing: Importing, file: string, run: Run): Promise<ImportedFile> {
  const { options } = run
  const language = options.language ?? 'en'
  let result = emptyResult(file, options.source ?? 'default')
  try {
    const table = await openTable(file)
    const layout = await layoutOf(importing, file, table, options)
    result = {
      ...emptyResult(file, options.source ?? layout.name ?? 'default', layout.table),
      unknown_columns: layout.unknown,
    }
    await takeRows(importing, table, layout, { ...run, result })
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    result.fault = { row: error.row, problem: error.problem[language], remedy: error.remedy[language] }
  }
  return result
}

const emptyResult = (file: string, source: string, kind: Table | null = null): ImportedFile => ({
  file,
  kind,
  source,
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  refused: 0,
  missing: 0,
  doubted: 0,
  records: {},
  unknown_columns: [],
  doubts: [],
  rejected: [],
})

/** How a file's rows become records: its own columns are the format's, or a mapping says so. */
interface Layout {
  readonly table: Table | null
  readonly name: string | null
  readonly unknown: readonly string[]
  records(row: TableRow): readonly MappedRecord[]
}

async function layoutOf(
  { mappings }: Importing,
  file: string,
  { header }: OpenTable,
  options: ImportOptions,
): Promise<Layout> {
  if (options.mapping !== undefined) {
    const mapping = await readMapping(options.mapping, mappings)
    const missing = mapping.columns.filter((column) => !header.includes(column))
    if (missing.length > 0) {
      throw new TableFault(
        file,
        1,
        text(
          `The mapping ${mapping.name} needs the columns ${missing.join(', ')}.`,
          `Le mappage ${mapping.name} exige les colonnes ${missing.join(', ')}.`,
        ),
        text('Use the mapping that was made for this layout.', 'Utilisez le mappage fait pour cette structure.'),
      )
    }
    return mapped(compileMapping(mapping, header))
  }
  const fitting = (Object.keys(tables) as Table[]).filter((table) => missingColumns(table, header).length === 0)
  const table = options.kind ?? (fitting.length === 1 ? fitting[0] : undefined)
  if (table !== undefined) return own(file, table, header)
  const known = mappings.find((mapping) => fitsMapping(mapping, header))
  if (known !== undefined && options.yes === true) return mapped(compileMapping(known, header))
  throw new UnknownLayout(file, header)
}

function own(file: string, table: Table, header: readonly string[]): Layout {
  const missing = missingColumns(table, header)
  if (missing.length > 0) {
    throw new TableFault(
      file,
      1,
      text(`The columns ${missing.join(', ')} are missing.`, `Les colonnes ${missing.join(', ')} manquent.`),
      text('Add them, or give the file with --mapping.', 'Ajoutez-les, ou donnez le fichier avec --mapping.'),
    )
  }
  return {
    table,
    name: null,
    unknown: unknownColumns(table, header),
    records: ({ cells }) => [
      { table, values: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])), doubts: [], key: null },
    ],
  }
}

const mapped = (mapping: CompiledMapping): Layout => ({
  table: null,
  name: mapping.name,
  unknown: mapping.unused,
  records: ({ cells }) => mapping.records(cells),
})

export async function readMapping(nameOrFile: string, shipped: readonly Mapping[]): Promise<Mapping> {
  const known = shipped.find(({ name }) => name === nameOrFile)
  if (known !== undefined) return known
  let raw: unknown
  try {
    raw = JSON.parse(await readFile(nameOrFile, 'utf8'))
  } catch (error) {
    const isJson = error instanceof SyntaxError
    throw new TableFault(
      nameOrFile,
      null,
      isJson
        ? text('The mapping is not JSON.', "Le mappage n'est pas du JSON.")
        : text('There is no mapping of this name and no such file.', 'Ni mappage de ce nom, ni fichier.'),
      text(
        `Give a file, or one of: ${shipped.map(({ name }) => name).join(', ')}.`,
        `Donnez un fichier, ou l'un de : ${shipped.map(({ name }) => name).join(', ')}.`,
      ),
    )
  }
  const parsed = mappingSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new TableFault(
    nameOrFile,
    null,
    text(
      `The mapping is wrong at ${place}: ${issue?.message ?? ''}`,
      `Le mappage est incorrect à ${place} : ${issue?.message ?? ''}`,
    ),
    text(
      'Compare it with docs/format/exchange-format.md, section 2.',
      'Comparez-le à docs/format/exchange-format.md, section 2.',
    ),
  )
}

interface Taking extends Run {
  readonly result: ImportedFile
}

interface ReadRow {
  readonly row: number
  readonly doubts: readonly Doubt[]
  readonly parts: readonly Part[]
  readonly merged: boolean
}

async function takeRows(importing: Importing, table: OpenTable, layout: Layout, taking: Taking): Promise<void> {
  const { result, options, progress } = taking
  const seen = new Map<Kind, SeenRefs>()
  let batch: ReadRow[] = []
  // While one batch is being written the next is read, planned and sealed. No file names a record twice, so that a
  // batch does not depend on the one before.
  let writing: Promise<Leaves | null> = Promise.resolve(null)
  const flush = async () => {
    if (batch.length === 0) return
    const rows = batch
    batch = []
    const submissions = submissionsOf(rows, result.source)
    const preparing = prepareBatch(importing.intake, submissions)
    const [before, prepared] = await both(writing, preparing)
    writing = writeRows(importing, { rows, submissions }, { batch: prepared, unseen: before }, result)
    // Waited for by the next flush; until then a failure is nobody's.
    writing.catch(() => undefined)
    progress({ file: result.file, rows: result.rows })
  }
  for await (const row of table.rows) {
    result.rows++
    const read = readRow(importing.codes, layout, row, { seen, source: result.source })
    if (read.refusals.length > 0) await reject(taking, table.header, row, read.refusals)
    else batch.push(read.row)
    if (batch.length >= batchRows) await flush()
  }
  await flush()
  await writing
  for (const [kind, refs] of seen) {
    const name = (Object.keys(tables) as Table[]).find((one) => tables[one] === kind)
    if (name !== undefined) result.records[name] = refs.size
  }
  await endFile(importing, table, seen, { result, complete: options.complete === true })
}

function readRow(
  codes: Codes,
  layout: Layout,
  row: TableRow,
  { seen }: { seen: Map<Kind, SeenRefs>; source: string },
): { readonly row: ReadRow; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = row.refused === null ? [] : [row.refused]
  const parts: Part[] = []
  const doubts: Doubt[] = [...row.doubts]
  let repeated = 0
  if (refusals.length > 0) return { row: { row: row.row, doubts, parts, merged: false }, refusals }
  const records = layout.records(row)
  for (const record of records) {
    const parsed = parseRow(record.table, record.values, codes, [...row.doubts, ...record.doubts])
    if (!parsed.ok) {
      refusals.push(...parsed.error)
      continue
    }
    parts.push(parsed.value)
    doubts.push(...parsed.value.doubts.filter((doubt) => !row.doubts.includes(doubt)))
  }
  if (refusals.length > 0) return { row: { row: row.row, doubts, parts, merged: false }, refusals }
  const fresh = parts.filter((part, i) => {
    const ref = refOf(part.kind, part.content)
    if (ref === null) return true
    const refs = seen.get(part.kind) ?? new SeenRefs()
    seen.set(part.kind, refs)
    const before = refs.note(ref, JSON.stringify([part.content, part.opinion, part.handling]), row.row)
    if (before === null) return true
    repeated++
    if (!before.same && (records[i]?.key ?? null) === null)
      refusals.push(repeatedRef(refFields[part.kind] ?? '', ref, before.row))
    return false
  })
  return { row: { row: row.row, doubts, parts: fresh, merged: repeated > 0 && fresh.length === 0 }, refusals }
}

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

async function reject(
  { result, rejects, options }: Taking,
  header: readonly string[],
  row: TableRow,
  refusals: readonly Refusal[],
): Promise<void> {
  const language = options.language ?? 'en'
  result.refused++
  const list = refusals.map(({ column, problem, remedy }) => ({
    row: row.row,
    column,
    problem: problem[language],
    remedy: remedy[language],
  }))
  result.rejected.push(...list.slice(0, Math.max(0, mostListed - result.rejected.length)))
  await rejects?.add(header, row.cells, list)
}

/** Both results; a failure of either only when neither is under way any more. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

const submissionsOf = (rows: readonly ReadRow[], source: string): readonly Submission[] =>
  rows.map(({ parts }) => ({ source, parts, author: 'operator', device: 'import' }))

async function writeRows(
  { intake, analysis }: Importing,
  { rows, submissions }: { readonly rows: readonly ReadRow[]; readonly submissions: readonly Submission[] },
  prepared: NonNullable<WriteOptions['prepared']>,
  result: ImportedFile,
): Promise<Leaves> {
  const { plan, leaves } = await writeBulk(intake, analysis, submissions, { durable: false, prepared })
  rows.forEach((row, i) => {
    const planned = plan.submissions[i]?.parts ?? []
    const unknown = planned.flatMap(({ kind, incident }) =>
      kind === 'item' && incident === null ? [doubtful('incident_ref', 'incident-unknown')] : [],
    )
    const found = planned.flatMap(({ id }) => plan.found?.get(id) ?? [])
    const doubts = distinct([...row.doubts, ...unknown, ...found])
    if (doubts.length > 0) result.doubted++
    result.doubts.push(
      ...doubts.slice(0, Math.max(0, mostListed - result.doubts.length)).map((doubt) => ({ row: row.row, ...doubt })),
    )
    result[
      outcomeOf(
        row,
        planned.map(({ outcome }) => outcome),
      )
    ]++
  })
  return leaves
}

const distinct = (doubts: readonly Doubt[]): readonly Doubt[] => [
  ...new Map(doubts.map((doubt) => [`${doubt.column} ${doubt.doubt}`, doubt])).values(),
]

/** A row counts once, by the first that holds of added, updated, merged, unchanged. */
function outcomeOf(row: ReadRow, outcomes: readonly Outcome[]): 'added' | 'updated' | 'merged' | 'unchanged' {
  if (outcomes.includes('added')) return 'added'
  if (outcomes.includes('updated')) return 'updated'
  return row.merged ? 'merged' : 'unchanged'
}

/** Notes the file in the ledger where it changed anything, with what it no longer holds where it holds all. */
async function endFile(
  { intake, analysis }: Importing,
  table: OpenTable,
  seen: ReadonlyMap<Kind, SeenRefs>,
  { result, complete }: { readonly result: ImportedFile; readonly complete: boolean },
): Promise<void> {
  const missing: [string, string][] = []
  if (complete) {
    for (const [kind, refs] of seen) {
      for (const ref of await importedRefs(intake.store, kind, result.source))
        if (!refs.has(ref)) missing.push([kind, ref])
    }
  }
  result.missing = missing.length
  if (result.added + result.updated + missing.length === 0) return
  const content = {
    source: result.source,
    sha256: table.sha256(),
    ...(complete ? { complete: true } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    file_name: basename(result.file),
  }
  const part: Part = { kind: 'import', content: content as Part['content'], opinion: null, handling: null, doubts: [] }
  await writeBulk(intake, analysis, [{ source: result.source, parts: [part], author: 'operator', device: 'import' }])
}
