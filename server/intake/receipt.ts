/** Receipts: opaque, so that they do not say how many entries there are. */

/** A receipt names its entry without saying how many there are: the last 40 bits of its id, in Crockford's base 32. */
export function receiptOf(entry: string): string {
  const bits = BigInt(`0x${entry.replaceAll('-', '').slice(-10)}`)
  const letters = Array.from(
    { length: 8 },
    (_, i) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number((bits >> BigInt(35 - 5 * i)) & 31n)],
  )
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
