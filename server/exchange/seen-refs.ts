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

  /** Notes the reference; answers the earlier row where one named it, and whether it said the same. */
  note(ref: string, said: string, row: number): SeenRef | null {
    if (this.#size * 2 >= this.#keys.length) this.#grow()
    const key = number(ref)
    const digest = number(said)
    const at = this.#place(key)
    if (this.#keys[at] === key) return { row: this.#rows[at] ?? 0, same: this.#said[at] === digest }
    this.#set(at, key, digest, row)
    this.#size++
    return null
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
