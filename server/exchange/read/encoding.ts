/** In which encoding a text file is: what its first bytes say, else what all of them allow. */
import { isUtf8 } from 'node:buffer'
import type { Encoding } from './table.ts'

const marks: readonly (readonly [name: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

/** Bytes at the start that only say the encoding. */
export const markLength = (head: Buffer): number => marks.find(([, mark]) => startsWith(head, mark))?.[1].length ?? 0

const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark)

/** What this name stands for, as WHATWG names it; null where nobody knows it. */
export function knownEncoding(name: string): string | null {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/**
 * The file's encoding. UTF-16 without a mark shows by its zeros. Where at least half of the lines that are not plain
 * ASCII are UTF-8, the file is, for nothing else looks like it; else it is taken for Windows-1252, which holds Latin-1 and what western spreadsheets write.
 */
export async function encodingOf(head: Buffer, chunks: AsyncIterable<Buffer>): Promise<Encoding> {
  const marked = marks.find(([, mark]) => startsWith(head, mark))
  if (marked !== undefined) return { name: marked[0], guessed: false }
  const wide = utf16By(head)
  if (wide !== null) return { name: wide, guessed: true }
  let [good, bad] = [0, 0]
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
    const end = bytes.lastIndexOf(0x0a) + 1
    tail = bytes.subarray(end === 0 ? bytes.length : end)
    const lines = bytes.subarray(0, end === 0 ? bytes.length : end)
    const counted = linesIn(lines, bad > 0)
    good += counted.good
    bad += counted.bad
  }
  const last = linesIn(tail, true)
  if (bad + last.bad === 0) return { name: 'utf-8', guessed: false }
  const isMostlyUtf8 = good + last.good >= bad + last.bad
  return { name: isMostlyUtf8 ? 'utf-8' : 'windows-1252', guessed: true }
}

/** Lines that are more than ASCII: those that are UTF-8, counted only where it matters, and those that are not. */
function linesIn(bytes: Buffer, countGood: boolean): { readonly good: number; readonly bad: number } {
  if (isUtf8(bytes) && !countGood) return { good: hasMore(bytes) ? 1 : 0, bad: 0 }
  let [good, bad] = [0, 0]
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(0x0a, from)
    const to = at < 0 ? bytes.length : at
    const line = bytes.subarray(from, to)
    if (!isUtf8(line)) bad++
    else if (hasMore(line)) good++
    from = to + 1
  }
  return { good, bad }
}

const hasMore = (bytes: Buffer) => bytes.some((byte) => byte > 0x7f)

/** Latin text in UTF-16 has a zero in every other byte. */
function utf16By(head: Buffer): string | null {
  const pairs = Math.floor(Math.min(head.length, 1024) / 2)
  if (pairs === 0) return null
  let [first, second] = [0, 0]
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) first++
    if (head[i + 1] === 0) second++
  }
  if (second > pairs * 0.4 && first < pairs * 0.1) return 'utf-16le'
  if (first > pairs * 0.4 && second < pairs * 0.1) return 'utf-16be'
  return null
}
