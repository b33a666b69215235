/** What an item's marks and lot can mean: every reading that the reference library knows, and what each rests on. */
import type { RecordAnswer } from '#api/routes.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

export function Meanings({ meanings }: { readonly meanings: NonNullable<RecordAnswer['meanings']> }) {
  const { words, say } = useWords()
  if (meanings.length === 0) return null
  return (
    <section className="section card">
      <h2>{words.record.meanings}</h2>
      <p className="quiet">{words.record.meaningsLead}</p>
      <ul className="lines">
        {meanings.map(({ of, says, source, confidence, note }) => (
          <li key={`${of} ${says.en} ${source}`}>
            <p>
              <ReadOff>{of}</ReadOff> {say(says)}
            </p>
            <p className="quiet">
              {say(wordSaid(confidence))} · {source}
              {note !== null && ` · ${note}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
