/** The rows of the reference library: who makes what, which marks stand for whom. Each says what it rests on. */
import type { Text } from '../lib/text.ts'
import type { Class } from '../record/kinds.ts'
import type { Confidence } from './confidence.ts'

export interface LibraryRow {
  /** Unique within its list. */
  readonly ref: string
  readonly source: string
  readonly confidence: Confidence
  /** The years in which it holds; open where not known. */
  readonly from?: string
  readonly to?: string
  readonly note?: string
}

export interface NamedRow extends LibraryRow {
  readonly name: string
  /** Other names and writings, in any script. */
  readonly aliases: readonly string[]
}

export interface ProducerRow extends NamedRow {
  /** The States in which it stood, former ones by ISO 3166-3. */
  readonly countries: readonly { readonly code: string; readonly from?: string; readonly to?: string }[]
}

export type PatternRow = NamedRow

export interface ModelRow extends NamedRow {
  /** The name of its pattern. */
  readonly pattern: string
  readonly class: Class
  readonly calibre?: string
  /** Where it was made, former States by ISO 3166-3. */
  readonly countries: readonly string[]
  readonly first_year?: number
}

/** One meaning of one code. A code with several meanings has several rows. */
export interface HeadstampCodeRow extends LibraryRow {
  /** As it stands on the case; compared as marks are. */
  readonly code: string
  /** Where it usually stands on the clock. */
  readonly position?: string
  /** The `ref` of a producer. */
  readonly producer?: string
  /** Where no producer is known. */
  readonly country?: string
  readonly year?: number
  readonly sign?: Text
}

export const markForms = ['two-digits', 'four-digits', 'zero-and-two-digits', 'calibre', 'one-letter'] as const

/** What a mark may mean by its form alone. */
export interface MarkFormRow extends LibraryRow {
  readonly form: (typeof markForms)[number]
  readonly reads: 'year' | 'calibre' | 'lot'
}

export interface LotPatternRow extends LibraryRow {
  readonly name: Text
  /** Parts in braces and the hyphens between them: `{batch}-{year}-{factory}`. */
  readonly form: string
  readonly classes: readonly Class[]
}

export interface ColourCodeRow extends LibraryRow {
  readonly part: 'tip' | 'case' | 'primer'
  /** Colours or code letters that stand together. */
  readonly colours: readonly string[]
  readonly convention: string
  readonly means: Text
  /** The calibres that it is said of; of any where absent. */
  readonly calibres?: readonly string[]
}

export interface LibraryData {
  readonly producers: readonly ProducerRow[]
  readonly patterns: readonly PatternRow[]
  readonly models: readonly ModelRow[]
  readonly headstampCodes: readonly HeadstampCodeRow[]
  readonly markForms: readonly MarkFormRow[]
  readonly lotPatterns: readonly LotPatternRow[]
  readonly colourCodes: readonly ColourCodeRow[]
}

/** The row that a reading rests on. */
export interface Grounds {
  readonly list: keyof LibraryData
  readonly ref: string
  readonly source: string
  readonly confidence: Confidence
  /** The years in which it holds. */
  readonly from?: string
  readonly to?: string
  readonly note?: string
}

export const groundsOf = (
  list: keyof LibraryData,
  { ref, source, confidence, from, to, note }: LibraryRow,
): Grounds => ({
  list,
  ref,
  source,
  confidence,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(note === undefined ? {} : { note }),
})
