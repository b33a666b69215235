/** Incidents as a table, the latest first, or on a map. What is asked for stands in the address. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { IncidentAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { incidentsQuery, type IncidentsAsked } from '../../call/queries.ts'
import { Handling } from '../../parts/handling.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { sayDate, saySpan } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { IncidentsMap } from './incidents-map.tsx'
import { NoIncidents } from './no-incidents.tsx'

export type IncidentsView = 'table' | 'map'

interface Shown {
  readonly asked: IncidentsAsked
  readonly view: IncidentsView
}

export function IncidentsPage({ asked, view }: Shown) {
  const { words } = useWords()
  return (
    <>
      <PageHead title={words.incidents.title} lead={words.incidents.lead}>
        {words.incidents.title}
      </PageHead>
      <Filters asked={asked} view={view} />
      <Views asked={asked} />
      {view === 'map' ? <IncidentsMap key={JSON.stringify(asked)} asked={asked} /> : <Incidents asked={asked} />}
    </>
  )
}

const viewSearch = (view: IncidentsView) => (view === 'map' ? { view } : {})

function Views({ asked }: Pick<Shown, 'asked'>) {
  const { words } = useWords()
  return (
    <nav className="views" aria-label={words.incidents.views.title}>
      {(['table', 'map'] as const).map((one) => (
        <Link
          key={one}
          to="/incidents"
          search={{ ...asked, ...viewSearch(one) }}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        >
          {words.incidents.views[one]}
        </Link>
      ))}
    </nav>
  )
}

const incidentKinds = kinds.incident.kind.type.words

/** A form, so that a keyboard sends it with Enter; what is empty is not asked for. */
function Filters({ asked, view }: Shown) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  const send = (form: FormData) => {
    const value = (name: string) => String(form.get(name) ?? '').trim() || undefined
    const search = {
      kind: value('kind'),
      country: value('country')?.toUpperCase(),
      actor: value('actor'),
      from: value('from'),
      to: value('to'),
      ...viewSearch(view),
    }
    void navigate({ to: '/incidents', search })
  }
  return (
    <form key={JSON.stringify(asked)} className="filters" action={send}>
      <div className="field">
        <label htmlFor="kind">{words.incidents.kind}</label>
        <select id="kind" name="kind" defaultValue={asked.kind ?? ''}>
          <option value="">{words.incidents.all}</option>
          {incidentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(wordSaid(kind))}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="country">{words.incidents.country}</label>
        <input id="country" name="country" defaultValue={asked.country ?? ''} maxLength={4} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="actor">{words.incidents.actor}</label>
        <input id="actor" name="actor" defaultValue={asked.actor ?? ''} maxLength={200} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="from">{words.incidents.from}</label>
        <input id="from" name="from" type="date" defaultValue={asked.from ?? ''} />
      </div>
      <div className="field">
        <label htmlFor="to">{words.incidents.to}</label>
        <input id="to" name="to" type="date" defaultValue={asked.to ?? ''} />
      </div>
      <button type="submit" className="button">
        {words.incidents.show}
      </button>
    </form>
  )
}

function Incidents({ asked }: { readonly asked: IncidentsAsked }) {
  const { words, language } = useWords()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    incidentsQuery(language, asked),
  )
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const incidents = data.pages.flat()
  if (incidents.length === 0) return <NoIncidents asked={asked} />
  return (
    <>
      <section className="wide tall card" aria-label={words.incidents.title}>
        <table className="records">
          <thead>
            <tr>
              {words.incidents.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {incidents.map((incident) => (
              <Line key={incident.ref} incident={incident} />
            ))}
          </tbody>
        </table>
      </section>
      {hasNextPage ? (
        <p>
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? words.whatsNew.loadingMore : words.incidents.more}
          </button>
        </p>
      ) : (
        <p className="quiet">{words.incidents.end(incidents.length)}</p>
      )}
    </>
  )
}

function Line({ incident }: { readonly incident: IncidentAnswer }) {
  const { words, say } = useWords()
  const { ref, date, end_date: end, kind, place, admin1, country, presumed_actor: actor, items, doubted } = incident
  return (
    <tr>
      <th scope="row">
        <RecordLink to={ref} />
      </th>
      <td>{date === null ? words.incidents.undated : say(end === null ? sayDate(date) : saySpan(date, end))}</td>
      <td>{say(wordSaid(kind))}</td>
      <td>{[place, admin1, country].filter((part) => part !== null).join(', ')}</td>
      <td>{actor}</td>
      <td className="number">{items === 0 ? '' : items}</td>
      <td>{doubted && words.incidents.doubted}</td>
      <td>
        <Handling level={incident.handling} />
      </td>
    </tr>
  )
}
