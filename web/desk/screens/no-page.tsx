/** An address without a page, and a page that could not be drawn. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'

export function NoPage() {
  const { words } = useWords()
  return <Told {...words.trouble.noPage} />
}

export function Failed() {
  const { words } = useWords()
  return <Told {...words.trouble.failed} />
}

function Told({ what, remedy }: { readonly what: string; readonly remedy: string }) {
  const { words } = useWords()
  return (
    <div className="notice">
      <h1>{what}</h1>
      <p>{remedy}</p>
      <p>
        <Link to="/" className="button">
          {words.trouble.back}
        </Link>
      </p>
    </div>
  )
}
