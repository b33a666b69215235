/** An answer, told by its shape first: a filled circle yes, a ring no, a dotted ring cannot tell; always with its word. */
import { useWords } from '../words/language.tsx'
import { answerWords, type AnswerWord } from './answer-words.ts'

interface Props {
  readonly answer: AnswerWord
  readonly grade: string | null
}

export function Answer({ answer, grade }: Props) {
  const { words } = useWords()
  return (
    <span className="answer">
      <svg className={`answer-shape answer-${answer}`} viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" />
      </svg>
      {answerWords(answer, grade, words.answers)}
    </span>
  )
}
