/** A table of records that scrolls within its own frame: its columns' names, then what the page puts in the rows. */
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}

export function RecordsTable({ label, columns, children }: Props) {
  return (
    <section className="wide tall card" aria-label={label}>
      <table className="records">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
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
