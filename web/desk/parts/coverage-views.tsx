/** Coverage and calendar, side by side: what was read, and what was seen in it. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'

export function CoverageViews({ area }: { readonly area: string | undefined }) {
  const { words } = useWords()
  const search = area === undefined ? {} : { area }
  return (
    <nav className="views" aria-label={words.incidents.views.title}>
      <Link to="/coverage" search={search}>
        {words.coverage.title}
      </Link>
      <Link to="/calendar" search={search}>
        {words.calendar.title}
      </Link>
    </nav>
  )
}
