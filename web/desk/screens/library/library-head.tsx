/** The head of every page of the library, with the ways from one to another. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'

interface Props {
  /** The page within the library; absent: the library itself. */
  readonly title?: string
  readonly lead: string
}

export function LibraryHead({ title, lead }: Props) {
  const { words } = useWords()
  const { views, language } = words.library
  const heading = title ?? words.library.title
  return (
    <>
      <PageHead
        title={heading}
        lead={
          <>
            {lead}
            {language !== null && ` ${language}`}
          </>
        }
      >
        {heading}
      </PageHead>
      <nav className="ways" aria-label={views.title}>
        <Link to="/library" activeOptions={{ exact: true, includeSearch: false }} className="button">
          {views.browse}
        </Link>
        <Link to="/library/look-up" activeOptions={{ includeSearch: false }} className="button">
          {views.lookUp}
        </Link>
        <Link to="/library/propose" search={{}} activeOptions={{ includeSearch: false }} className="button">
          {views.propose}
        </Link>
      </nav>
    </>
  )
}
