/**
 * Takes table files in: rows become submissions, written a thousand at a time, durable with the last, judged after it.
 * The same file again completes an import that was killed and changes nothing that is there.
 */
import type { Text } from '#core/lib/text.ts'
import { workOff } from '../analysis/judge.ts'
import { emptyResult, type Imported, type ImportedFile } from './imported.ts'
import { layoutOf, type LayoutOptions } from './layout.ts'
import { openTable } from './read-table.ts'
import { RejectsFile } from './rejects.ts'
import { TableFault } from './table-fault.ts'
import { takeRows, type Importing, type Progress } from './take-rows.ts'

export interface ImportOptions extends LayoutOptions {
  readonly source?: string | undefined
  readonly complete?: boolean | undefined
  /** A file for the refused rows. */
  readonly rejects?: string | undefined
  /** Leave the judging to whoever works off what waits. */
  readonly judge?: boolean | undefined
  readonly language?: keyof Text | undefined
}

/** Throws an UnknownLayout before anything is taken in. */
export async function importFiles(
  importing: Importing,
  files: readonly string[],
  options: ImportOptions,
  progress: Progress = () => undefined,
): Promise<Imported> {
  const start = performance.now()
  const headers = await headersOf(importing, files, options)
  const rejects =
    options.rejects === undefined ? null : await RejectsFile.make(options.rejects, headers, options.language ?? 'en')
  const done: ImportedFile[] = []
  try {
    for (const file of files) done.push(await importFile(importing, file, { options, rejects, progress }))
  } finally {
    await rejects?.close()
  }
  const ms = Math.round(performance.now() - start)
  if (options.judge !== false) await workOff(importing.analysis, { progress: (judging) => progress({ judging }) })
  return { files: done, ms, judged_ms: Math.round(performance.now() - start) - ms }
}

/** The column names of all files that can be read. */
async function headersOf(
  { mappings }: Importing,
  files: readonly string[],
  options: ImportOptions,
): Promise<readonly (readonly string[])[]> {
  const headers: (readonly string[])[] = []
  for (const file of files) {
    try {
      const { header, close } = await openTable(file)
      await close()
      await layoutOf(mappings, file, header, options)
      headers.push(header)
    } catch (error) {
      // It is said in its turn, beside what became of the others.
      if (!(error instanceof TableFault)) throw error
    }
  }
  return headers
}

interface Run {
  readonly options: ImportOptions
  readonly rejects: RejectsFile | null
  readonly progress: Progress
}

async function importFile(
  importing: Importing,
  file: string,
  { options, rejects, progress }: Run,
): Promise<ImportedFile> {
  const language = options.language ?? 'en'
  let result = emptyResult(file, options.source ?? 'default')
  try {
    const table = await openTable(file)
    try {
      const layout = await layoutOf(importing.mappings, file, table.header, options)
      result = emptyResult(file, options.source ?? layout.name ?? 'default', layout)
      await takeRows(importing, table, {
        layout,
        result,
        rejects,
        progress,
        language,
        complete: options.complete === true,
      })
    } finally {
      await table.close()
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    result.fault = { row: error.row, problem: error.problem[language], remedy: error.remedy[language] }
  }
  return result
}
