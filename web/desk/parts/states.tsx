/** What stands where something will come, where there is nothing, and where something went wrong. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { troubleOf } from '../call/trouble.ts'
import { useWords } from '../words/language.tsx'

/** Keeps the shape of what comes: so many cards of lines. */
export function Loading({ cards = 3 }: { readonly cards?: number }) {
  const { words } = useWords()
  return (
    <div className="loading" aria-live="polite">
      <span className="unseen">{words.page.loading}</span>
      {Array.from({ length: cards }, (_, i) => (
        <div key={i} className="card" aria-hidden="true">
          <span className="bar bar-short" />
          <span className="bar" />
          <span className="bar bar-long" />
        </div>
      ))}
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

interface WrongProps {
  readonly error: unknown
  readonly onAgain?: () => void
  /** h1 where nothing else heads the page. */
  readonly heading?: 'h1' | 'h2'
}

/** What happened, what is safe, what to do. */
export function Wrong({ error, onAgain, heading: Heading = 'h2' }: WrongProps) {
  const { words } = useWords()
  const trouble = troubleOf(error)
  const { what, safe, remedy } =
    trouble.kind === 'problem'
      ? {
          what: trouble.problem.detail ?? trouble.problem.title,
          safe: trouble.problem.status >= 500 ? words.trouble.safe : null,
          remedy: trouble.problem.remedy,
        }
      : words.trouble.unreachable
  return (
    <div className="notice notice-wrong" role="alert">
      <Heading>{what}</Heading>
      {safe !== null && <p>{safe}</p>}
      <p>{remedy}</p>
      <p className="notice-actions">
        {onAgain && (
          <button type="button" className="button" onClick={onAgain}>
            {words.trouble.again}
          </button>
        )}
        <Link to="/" className="button">
          {words.trouble.back}
        </Link>
      </p>
    </div>
  )
}
