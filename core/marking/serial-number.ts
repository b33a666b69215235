/** A serial as the letters that begin it and the number that ends it: a maker counts within one set of letters. */
import { foldSerial } from './serial.ts'

export interface SerialNumber {
  readonly prefix: string
  readonly number: bigint
}

/** Null where no figure ends it, or a character of it was not read. */
export function numberedSerial(serial: string): SerialNumber | null {
  const [, prefix, digits] = /^(.*?)(\d{1,40})$/.exec(foldSerial(serial)) ?? []
  if (prefix === undefined || digits === undefined || prefix.includes('?')) return null
  return { prefix, number: BigInt(digits) }
}

/** How many serials lie from the one to the other, both included; null where they are of two kinds. */
export function serialsInRange(from: string, to: string): number | null {
  const [low, high] = [numberedSerial(from), numberedSerial(to)]
  return low === null || high === null || low.prefix !== high.prefix ? null : Number(high.number - low.number) + 1
}
