/** A finding on one line of thought: what was asked, the answer, the sentence, and folded what it rests on. */
import { Link } from '@tanstack/react-router'
import type { FindingAnswer } from '#api/routes.ts'
import { useWords } from '../words/language.tsx'
import { Answer } from './answer.tsx'
import { Grounds } from './grounds.tsx'
import { ItemRefs } from './item-refs.tsx'
import { When } from './when.tsx'

interface Props {
  readonly finding: FindingAnswer
  /** The items of all findings that say the same; none where the page names them already. */
  readonly items: readonly string[]
}

export function FindingLineView({ finding, items }: Props) {
  const { words, say } = useWords()
  const { answer, grade, question, says, n, grounds, side, raised_at: raisedAt } = finding
  return (
    <article className="finding-line">
      <p className="question">{say(question)}</p>
      <p className="conclusion">
        <Answer answer={answer} grade={grade} /> <span className="says">{say(says)}</span>
      </p>
      <p className="finding-facts">
        {side !== null && <span>{words.sides[side]}</span>}
        {n !== null && <span>{words.finding.restsOn(n)}</span>}
        <ItemRefs refs={items} />
        {raisedAt !== null && (
          <span>
            <When at={raisedAt} precision="day" />
          </span>
        )}
      </p>
      <div className="finding-more">
        {grounds.length > 0 && (
          <details>
            <summary>{words.finding.groundsOf(grounds.length)}</summary>
            <Grounds grounds={grounds} />
          </details>
        )}
        {raisedAt !== null && (
          <Link to="/findings/$id" params={{ id: finding.id }} className="open-finding">
            {words.finding.open}
          </Link>
        )}
      </div>
    </article>
  )
}
