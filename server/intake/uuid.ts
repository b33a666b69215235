/** UUIDv7 (RFC 9562): ids that sort by when they were made and that a phone can make offline. */
import { randomFillSync } from 'node:crypto'

export type MakeId = () => string

/** `now` gives milliseconds since 1970. Ids of one maker ascend, also within one millisecond. */
export function idMaker(now: () => number): MakeId {
  const pool = Buffer.alloc(8192)
  let at = pool.length
  let last = 0
  let count = 0
  return () => {
    if (at + 10 > pool.length) {
      randomFillSync(pool)
      at = 0
    }
    const time = now()
    // 12 bits of counter after the time, as the RFC's method 1 has it, started low so that it cannot overflow soon.
    if (time > last) {
      last = time
      count = pool.readUInt16BE(at) & 0x3ff
    } else if (++count > 0xfff) {
      last += 1
      count = 0
    }
    const tail = pool.toString('hex', at + 2, at + 10)
    at += 10
    const head = last.toString(16).padStart(12, '0')
    const variant = ((Number.parseInt(tail.slice(0, 1), 16) & 3) | 8).toString(16)
    const third = (0x7000 | count).toString(16)
    return `${head.slice(0, 8)}-${head.slice(8)}-${third}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
  }
}
