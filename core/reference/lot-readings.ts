/**
 * What a lot can mean: the lot patterns that its text fits, with their parts. The patterns are data in a small grammar:
 * named parts in braces, a hyphen for any dash. One text may fit several patterns.
 */
import type { Class } from '../record/kinds.ts'
import { groundsOf, type Grounds, type HeadstampCodeRow, type LotPatternRow, type ProducerRow } from './library-data.ts'
import { europeanDigits, yearsEndingIn } from './year-of-mark.ts'

export interface LotReading {
  readonly rests_on: Grounds
  /** The parts in their order, as they stand in the text. */
  readonly parts: readonly (readonly [part: LotPart, text: string])[]
  readonly years: readonly number[]
  /** Whom the factory's or producer's code can stand for, each with its row. */
  readonly producers: readonly { readonly rests_on: Grounds; readonly producer: ProducerRow | null }[]
}

export type ProducersOfCode = (
  code: string,
) => readonly { readonly row: HeadstampCodeRow; readonly producer: ProducerRow | null }[]

export const lotParts = {
  series: '\\p{L}{1,3}',
  batch: '\\d{1,4}',
  year: '\\d{2}',
  factory: '\\d{1,4}',
  producer: '\\p{L}{2,4}',
  /** The letters of the months leave out I. */
  month: '[A-HJ-M]',
  interfix: '\\d{3}',
  sequence: '\\d{3}',
} as const
export type LotPart = keyof typeof lotParts

/** Throws on a form that names a part which is none. */
export function lotReader(rows: readonly LotPatternRow[], producersOfCode: ProducersOfCode) {
  const patterns = rows.map((row) => ({ row, ...compileForm(row) }))
  return (text: string, cls: Class): readonly LotReading[] => {
    const plain = europeanDigits(text.normalize('NFKC')).trim()
    return patterns.flatMap(({ row, shape, parts }) => {
      const found = row.classes.includes(cls) ? shape.exec(plain) : null
      if (found === null) return []
      const read = parts.map((part, i) => [part, found[i + 1] ?? ''] as const)
      const textOf = (wanted: LotPart) => read.find(([part]) => part === wanted)?.[1]
      const [year, code] = [textOf('year'), textOf('factory') ?? textOf('producer')]
      return [
        {
          rests_on: groundsOf('lotPatterns', row),
          parts: read,
          years: year === undefined ? [] : yearsEndingIn(year),
          producers: (code === undefined ? [] : producersOfCode(code)).map(({ row: known, producer }) => ({
            rests_on: groundsOf('headstampCodes', known),
            producer,
          })),
        },
      ]
    })
  }
}

function compileForm({ ref, form }: LotPatternRow): { readonly shape: RegExp; readonly parts: readonly LotPart[] } {
  const parts: LotPart[] = []
  const source = form.replace(/\{(\w+)\}|-|[^{}]/g, (token, name: string | undefined) => {
    if (token === '-') return '\\s*\\p{Pd}\\s*'
    if (name === undefined || !Object.hasOwn(lotParts, name)) throw new Error(`lot pattern ${ref} has no part ${token}`)
    parts.push(name as LotPart)
    return `(${lotParts[name as LotPart]})`
  })
  return { shape: new RegExp(`^${source}$`, 'iu'), parts }
}
