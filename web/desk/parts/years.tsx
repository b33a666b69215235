/** The way from one year to another: the same page with another year in its address. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { writtenYear, type Year } from './months.ts'

interface Props {
  readonly to: '/coverage' | '/calendar'
  readonly asked: { readonly [name: string]: string | undefined }
  readonly years: readonly Year[]
  readonly shown: Year
}

export function Years({ to, asked, years, shown }: Props) {
  const { words } = useWords()
  return (
    <nav className="views" aria-label={words.months.years}>
      {years.map((year) => (
        <Link
          key={year}
          to={to}
          search={{ ...asked, year: writtenYear(year) }}
          // The latest is shown where the address names none.
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={year === shown ? 'page' : undefined}
        >
          {year ?? words.months.noYear}
        </Link>
      ))}
    </nav>
  )
}
