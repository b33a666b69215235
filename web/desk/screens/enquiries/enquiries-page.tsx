/** Enquiries about stock as a table: those that wait for somebody first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { EnquiryAnswer } from '#api/enquiry-routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { enquiriesQuery, type EnquiriesAsked } from '../../call/queries.ts'
import { Filters } from '../../parts/filters.tsx'
import { Handling } from '../../parts/handling.tsx'
import { Materiel } from '../../parts/materiel.tsx'
import { More } from '../../parts/more.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { RecordsTable } from '../../parts/records-table.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { sayDate } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { sayState } from './state-words.ts'

const states = kinds.enquiry.status.type.words

export function EnquiriesPage({ asked }: { readonly asked: EnquiriesAsked }) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  const { title, lead, state, open, who, make } = words.enquiries
  return (
    <>
      <PageHead title={title} lead={lead}>
        {title}
      </PageHead>
      <p>
        <Link to="/enquiries/new" className="button button-main">
          {make}
        </Link>
      </p>
      <Filters
        filters={[
          {
            name: 'state',
            label: state,
            choices: [['open', open], ...states.map((one) => [one, say(wordSaid(one))] as const)],
          },
          { name: 'who', label: who },
        ]}
        asked={{ ...asked }}
        onAsk={(now) => void navigate({ to: '/enquiries', search: now })}
      />
      <Rows asked={asked} />
    </>
  )
}

function Rows({ asked }: { readonly asked: EnquiriesAsked }) {
  const { words, language } = useWords()
  const { title, columns, end } = words.enquiries
  const pages = useInfiniteQuery(enquiriesQuery(language, asked))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const rows = data.pages.flat()
  if (rows.length === 0) return <None isAsked={Object.keys(asked).length > 0} />
  return (
    <>
      <RecordsTable label={title} columns={columns}>
        {rows.map((row) => (
          <Row key={row.ref} row={row} />
        ))}
      </RecordsTable>
      <More pages={pages} end={end(rows.length)} />
    </>
  )
}

function None({ isAsked }: { readonly isAsked: boolean }) {
  const { words } = useWords()
  if (!isAsked)
    return (
      <Empty title={words.enquiries.none}>
        <p>{words.enquiries.noneSays}</p>
      </Empty>
    )
  return (
    <Empty title={words.enquiries.noneSuch}>
      <p>
        <Link to="/enquiries" className="button">
          {words.list.showAll}
        </Link>
      </p>
    </Empty>
  )
}

function Row({ row }: { readonly row: EnquiryAnswer }) {
  const { say } = useWords()
  const today = useToday()
  const { ref, asked, holder, holder_country: country, asked_on: sent, due_on: due, handling } = row
  return (
    <tr>
      <th scope="row">
        <RecordLink to={ref} />
      </th>
      <td className="wordy">{say(sayState(row, today))}</td>
      <td className="wordy">{asked}</td>
      <td className="wordy">{country === null ? holder : `${holder} (${country})`}</td>
      <td className="wordy">
        <Materiel of={row} />
      </td>
      <td className="day">{sent !== null && say(sayDate(sent))}</td>
      <td className="day">{due !== null && say(sayDate(due))}</td>
      <td>
        <Handling level={handling} />
      </td>
    </tr>
  )
}
