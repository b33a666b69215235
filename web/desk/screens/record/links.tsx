/** The incidents that carry the same materiel, heaviest first, each with its reasons. */
import { useQuery } from '@tanstack/react-query'
import { linksQuery } from '../../call/queries.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { SaysSignature } from '../../parts/signature-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'

export function Links({ of }: { readonly of: string }) {
  const { words, language, say } = useWords()
  const { data: links, error, refetch } = useQuery(linksQuery(language, of))
  if (links === undefined)
    return error === null ? <Loading cards={1} /> : <Wrong error={error} onAgain={() => void refetch()} />
  return (
    <section className="section card">
      <h2>{words.record.links}</h2>
      {links.length === 0 && <p className="quiet">{words.record.noLinks}</p>}
      <ol className="lines">
        {links.map(({ incident_ref: ref, weight, reasons }) => (
          <li key={ref}>
            <p className="head-line">
              <RecordLink to={ref} /> <span className="label">{words.record.weight(weight)}</span>
            </p>
            <ul>
              {reasons.map(({ signature, sides, says }) => (
                <li key={`${signature} ${sides.join(' ')}`}>
                  <SaysSignature to={signature} says={say(says)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
