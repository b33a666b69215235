/** Records by their references; of many the first, and a button that shows all. */
import { useState } from 'react'
import { useWords } from '../words/language.tsx'
import { RecordLink } from './record-link.tsx'

const shownFirst = 12

interface Props {
  readonly title: string
  readonly refs: readonly string[]
}

export function RefList({ title, refs }: Props) {
  const { words } = useWords()
  const [isAll, setAll] = useState(false)
  if (refs.length === 0) return null
  return (
    <section className="section card">
      <h2>{title}</h2>
      <ul className="refs">
        {(isAll ? refs : refs.slice(0, shownFirst)).map((ref) => (
          <li key={ref}>
            <RecordLink to={ref} />
          </li>
        ))}
      </ul>
      {!isAll && refs.length > shownFirst && (
        <p>
          <button type="button" className="button" onClick={() => setAll(true)}>
            {words.finding.showAll(refs.length)}
          </button>
        </p>
      )}
    </section>
  )
}
