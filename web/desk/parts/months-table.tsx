/** A table with a column a month: beside them what is of the year alone, and the whole. It scrolls within its own frame. */
import type { ReactNode } from 'react'
import type { SureMonth } from '#core/coverage/sure-month.ts'
import { shortMonths } from '../words/dates.ts'
import { useWords } from '../words/language.tsx'
import { monthsOf, type Year } from './months.ts'

export interface MonthsRow<M> {
  readonly key: string
  readonly head: ReactNode
  readonly year: Year
  /** What is of this year. */
  readonly months: readonly M[]
}

interface Props<M> {
  readonly label: string
  /** What the rows are. */
  readonly corner: string
  readonly rows: readonly MonthsRow<M>[]
  /** What stands in a cell, of what is of its month, of the year alone, or of the whole. */
  readonly renderCell: (months: readonly M[]) => ReactNode
  /** All rows together. */
  readonly total?: MonthsRow<M>
}

export function MonthsTable<M extends { readonly month: SureMonth }>({
  label,
  corner,
  rows,
  renderCell,
  total,
}: Props<M>) {
  const { words, say } = useWords()
  const hasMonths = rows.some(({ year }) => year !== null)
  const cellOf = ({ months }: MonthsRow<M>, month: SureMonth) => renderCell(months.filter((one) => one.month === month))
  const line = (row: MonthsRow<M>) => (
    <tr key={row.key}>
      <th scope="row">{row.head}</th>
      {hasMonths &&
        monthsOf(row.year).map((month, i) => <td key={month ?? i}>{month !== undefined && cellOf(row, month)}</td>)}
      <td>{cellOf(row, row.year)}</td>
      {hasMonths && <td className="whole">{renderCell(row.months)}</td>}
    </tr>
  )
  return (
    // It can be scrolled by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="wide tall card" aria-label={label} tabIndex={0}>
      <table className="records months">
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {hasMonths &&
              shortMonths.map((month) => (
                <th key={month.en} scope="col">
                  {say(month)}
                </th>
              ))}
            <th scope="col">{words.months.notSure}</th>
            {hasMonths && <th scope="col">{words.months.whole}</th>}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {total !== undefined && <tfoot>{line(total)}</tfoot>}
      </table>
    </section>
  )
}
