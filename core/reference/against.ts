/** What speaks against a reading: years that cannot be, and a row that does not hold in the years read beside it. */
import { text, type Text } from '../lib/text.ts'
import type { Grounds, ProducerRow } from './library-data.ts'

/** The years that one mark or lot can mean. */
export interface Years {
  readonly of: string
  readonly years: readonly number[]
}

/** `by`: the year in which the thing was there at the latest; absent: not known. */
export function againstYears(years: readonly number[], by: number | undefined): readonly Text[] {
  const late = by === undefined ? [] : years.filter((year) => year > by)
  if (late.length === 0) return []
  const named = late.join(', ')
  return [
    late.length === years.length
      ? text(`It cannot be: ${named} lies after ${by}.`, `Impossible : ${named} est postérieur à ${by}.`)
      : text(`${named} cannot be: it lies after ${by}.`, `${named} est impossible : postérieur à ${by}.`),
  ]
}

/** Where none of the years read at some other place lies within what the row, or its producer, says of itself. */
export function outsideValidity(row: Grounds, producer: ProducerRow | null, others: readonly Years[]): readonly Text[] {
  const spans = [
    [{ from: row.from, to: row.to }],
    ...(producer === null ? [] : [[{ from: producer.from, to: producer.to }], producer.countries]),
  ].filter((list) => list.length > 0)
  return others.flatMap(({ years }) => {
    const failing = spans.filter((list) => !years.some((year) => list.some((span) => holds(span, year))))
    if (failing.length === 0) return []
    const said = failing.map((list) => list.map(written).join(', ')).join('; ')
    const read = years.join(', ')
    return [text(`It holds for ${said}; beside it ${read} is read.`, `Vaut pour ${said} ; à côté se lit ${read}.`)]
  })
}

interface Span {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const yearOf = (date: string) => Number(date.slice(0, 4))

const holds = ({ from, to }: Span, year: number): boolean =>
  (from === undefined || yearOf(from) <= year) && (to === undefined || yearOf(to) >= year)

const written = ({ from = '', to = '' }: Span): string => `${from}–${to}`
