/** Shows where two serials differ only by look-alike characters, and how. */
import { classOf } from './characters.ts'
import { foldSerial } from './serial.ts'

export interface LookAlike {
  /** Place of the character, counted from 1 without separators. */
  readonly place: number
  readonly asked: string
  readonly found: string
}

/** The places where the exact folds differ within one class; empty where the serials are equal or of other lengths. */
export function explainLookAlikes(asked: string, found: string): readonly LookAlike[] {
  const [a, b] = [Array.from<string>(foldSerial(asked)), Array.from<string>(foldSerial(found))]
  if (a.length !== b.length) return []
  return lookAlikesAt(
    a,
    b,
    a.map((_, i) => [i, i]),
  )
}

/** The look-alikes among paired places of two exact folds. */
export function lookAlikesAt(
  asked: readonly string[],
  found: readonly string[],
  pairs: readonly (readonly [number, number])[],
): readonly LookAlike[] {
  return pairs.flatMap(([i, j]) => {
    const [a = '', b = ''] = [asked[i], found[j]]
    return a !== b && a !== '?' && b !== '?' && classOf(a) === classOf(b) ? [{ place: i + 1, asked: a, found: b }] : []
  })
}
