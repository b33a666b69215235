/**
 * Bytes as text, piece by piece. Each sign that cannot be read becomes a NUL, which no field takes: the rows of that
 * line are refused, with their columns, and all others go in.
 */
import { isUtf8 } from 'node:buffer'

const newline = 0x0a
const unread = '\uFFFD'

export async function* decodedText(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  if (encoding === 'utf-8') {
    yield* decodedUtf8(chunks)
    return
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true }).replaceAll(unread, '\u0000')
  yield decoder.decode().replaceAll(unread, '\u0000')
}

async function* decodedUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
    const end = bytes.length - unfinished(bytes)
    tail = bytes.subarray(end)
    yield decoded(bytes.subarray(0, end))
  }
  if (tail.length > 0) yield decoded(tail)
}

function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  let text = ''
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(newline, from)
    const to = at < 0 ? bytes.length : at + 1
    const line = bytes.subarray(from, to)
    // A sign that says "unread" and was in the file goes with its line, which is refused in any case.
    text += isUtf8(line) ? line.toString() : line.toString().replaceAll(unread, '\u0000')
    from = to
  }
  return text
}

/** How many bytes at the end begin a character that is not whole yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}
