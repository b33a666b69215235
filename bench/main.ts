/** Prints the benchmarks: `npm run bench [-- --items N]`. Ratios are against a bare PostgreSQL in the same run. */
import { parseArgs } from 'node:util'
import { benchImport } from './import.ts'
import { benchSubmissions } from './submissions.ts'

const { values } = parseArgs({ options: { items: { type: 'string', default: '1000000' } } })
const print = (line: string) => process.stdout.write(`${line}\n`)

const base = await benchImport(Number(values.items), print)
await benchSubmissions(base, print)
await base.close()
