/**
 * Hashes as the ledger speaks of them: SHA-256 in lower-case hex. Hex because a digest is made far more often than it
 * is stored, and the hash functions at hand answer hex three times as fast as bytes.
 */

/** SHA-256 of bytes, or of a text's UTF-8. The caller brings it: node:crypto on a server, a library in a browser. */
export type Sha256 = (input: Uint8Array | string) => string

/** 64 digits. */
export type Hash = string

interface Encoder {
  encodeInto(text: string, into: Uint8Array): { written: number }
}
declare const TextEncoder: new () => Encoder
const encoder = new TextEncoder()

/** A workspace for what is hashed; grown when a text is longer. Never handed out. */
let space = new Uint8Array(4096)

/** SHA-256 of bytes given in hex, followed by a text's UTF-8. */
export function hashJoined(sha256: Sha256, hex: string, text: string): Hash {
  const head = hex.length / 2
  // Three bytes is the most that one UTF-16 unit takes.
  if (space.length < head + text.length * 3) space = new Uint8Array((head + text.length * 3) * 2)
  writeHex(hex, 0)
  const { written } = encoder.encodeInto(text, space.subarray(head))
  return sha256(space.subarray(0, head + written))
}

/** SHA-256(0x01 ‖ left ‖ right): the node above two. */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  space[0] = 1
  writeHex(left, 1)
  writeHex(right, 33)
  return sha256(space.subarray(0, 65))
}

/** SHA-256(0x00 ‖ input): a leaf. U+0000 is the byte 0x00 in UTF-8. */
export const leafHashOf = (sha256: Sha256, input: string): Hash => sha256(`\u0000${input}`)

function writeHex(hex: string, at: number): void {
  for (let i = 0; i < hex.length; i += 2) {
    space[at + i / 2] = (digit(hex.charCodeAt(i)) << 4) | digit(hex.charCodeAt(i + 1))
  }
}

const digit = (code: number) => (code < 58 ? code - 48 : code - 87)
