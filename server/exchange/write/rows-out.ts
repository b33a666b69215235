/** Where exported rows go: a file of one of the forms. It holds what the records hold, so only its owner reads it. */
import { open, type FileHandle } from 'node:fs/promises'
import { csvLine } from '../csv.ts'
import { cannotWrite } from '../read/fault.ts'
import { featuresOut } from './features-out.ts'
import type { MakeRowsOut, RowsOut } from './out.ts'
import { workbookOut } from './workbook-out.ts'

export const exportFormats = ['csv', 'xlsx', 'geojson'] as const
export type ExportFormat = (typeof exportFormats)[number]

const makers: { readonly [F in ExportFormat]: MakeRowsOut } = {
  csv: csvOut,
  xlsx: workbookOut,
  geojson: featuresOut,
}

/** `title`: what the rows are, for forms that have a place for it. Throws a TableFault where it cannot be written. */
export async function rowsOut(
  path: string,
  format: ExportFormat,
  { header, title }: { readonly header: readonly string[]; readonly title: string },
): Promise<RowsOut> {
  const file = await open(path, 'w', 0o600).catch((error: unknown) => {
    throw cannotWrite(path, error)
  })
  try {
    return await makers[format](file, header, title)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function csvOut(file: FileHandle, header: readonly string[]): Promise<RowsOut> {
  await file.write(csvLine(header))
  return {
    async row(cells) {
      await file.write(csvLine(cells))
    },
    end: () => file.close(),
  }
}
