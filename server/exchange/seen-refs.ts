/**
 * Which references a file has named so far, in few bytes each: a table of 64-bit hashes with the row that made each
 * and a digest of what it said. A million references take 40 MB.
 */
import { hash } from 'node:crypto'

export interface SeenRef {
  readonly row: number
  readonly same: boolean
}

export class SeenRefs {
  #keys = new BigUint64Array(1024)
  #said = new BigUint64Array(1024)
  #rows = new Uint32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The earlier row that named the reference, and whether it said the same; null where none did. */
  find(ref: string, said: string): SeenRef | null {
    const key = number(ref)
    const at = this.#place(key)
    if (this.#keys[at] !== key) return null
    return { row: this.#rows[at] ?? 0, same: this.#said[at] === number(said) }
  }

  /** Notes a reference that no earlier row named. */
  note(ref: string, said: string, row: number): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow()
    const key = number(ref)
    this.#set(this.#place(key), key, number(said), row)
    this.#size++
  }

  has(ref: string): boolean {
    const key = number(ref)
    return this.#keys[this.#place(key)] === key
  }

  #place(key: bigint): number {
    const mask = this.#keys.length - 1
    let at = Number(key & BigInt(mask))
    while (this.#keys[at] !== 0n && this.#keys[at] !== key) at = (at + 1) & mask
    return at
  }

  #set(at: number, key: bigint, digest: bigint, row: number): void {
    this.#keys[at] = key
    this.#said[at] = digest
    this.#rows[at] = row
  }

  #grow(): void {
    const [keys, said, rows] = [this.#keys, this.#said, this.#rows]
    this.#keys = new BigUint64Array(keys.length * 2)
    this.#said = new BigUint64Array(keys.length * 2)
    this.#rows = new Uint32Array(keys.length * 2)
    keys.forEach((key, i) => {
      if (key !== 0n) this.#set(this.#place(key), key, said[i] ?? 0n, rows[i] ?? 0)
    })
  }
}

const number = (text: string) => BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`) | 1n
