/** Opens a file of others as the tables in it: what it is, its first bytes say. */
import { createReadStream } from 'node:fs'
import { openConsolidatedList } from './consolidated-list.ts'
import { emptyFile, faultOf, notText, oldWorkbook } from './fault.ts'
import { openFeatures } from './features.ts'
import type { OpenFile } from './table.ts'
import { openText } from './text-table.ts'
import { openWorkbook } from './workbook.ts'

/** `encoding`: what a person says that a text file is in. Throws a TableFault that says what is wrong and what to do. */
export async function openFile(file: string, encoding?: string): Promise<OpenFile> {
  const head = await headOf(file)
  if (head.length === 0) throw emptyFile(file)
  const start = head.toString('latin1', 0, 8)
  if (start.startsWith('PK\u0003\u0004')) return openWorkbook(file)
  // The container of the workbooks before 2007, and of any that is locked with a password.
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw oldWorkbook(file)
  if (start.startsWith('%PDF') || start.startsWith('\u0089PNG') || start.startsWith('\u00ff\u00d8\u00ff')) {
    throw notText(file)
  }
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (text.startsWith('{')) return openFeatures(file)
  if (text.startsWith('<')) {
    if (!text.includes('<CONSOLIDATED_LIST')) throw notText(file)
    return openConsolidatedList(file)
  }
  return openText(file, head, encoding)
}

/** The first 64 kB. */
async function headOf(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file, { end: 64 * 1024 - 1 }) as AsyncIterable<Buffer>)
      chunks.push(chunk)
  } catch (error) {
    throw faultOf(file, error)
  }
  return Buffer.concat(chunks)
}
