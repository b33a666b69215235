/** One thing that the doctor looks at. */
import type { Text } from '#core/lib/text.ts'

export interface Check {
  readonly name: string
  /** What was found. */
  readonly found: Text
  /** What to do; null where all is well. */
  readonly remedy: Text | null
}

export const well = (name: string, found: Text): Check => ({ name, found, remedy: null })
export const ill = (name: string, found: Text, remedy: Text): Check => ({ name, found, remedy })
