/**
 * Hashes as the ledger speaks of them: SHA-256 in lower-case hex. Hex because a digest is made far more often than it
 * is stored, and the hash functions at hand answer hex three times as fast as bytes (node:crypto `hash`: 0.35 µs
 * against 1.1 µs).
 */

/** SHA-256 of bytes, or of a text's UTF-8. The caller brings it: node:crypto on a server, a library in a browser. */
export type Sha256 = (input: Uint8Array | string) => string

/** 64 digits. */
export type Hash = string

export const hashDigits = 64

/** Whether a text from outside is a hash, byte for byte as we write it. */
export const isHash = (text: string): boolean => text.length === hashDigits && isHex(text)

/** Whether the text is whole bytes in lower-case hex. */
export const isHex = (text: string): boolean => text.length % 2 === 0 && !/[^0-9a-f]/.test(text)

interface Encoder {
  encodeInto(text: string, into: Uint8Array): { written: number }
}
declare const TextEncoder: new () => Encoder
const encoder = new TextEncoder()

/** Bytes that are hashed: a prefix of them, through views that are made once for each length. */
interface Space {
  readonly bytes: Uint8Array
  readonly views: (Uint8Array | undefined)[]
}

const spaceOf = (size: number): Space => ({ bytes: new Uint8Array(size), views: [] })
const spaceSize = 4096

/** Workspaces, never handed out. `salted` begins with a group's own salt, `named` with a revision's R. */
const salted = spaceOf(spaceSize)
const saltedText = salted.bytes.subarray(16)
const named = spaceOf(256)
const namedText = named.bytes.subarray(16)
const pair = new Uint8Array(65)
pair[0] = 1

/** SHA-256(salt ‖ text's UTF-8): a group's digest, with the 16 bytes of its own salt given in hex. */
export function saltedHash(sha256: Sha256, ownSalt: string, text: string): Hash {
  // Three bytes is the most that one UTF-16 unit takes.
  if (text.length * 3 > spaceSize - 16) return longHash(sha256, ownSalt, text)
  writeHex(ownSalt, 32, salted.bytes, 0)
  return sha256(viewOf(salted, 16 + encoder.encodeInto(text, saltedText).written))
}

function longHash(sha256: Sha256, ownSalt: string, text: string): Hash {
  const bytes = new Uint8Array(16 + text.length * 3)
  writeHex(ownSalt, 32, bytes, 0)
  return sha256(bytes.subarray(0, 16 + encoder.encodeInto(text, bytes.subarray(16)).written))
}

/** Sets the R, 16 bytes in hex, that the next calls of `saltOfName` start from. */
export const setSalt = (salt: string): void => writeHex(salt, 32, named.bytes, 0)

/** The salt that the last R gives to the group of this name: the first 16 bytes of SHA-256(R ‖ name), in hex. */
export function saltOfName(sha256: Sha256, name: Uint8Array): string {
  if (name.length > namedText.length) {
    const bytes = new Uint8Array(16 + name.length)
    bytes.set(named.bytes.subarray(0, 16))
    bytes.set(name, 16)
    return sha256(bytes).slice(0, 32)
  }
  for (let i = 0; i < name.length; i++) namedText[i] = name[i] ?? 0
  return sha256(viewOf(named, 16 + name.length)).slice(0, 32)
}

/** SHA-256(0x01 ‖ left ‖ right): the node above two. */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  writeHex(left, hashDigits, pair, 1)
  writeHex(right, hashDigits, pair, 33)
  return sha256(pair)
}

/** SHA-256(0x00 ‖ input): a leaf. U+0000 is the byte 0x00 in UTF-8. */
export const leafHashOf = (sha256: Sha256, input: string): Hash => sha256(`\u0000${input}`)

/** A short text's UTF-8, in bytes of its own. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  return bytes.slice(0, encoder.encodeInto(text, bytes).written)
}

const viewOf = ({ bytes, views }: Space, length: number): Uint8Array => (views[length] ??= bytes.subarray(0, length))

/** What each digit's character is worth. */
const worth = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code))),
)

function writeHex(hex: string, digits: number, into: Uint8Array, at: number): void {
  for (let i = 0; i < digits; i += 2) {
    into[at++] = ((worth[hex.charCodeAt(i)] ?? 0) << 4) | (worth[hex.charCodeAt(i + 1)] ?? 0)
  }
}
