/** Whether a site showed one fresh lot or the mix of the local market, class by class. */
import type { RecordAnswer } from '#api/routes.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

export function SiteMix({ mixes }: { readonly mixes: NonNullable<RecordAnswer['mixes']> }) {
  const { words, say } = useWords()
  if (mixes.length === 0) return null
  return (
    <section className="section card">
      <h2>{words.record.mix}</h2>
      <ul className="lines">
        {mixes.map(({ class: cls, says }) => (
          <li key={cls}>
            <p>
              <span className="label">{say(wordSaid(cls))}</span> {say(says)}
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.record.mixLead}</p>
    </section>
  )
}
