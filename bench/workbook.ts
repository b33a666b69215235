/** A large workbook, written and read through: how fast, and in how much memory, against the same rows as CSV. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from '#server/exchange/read/open-file.ts'
import { rowsOut, type ExportFormat } from '#server/exchange/write/rows-out.ts'
import { seconds, timed } from './base.ts'
import { dice } from './workload.ts'

const header = Array.from({ length: 20 }, (_, i) => `column ${i}`)
const rows = 200_000

export async function benchWorkbook(folder: string, print: (line: string) => void): Promise<void> {
  const csv = await written(folder, 'csv')
  const book = await written(folder, 'xlsx')
  const bare = await readThrough(csv)
  const { ms, peak } = await readThrough(book)
  const size = (await stat(book)).size
  print(
    `a workbook of ${(size / 2 ** 20).toFixed(0)} MB, ${rows} rows of ${header.length} cells: read in ${seconds(ms)}, ` +
      `process at most ${Math.round(peak / 2 ** 20)} MB; the same as CSV ${seconds(bare.ms)}, ${Math.round(bare.peak / 2 ** 20)} MB`,
  )
}

async function written(folder: string, format: ExportFormat): Promise<string> {
  const path = join(folder, `large.${format}`)
  const roll = dice(3)
  const out = await rowsOut(path, format, { header, title: 'items' })
  for (let i = 0; i < rows; i++) await out.row(header.map(() => `${roll(1_000_000)}`))
  await out.end()
  return path
}

async function readThrough(path: string): Promise<{ readonly ms: number; readonly peak: number }> {
  let peak = 0
  const { ms, value: read } = await timed(async () => {
    const opened = await openFile(path)
    let count = 0
    for (const one of opened.tables) {
      const { rows: all, close } = await one.open()
      for await (const { row } of all) if (row % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss(), count++)
      await close()
    }
    await opened.close()
    return count
  })
  if (read === 0) throw new Error(`nothing in ${path}`)
  return { ms, peak }
}
