/** What an answer rests on: each ground with what it says, and the way to its record. */
import type { FindingAnswer } from '#api/routes.ts'
import { useWords } from '../words/language.tsx'
import { ReadOff } from './read-off.tsx'
import { RecordLink } from './record-link.tsx'
import { SignatureLink } from './signature-link.tsx'

/** Kinds of ground that are records of this base, with a page of their own. */
const recorded: ReadonlySet<string> = new Set(['item', 'incident', 'stock', 'baseline'])

export function Grounds({ grounds }: Pick<FindingAnswer, 'grounds'>) {
  const { words, say } = useWords()
  if (grounds.length === 0) return <p className="quiet">{words.finding.noGrounds}</p>
  return (
    <ul className="grounds">
      {grounds.map(({ kind, ref, says }) => (
        <li key={`${kind} ${ref} ${says.en}`}>
          <p className="ground-name">
            <span className="label">{words.finding.groundKinds[kind] ?? kind}</span>{' '}
            {recorded.has(kind) ? (
              <RecordLink to={ref} />
            ) : kind === 'signature' ? (
              <SignatureLink to={ref} />
            ) : (
              <ReadOff>{ref}</ReadOff>
            )}
          </p>
          <p className="ground-says">{say(says)}</p>
        </li>
      ))}
    </ul>
  )
}
