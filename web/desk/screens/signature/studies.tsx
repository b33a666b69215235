/** What baseline studies say of a signature, each with its row, wherever it looked. */
import type { SignatureAnswer } from '#api/routes.ts'
import { studyFrom } from '#core/linking/study.ts'
import { sayStudy } from '#core/screening/study-words.ts'
import { Materiel } from '../../parts/materiel.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

export function Studies({ studies }: Pick<SignatureAnswer, 'studies'>) {
  const { words, say } = useWords()
  return (
    <section className="section card">
      <h2>{words.signature.studies}</h2>
      {studies.length === 0 && <p className="quiet">{words.signature.noStudies}</p>}
      <ul className="lines">
        {studies.map((row) => (
          <li key={row.ref}>
            <p>
              <RecordLink to={row.ref} /> <Materiel of={row} />
            </p>
            <p>{say(sayStudy(studyFrom(row)))}</p>
            {row.confidence === 'unverified' && <p className="quiet">{say(wordSaid('unverified'))}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
