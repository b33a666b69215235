/**
 * What to ask the index for, so that every record is met that `compareSerials` holds for near: keys for equality with
 * the skeleton, and ranges of it and of its reverse. What the index answers is then compared, ranked and cut by
 * `rankSerials`; an answer that is nothing to the serial asked for falls out there.
 */
import { prefixRange, suffixRange, type KeyRange } from './key-range.ts'
import { maskings, neighbours, readings } from './neighbourhood.ts'
import { isCutNear } from './serial-bounds.ts'
import { indexKeysOf, type SkeletonKey } from './serial.ts'

export interface SerialProbes {
  /** For `key = ANY(…)`: the key itself first. */
  readonly equal: readonly string[]
  /** For `key >= from AND key < to`; may meet many records, so give it a limit. */
  readonly begins: KeyRange | null
  /** The same on the reversed key. */
  readonly ends: KeyRange | null
}

/** Longer keys are not spelled out: one slip leaves their first or their second half whole, and that is rare enough. */
const longestSpelled = 24
/** The shortest key that has a near one besides itself. */
const shortestWithSlips = 4
/** A range by fewer characters meets a large part of all records. */
const shortestRange = 3
/** Unreadable places that are spelled out: 30 keys for one, 900 for two. */
const mostSpelledPlaces = 2

/** The probes for a serial as typed; empty where the text holds nothing of a number. */
export function serialProbes(asked: string): SerialProbes {
  const key = indexKeysOf(asked)?.key
  if (key === undefined) return { equal: [], begins: null, ends: null }
  const characters = Array.from<string>(key)
  if (key.includes('?')) return unreadableProbes(key, characters.length <= longestSpelled)
  if (characters.length > longestSpelled) return halfProbes(key, characters)
  const slips = characters.length < shortestWithSlips ? [] : [...neighbours(key), ...maskings(key)]
  return { equal: [...new Set([key, ...slips, ...cuts(characters)])], begins: beginsWith(key), ends: endsWith(key) }
}

function halfProbes(key: SkeletonKey, characters: readonly string[]): SerialProbes {
  const half = Math.floor(characters.length / 2)
  return {
    equal: [...new Set([key, ...cuts(characters)])],
    begins: beginsWith(characters.slice(0, half).join('')),
    ends: endsWith(characters.slice(half).join('')),
  }
}

function unreadableProbes(key: SkeletonKey, isSpelled: boolean): SerialProbes {
  const places = key.split('?').length - 1
  const spelled = isSpelled && places <= mostSpelledPlaces ? readings(key) : []
  // Two people fail at two places: with one place unread here, another may be unread there.
  const masked = places === 1 ? spelled.flatMap((reading) => maskings(reading as SkeletonKey, 1)) : []
  return {
    equal: [...new Set([key, ...(isSpelled ? maskings(key) : []), ...spelled, ...masked])],
    begins: beginsWith(key.slice(0, key.indexOf('?'))),
    ends: endsWith(key.slice(key.lastIndexOf('?') + 1)),
  }
}

/** What a record holds where the start or the end of this serial was cut off. */
function cuts(characters: readonly string[]): readonly string[] {
  const whole = characters.length
  return characters.flatMap((_, left) => [
    ...(isCutNear('end', left, whole) ? [characters.slice(0, left).join('')] : []),
    ...(isCutNear('start', left, whole) ? [characters.slice(whole - left).join('')] : []),
  ])
}

const beginsWith = (text: string) => (Array.from(text).length < shortestRange ? null : prefixRange(text))
const endsWith = (text: string) => (Array.from(text).length < shortestRange ? null : suffixRange(text))
