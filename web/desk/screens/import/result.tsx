/** What became of a file: its counts, and the rows that were refused with what to do. */
import { Link } from '@tanstack/react-router'
import type { ImportAnswer } from '#api/import-routes.ts'
import { useWords } from '../../words/language.tsx'

export function Result({ tables }: { readonly tables: NonNullable<ImportAnswer['result']> }) {
  const { words } = useWords()
  return (
    <>
      {tables.map((table) => (
        <section key={table.sheet} className="section card" aria-live="polite">
          <h2>{table.sheet ?? words.importing.done}</h2>
          {table.fault === null ? (
            <p>
              {words.importing.ofAll(table.rows)} {words.importing.counts(table)}
            </p>
          ) : (
            <p>
              {table.fault.problem} {table.fault.remedy}
            </p>
          )}
          {table.rejected.length > 0 && (
            <ul className="lines">
              {table.rejected.map(({ row, column, problem, remedy }) => (
                <li key={`${row} ${column} ${problem}`}>
                  <strong>
                    {words.importing.row(row)}, {column}
                  </strong>{' '}
                  {problem} {remedy}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <Link to="/" className="button">
          {words.importing.seeNew}
        </Link>
      </p>
    </>
  )
}
