/**
 * A set of ids that only grows, at 13 to 27 bytes an id where a set of texts takes over a hundred: kept are the first
 * 64 bits of each id's SHA-256, so that among 10^7 ids one is taken for another once in 300,000 ledgers.
 */
import type { Sha256 } from './hash.ts'

export interface IdSet {
  /** Whether the id was not yet there. */
  add(id: string): boolean
}

export function idSet(sha256: Sha256): IdSet {
  let slots = new Uint32Array(2 * 1024)
  let count = 0

  function add(id: string): boolean {
    const hash = sha256(id)
    // Two zeros stand for a free slot.
    if (!put(Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8, 16), 16) || 1)) return false
    count++
    if (count * 2 > slots.length * 0.6) grow()
    return true
  }

  function put(high: number, low: number): boolean {
    for (let at = (high * 2) % slots.length; ; at = (at + 2) % slots.length) {
      if (slots[at] === high && slots[at + 1] === low) return false
      if (slots[at] === 0 && slots[at + 1] === 0) {
        slots[at] = high
        slots[at + 1] = low
        return true
      }
    }
  }

  function grow(): void {
    const before = slots
    slots = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at + 1] ?? 0
      if (low !== 0) put(before[at] ?? 0, low)
    }
  }

  return { add }
}
