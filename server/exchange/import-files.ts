/**
 * Takes the tables of files in: rows become submissions, written a thousand at a time, durable with the last, judged
 * after it. The same file again completes an import that was killed and changes nothing that is there.
 */
import type { Text } from '#core/lib/text.ts'
import { workOff } from '../analysis/judge.ts'
import { emptyResult, type Imported, type ImportedFile } from './imported.ts'
import { layoutBy, layoutOf, UnknownLayout, type Layout, type LayoutOptions } from './layout.ts'
import type { Mapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import { TableFault, unknownTable } from './read/fault.ts'
import { openFile } from './read/open-file.ts'
import type { OpenFile, TableIn } from './read/table.ts'
import { rehearse, type Rehearsal } from './rehearse.ts'
import { RejectsFile } from './rejects.ts'
import { takeRows, type ImportedBy, type Importing, type Progress } from './take-rows.ts'

export interface ImportOptions extends LayoutOptions {
  readonly source?: string | undefined
  readonly complete?: boolean | undefined
  /** A file for the refused rows. */
  readonly rejects?: string | undefined
  /** The operator at the command line, where nothing is said. */
  readonly by?: ImportedBy | undefined
  /** The mappings that a person chose for the tables of the file, by sheet. */
  readonly chosen?: ReadonlyMap<string | null, Mapping> | undefined
  /** What text files are in, where a person knows it. */
  readonly encoding?: string | undefined
  /** Whether a person agrees to a mapping that was proposed; where nobody is asked, an unknown layout stops all. */
  readonly agree?: ((proposed: Proposed) => Promise<boolean>) | undefined
  /** Leave the judging to whoever works off what waits. */
  readonly judge?: boolean | undefined
  readonly language?: keyof Text | undefined
}

/** A mapping for a table of a layout never seen, and what it would do. */
export interface Proposed {
  readonly file: string
  readonly sheet: string | null
  readonly mapping: Mapping
  readonly layout: Layout
  readonly rehearsal: Rehearsal
}

/** Throws an UnknownLayout before anything is taken in. */
export async function importFiles(
  importing: Importing,
  files: readonly string[],
  options: ImportOptions,
  progress: Progress = () => undefined,
): Promise<Imported> {
  const start = performance.now()
  const agreed: Agreed = new Map()
  const headers = await headersOf(importing, files, { options, agreed })
  const rejects =
    options.rejects === undefined ? null : await RejectsFile.make(options.rejects, headers, options.language ?? 'en')
  const done: ImportedFile[] = []
  try {
    for (const file of files) done.push(...(await importFile(importing, file, { options, agreed, rejects, progress })))
  } finally {
    await rejects?.close()
  }
  const ms = Math.round(performance.now() - start)
  if (options.judge !== false) await workOff(importing.analysis, { progress: (judging) => progress({ judging }) })
  return { files: done, ms, judged_ms: Math.round(performance.now() - start) - ms }
}

export const operatorImports: ImportedBy = { author: 'operator', device: 'import' }

/** What a person agreed to, by file and sheet. */
type Agreed = Map<string, Mapping>

const keyOf = (file: string, { sheet }: TableIn) => JSON.stringify([file, sheet])

/** How the table becomes records: by its own columns, a mapping that is known, or one that is agreed to now. */
async function resolveLayout(
  importing: Importing,
  { file, one, header }: { readonly file: string; readonly one: TableIn; readonly header: readonly string[] },
  { options, agreed }: Asking,
): Promise<Layout> {
  const before = options.chosen?.get(one.sheet) ?? agreed.get(keyOf(file, one))
  if (before !== undefined) return layoutBy(before, header)
  try {
    return await layoutOf(importing.mappings, file, header, options)
  } catch (error) {
    if (!(error instanceof UnknownLayout) || importing.lookups === undefined) throw error
    const mapping = error.proposed ?? (await proposeMapping(file, one, importing.lookups))
    if (mapping === null) throw error
    const layout = layoutBy(mapping, header)
    if (options.yes !== true) {
      if (options.agree === undefined) throw new UnknownLayout(file, header, mapping)
      const rehearsal = await rehearse(importing, one, layout, options.source ?? mapping.name)
      const isAgreed = await options.agree({ file, sheet: one.sheet, mapping, layout, rehearsal })
      if (!isAgreed) throw new UnknownLayout(file, header, mapping)
    }
    agreed.set(keyOf(file, one), mapping)
    return layout
  }
}

interface Asking {
  readonly options: ImportOptions
  readonly agreed: Agreed
}

/** The column names of all tables that can be read. Of a file of several tables, one must be known. */
async function headersOf(
  importing: Importing,
  files: readonly string[],
  asking: Asking,
): Promise<readonly (readonly string[])[]> {
  const headers: (readonly string[])[] = []
  for (const file of files) {
    const unknown: UnknownLayout[] = []
    const before = headers.length
    try {
      await withFile(file, asking.options, async ({ tables }) => {
        for (const one of tables) {
          const { header, close } = await one.open()
          await close()
          await resolveLayout(importing, { file, one, header }, asking)
            .then(() => headers.push(header))
            .catch((error: unknown) => {
              if (!(error instanceof UnknownLayout)) throw error
              unknown.push(error)
            })
        }
      })
    } catch (error) {
      // It is said in its turn, beside what became of the others.
      if (!(error instanceof TableFault)) throw error
    }
    const [first] = unknown
    if (first !== undefined && headers.length === before) throw first
  }
  return headers
}

async function withFile<T>(file: string, options: ImportOptions, work: (opened: OpenFile) => Promise<T>): Promise<T> {
  const opened = await openFile(file, options.encoding)
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

interface Run extends Asking {
  readonly rejects: RejectsFile | null
  readonly progress: Progress
}

async function importFile(importing: Importing, file: string, run: Run): Promise<readonly ImportedFile[]> {
  const results: ImportedFile[] = []
  try {
    await withFile(file, run.options, async (opened) => {
      for (const one of opened.tables) results.push(await importTable(importing, file, { ...run, opened, one }))
    })
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    const source = run.options.source ?? 'default'
    results.push(faulty(emptyResult({ file, sheet: null, encoding: null, source }), error, run.options))
  }
  return results
}

async function importTable(
  importing: Importing,
  file: string,
  { options, agreed, rejects, progress, opened, one }: Run & { readonly opened: OpenFile; readonly one: TableIn },
): Promise<ImportedFile> {
  const { sheet, encoding } = one
  let result = emptyResult({ file, sheet, encoding, source: options.source ?? one.source ?? 'default' })
  try {
    const table = await one.open()
    try {
      const layout = await resolveLayout(importing, { file, one, header: table.header }, { options, agreed })
      const source = options.source ?? layout.name ?? one.source ?? 'default'
      result = emptyResult({ file, sheet, encoding, source }, layout)
      await takeRows(importing, table, {
        layout,
        result,
        rejects,
        progress,
        language: options.language ?? 'en',
        complete: options.complete === true,
        by: options.by ?? operatorImports,
        sha256: () => opened.sha256(),
      })
    } finally {
      await table.close()
    }
  } catch (error) {
    // A sheet of notes beside the tables stops nothing, and is named.
    const fault = error instanceof UnknownLayout ? unknownTable(file, sheet) : error
    if (!(fault instanceof TableFault)) throw error
    return faulty(result, fault, options)
  }
  return result
}

function faulty(
  result: ImportedFile,
  { row, problem, remedy }: TableFault,
  { language = 'en' }: ImportOptions,
): ImportedFile {
  result.fault = { row, problem: problem[language], remedy: remedy[language] }
  return result
}
