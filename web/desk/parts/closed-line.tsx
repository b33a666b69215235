/** A finding that no longer holds: what was answered, since when it is not, by what, and the answer now. */
import { Link } from '@tanstack/react-router'
import type { FindingAnswer } from '#api/routes.ts'
import { sayInstantDay } from '../words/dates.ts'
import { useWords } from '../words/language.tsx'
import { Answer } from './answer.tsx'
import { RecordLink } from './record-link.tsx'

export function ClosedLine({ finding }: { readonly finding: FindingAnswer }) {
  const { words, say } = useWords()
  const { id, answer, grade, question, says } = finding
  return (
    <article className="finding-line closed-line">
      <p className="question">{say(question)}</p>
      <p className="conclusion">
        <span className="unseen">{words.closed.was}: </span>
        <Answer answer={answer} grade={grade} /> <span className="says">{say(says)}</span>
      </p>
      <ClosedSays finding={finding} />
      <p className="finding-more">
        <Link to="/findings/$id" params={{ id }} className="open-finding">
          {words.finding.open}
        </Link>
      </p>
    </article>
  )
}

/** Since when, by what, and what is answered now. */
export function ClosedSays({ finding: { closed } }: { readonly finding: FindingAnswer }) {
  const { words, say } = useWords()
  if (closed === undefined) return null
  const { at, because, by, now } = closed
  return (
    <div className="closed-says">
      <p>
        <strong>{words.closed.since(say(sayInstantDay(at)))}</strong>{' '}
        <SaysRefs says={say(because)} refs={by.map(({ ref }) => ref)} />
      </p>
      {now !== null && (
        <p>
          <span className="quiet">{words.closed.now}:</span> <Answer answer={now.answer} grade={now.grade} />{' '}
          {say(now.says)}
        </p>
      )}
    </div>
  )
}

/** A sentence with the references in it as links, in their order. */
function SaysRefs({ says, refs: [ref, ...others] }: { readonly says: string; readonly refs: readonly string[] }) {
  const at = ref === undefined ? -1 : says.indexOf(ref)
  if (ref === undefined || at < 0) return says
  return (
    <>
      {says.slice(0, at)}
      <RecordLink to={ref} />
      <SaysRefs says={says.slice(at + ref.length)} refs={others} />
    </>
  )
}
