/** Checks an exported ledger: a file alone, with no database. */
import { createReadStream } from 'node:fs'
import { checkExport } from '#core/ledger/export-lines.ts'
import type { Sha256 } from '#core/ledger/hash.ts'
import type { LedgerReport } from '#core/ledger/verify.ts'

export async function verifyFile(
  path: string,
  sha256: Sha256,
  progress: (lines: number) => void = () => undefined,
): Promise<LedgerReport> {
  const check = checkExport(sha256)
  let lines = 0
  for await (const line of linesOf(path)) {
    check.take(textOf(line))
    if (++lines % 2000 === 0) progress(lines)
  }
  return check.end()
}

/** Lines end with LF alone: a text may hold any other character that others take for the end of a line. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let open: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...open, chunk.subarray(from, end)])
      open = []
      from = end + 1
    }
    if (from < chunk.length) open.push(chunk.subarray(from))
  }
  if (open.length > 0) yield Buffer.concat(open)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes that are no UTF-8 could otherwise pass for the replacement character: they make an empty line, which is no line. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return ''
  }
}
