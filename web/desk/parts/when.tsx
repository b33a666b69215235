/** A day or an instant, readable by people and machines. */
import { useWords } from '../words/language.tsx'
import { sayInstant, sayInstantDay } from '../words/dates.ts'

interface Props {
  /** RFC 3339 in UTC. */
  readonly at: string
  readonly precision: 'day' | 'minute'
}

export function When({ at, precision }: Props) {
  const { say } = useWords()
  return <time dateTime={at}>{say(precision === 'day' ? sayInstantDay(at) : sayInstant(at))}</time>
}
