/** What a search met, best first, each with the reason. */
import { useQuery } from '@tanstack/react-query'
import { searchQuery } from '../../call/queries.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'

export function SearchPage({ asked }: { readonly asked: string }) {
  const { words } = useWords()
  return (
    <>
      <PageHead title={asked === '' ? words.search.title : `${words.search.title}: ${asked}`}>
        {words.search.title}
      </PageHead>
      {asked === '' ? <p>{words.search.nothingAsked}</p> : <Hits asked={asked} />}
    </>
  )
}

function Hits({ asked }: { readonly asked: string }) {
  const { words, language, say } = useWords()
  const { data: hits, error, refetch } = useQuery(searchQuery(language, asked))
  if (hits === undefined)
    return error === null ? <Loading cards={2} /> : <Wrong error={error} onAgain={() => void refetch()} />
  if (hits.length === 0)
    return (
      <Empty title={words.search.none.title(asked)}>
        <p>{words.search.none.says}</p>
      </Empty>
    )
  return (
    <section className="section card">
      <p aria-live="polite" className="quiet">
        {words.search.results(hits.length, asked)}
      </p>
      <ol className="lines">
        {hits.map(({ kind, ref, why }) => (
          <li key={`${kind} ${ref}`}>
            <p>
              <span className="label">{words.record.kinds[kind] ?? kind}</span> <RecordLink to={ref} />
            </p>
            <p>{say(why)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
