/** Incidents as a table, the latest first, or on a map. What is asked for stands in the address. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { IncidentAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { incidentsQuery, type IncidentsAsked } from '../../call/queries.ts'
import { Filters } from '../../parts/filters.tsx'
import { Handling } from '../../parts/handling.tsx'
import { More } from '../../parts/more.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { RecordsTable } from '../../parts/records-table.tsx'
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

const incidentKinds = kinds.incident.kind.type.words

export function IncidentsPage({ asked, view }: Shown) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={words.incidents.title} lead={words.incidents.lead}>
        {words.incidents.title}
      </PageHead>
      <Filters
        filters={[
          {
            name: 'kind',
            label: words.incidents.kind,
            choices: incidentKinds.map((kind) => [kind, say(wordSaid(kind))]),
          },
          { name: 'country', label: words.incidents.country, maxLength: 4 },
          { name: 'actor', label: words.incidents.actor },
          { name: 'from', label: words.incidents.from, type: 'date' },
          { name: 'to', label: words.incidents.to, type: 'date' },
        ]}
        asked={{ ...asked }}
        onAsk={(now) =>
          void navigate({
            to: '/incidents',
            search: { ...now, country: now['country']?.toUpperCase(), ...viewSearch(view) },
          })
        }
      />
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

function Incidents({ asked }: { readonly asked: IncidentsAsked }) {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(incidentsQuery(language, asked))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const incidents = data.pages.flat()
  if (incidents.length === 0) return <NoIncidents asked={asked} />
  return (
    <>
      <RecordsTable label={words.incidents.title} columns={words.incidents.columns}>
        {incidents.map((incident) => (
          <Line key={incident.ref} incident={incident} />
        ))}
      </RecordsTable>
      <More pages={pages} end={words.incidents.end(incidents.length)} />
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
      <td className="day">
        {date === null ? words.incidents.undated : say(end === null ? sayDate(date) : saySpan(date, end))}
      </td>
      <td>{say(wordSaid(kind))}</td>
      <td className="wordy">{[place, admin1, country].filter((part) => part !== null).join(', ')}</td>
      <td>{actor}</td>
      <td className="number">{items === 0 ? '' : items}</td>
      <td>{doubted && words.incidents.doubted}</td>
      <td>
        <Handling level={incident.handling} />
      </td>
    </tr>
  )
}
