/** Ranges of keys for a scan of a btree in collation C, which orders texts by their code points. */
import { reversed } from './serial.ts'

export interface KeyRange {
  /** Included. */
  readonly from: string
  /** Not included; null where no text lies behind. */
  readonly to: string | null
}

/** All texts that begin with this one: `[from, to)`. */
export function prefixRange(prefix: string): KeyRange {
  const characters = Array.from(prefix)
  while (characters.length > 0) {
    const next = nextPoint(characters.pop()?.codePointAt(0) ?? 0)
    if (next !== null) return { from: prefix, to: characters.join('') + String.fromCodePoint(next) }
  }
  return { from: prefix, to: null }
}

/** The range of reversed keys that end with this text once they are turned round again. */
export const suffixRange = (suffix: string): KeyRange => prefixRange(reversed(suffix))

function nextPoint(point: number): number | null {
  if (point === 0x10_ffff) return null
  // Surrogates are no characters: no text of the database holds one.
  return point >= 0xd7ff && point < 0xe000 ? 0xe000 : point + 1
}
