/**
 * The whole write path against a bare COPY of what it writes, into equal tables with equal indexes, in the same server
 * and run; then the same file again, the size on disk, and the judging.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { importFiles } from '#server/exchange/import-files.ts'
import { rowsOf } from '#store/database.ts'
import { seconds, timed, type BenchBase } from './base.ts'
import { writeWorkload } from './workload.ts'

const written = ['ledger', 'bodies', 'incidents', 'items', 'opinions', 'item_marks']

export async function benchImport(base: BenchBase, items: number, print: (line: string) => void): Promise<void> {
  const { context, bare, folder } = base
  const files = await writeWorkload(folder, items)
  const importing = { intake: context.intake, analysis: context.analysis, codes: context.reference.codes, mappings: [] }
  const options = { judge: false }
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 200)
  const first = await timed(() => importFiles(importing, [files.incidents, files.items], options))
  clearInterval(watch)
  const results = first.value.files
  print(
    `import: ${items} items in ${seconds(first.ms)}, ${Math.round(items / (first.ms / 1000))} a second; refused ${results.reduce((n, file) => n + file.refused, 0)}; process at most ${Math.round(peak / 2 ** 20)} MB`,
  )

  const again = await timed(() => importFiles(importing, [files.incidents, files.items], options))
  print(`the same files again: ${seconds(again.ms)}, ${(first.ms / again.ms).toFixed(1)} times as fast`)

  const copied = await bareCopy(base)
  print(
    `bare COPY into equal tables with equal indexes: ${seconds(copied.equal)}; import reaches ${(copied.equal / first.ms).toFixed(2)} of it`,
  )
  print(
    `bare COPY of the items into one plain table: ${seconds(copied.plain)}; ratio ${(copied.plain / first.ms).toFixed(3)}`,
  )

  await bare.query('vacuum analyze')
  const [size] = await rowsOf<{ bytes: string }>(
    bare,
    `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
      where relnamespace = 'headstamp'::regnamespace and relkind = 'r'`,
  )
  print(`on disk after vacuum, before judging: ${Math.round(Number(size?.bytes) / items)} bytes an item`)

  const judged = await timed(() => importFiles(importing, [], {}))
  print(`judging: ${seconds(judged.ms)}, ${(judged.ms / first.ms).toFixed(2)} times the import`)
  await bare.query('vacuum analyze')
  const tables = await rowsOf<{ name: string; bytes: number }>(
    bare,
    `select relname as name, pg_total_relation_size(c.oid)::float8 as bytes from pg_class c
      where relnamespace = 'headstamp'::regnamespace and relkind = 'r' order by 2 desc limit 10`,
  )
  print(
    `on disk after judging: ${tables.map(({ name, bytes }) => `${name} ${Math.round(bytes / items)}`).join(', ')} bytes an item`,
  )
}

/** Times COPY alone: the rows are written to files first, and read from there. */
async function bareCopy({ bare, folder }: BenchBase): Promise<{ readonly equal: number; readonly plain: number }> {
  const client = await bare.connect()
  try {
    await client.query('create schema if not exists bare')
    let equal = 0
    for (const table of written) {
      const file = join(folder, `${table}.copy`)
      await pipeline(client.query(copyTo(`copy headstamp.${table} to stdout (format binary)`)), createWriteStream(file))
      if ((await stat(file)).size === 0) throw new Error(`nothing in ${table}`)
      await client.query(`create table bare.${table} (like headstamp.${table} including all)`)
      const { ms } = await timed(() =>
        pipeline(
          createReadStream(file, { highWaterMark: 2 ** 20 }),
          client.query(copyFrom(`copy bare.${table} from stdin (format binary)`)),
        ),
      )
      equal += ms
    }
    await client.query('create table bare.plain as select * from headstamp.items limit 0')
    const { ms: plain } = await timed(() =>
      pipeline(
        createReadStream(join(folder, 'items.copy')),
        client.query(copyFrom('copy bare.plain from stdin (format binary)')),
      ),
    )
    await client.query('drop schema bare cascade')
    return { equal, plain }
  } finally {
    client.release()
  }
}
