/** What marks, a lot or colours can mean: each reading with what it rests on and what speaks against it. None is chosen. */
import type { MeaningAnswer } from '#api/library-routes.ts'
import { wordSaid } from '../words/fields.ts'
import { useWords } from '../words/language.tsx'
import { ReadOff } from './read-off.tsx'

interface Props {
  readonly meanings: readonly MeaningAnswer[]
  /** Whether it is said where a mark stands, and also where nothing speaks against a reading. */
  readonly full?: boolean
}

export function MeaningList({ meanings, full = false }: Props) {
  const { words, say } = useWords()
  return (
    <ul className="lines">
      {meanings.map(({ of, position, says, against, rests_on: grounds }) => (
        <li key={`${of} ${position} ${says.en} ${grounds.map(({ ref }) => ref).join(' ')}`}>
          <p>
            <ReadOff>{of}</ReadOff>{' '}
            {full && position !== null && <span className="quiet">{words.library.lookUp.at(position)} · </span>}
            {say(says)}
          </p>
          {against.length > 0 ? (
            <p>
              <strong>{words.library.lookUp.against}</strong> {against.map(say).join(' ')}
            </p>
          ) : (
            full && <p className="quiet">{words.library.lookUp.nothingAgainst}</p>
          )}
          <ul className="quiet">
            {grounds.map((ground) => (
              <li key={`${ground.list} ${ground.ref}`}>
                {words.library.lists[ground.list] ?? ground.list} · {say(wordSaid(ground.confidence))} ·{' '}
                {/* What ships is in English. */}
                <span {...(ground.ref.startsWith('shipped:') && { lang: 'en' })}>
                  {[ground.source, ground.note].filter((one) => one !== null).join(' · ')}
                </span>
                {ground.proposed_by !== null && ` · ${words.library.proposedBy(ground.proposed_by)}`}
                {ground.reviewed_by !== null && ` · ${words.library.reviewedBy(ground.reviewed_by)}`}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
