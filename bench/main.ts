/**
 * Prints the benchmarks: `npm run bench [-- --items N]`. Ratios are against a bare PostgreSQL in the same run. Single
 * submissions run on the empty base and again when it holds all items, for they must be as fast. `--desk`: the desk alone.
 */
import { parseArgs } from 'node:util'
import { benchBase } from './base.ts'
import { benchDesk } from './desk.ts'
import { benchImport } from './import.ts'
import { benchReads } from './reads.ts'
import { benchSettling } from './settling.ts'
import { benchSubmissions } from './submissions.ts'
import { benchWorkbook } from './workbook.ts'

const { values } = parseArgs({
  options: { items: { type: 'string', default: '1000000' }, desk: { type: 'boolean', default: false } },
})
const items = Number(values.items)
const print = (line: string) => process.stdout.write(`${line}\n`)

if (!values.desk) {
  const empty = await benchBase()
  print('-- an empty base')
  await benchSubmissions(empty, print)
  await benchWorkbook(empty.folder, print)
  await empty.close()
}

const base = await benchBase()
print(`-- ${items} items`)
await benchImport(base, items, print)
if (!values.desk) await benchReads(base, print)
if (!values.desk) await benchSettling(base, print)
await benchDesk(base, print)
if (!values.desk) await benchSubmissions(base, print)
await base.close()
