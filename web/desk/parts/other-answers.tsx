/** What no rule raised of an item or a signature, answered when somebody asks: every question with its answer and grounds. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answersQuery, type AnswersAsked } from '../call/queries.ts'
import { FindingLineView } from './finding-line.tsx'
import { Loading, Wrong } from './states.tsx'
import { useWords } from '../words/language.tsx'

export function OtherAnswers({ of }: { readonly of: AnswersAsked }) {
  const { words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="group card">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{words.record.otherAnswers}</h2>
        </summary>
        <p className="quiet">{words.record.otherAnswersLead}</p>
        {isOpen && <Answers of={of} />}
      </details>
    </section>
  )
}

function Answers({ of }: { readonly of: AnswersAsked }) {
  const { language } = useWords()
  const { data: answers, error, refetch } = useQuery(answersQuery(language, of))
  if (answers === undefined)
    return error === null ? <Loading cards={1} /> : <Wrong error={error} onAgain={() => void refetch()} />
  return answers.map((finding) => <FindingLineView key={finding.id} finding={finding} items={[]} />)
}
