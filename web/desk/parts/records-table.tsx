/** A table of records that scrolls within its own frame: its columns' names, then what the page puts in the rows. */
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly columns: readonly string[]
  /** The first of the columns that hold numbers, counted from 0; absent: none of the heads is set as theirs. */
  readonly numbersFrom?: number
  readonly children: ReactNode
}

export function RecordsTable({ label, columns, numbersFrom = columns.length, children }: Props) {
  return (
    // It can be scrolled by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="wide tall card" aria-label={label} tabIndex={0}>
      <table className={columns.length > 5 ? 'records records-many' : 'records'}>
        <thead>
          <tr>
            {columns.map((name, i) => (
              <th key={name} scope="col" className={i < numbersFrom ? undefined : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
