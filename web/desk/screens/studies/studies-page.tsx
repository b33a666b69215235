/** Rows of baseline studies as a table: what is known to circulate, by whom it was looked for, and in how much. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { BaselineAnswer } from '#api/baseline-routes.ts'
import { studyFrom } from '#core/linking/study.ts'
import { kinds } from '#core/record/kinds.ts'
import { sayFound } from '#core/screening/study-words.ts'
import { studiesQuery, type StudiesAsked } from '../../call/queries.ts'
import { Filters } from '../../parts/filters.tsx'
import { Handling } from '../../parts/handling.tsx'
import { listed, Materiel } from '../../parts/materiel.tsx'
import { More } from '../../parts/more.tsx'
import { NoneSuch } from '../../parts/none-such.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { RecordsTable } from '../../parts/records-table.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { sayBetween } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'

const classes = kinds.baseline.class.type.words

export function StudiesPage({ asked }: { readonly asked: StudiesAsked }) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={words.studies.title} lead={words.studies.lead}>
        {words.studies.title}
      </PageHead>
      <p>
        <Link to="/studies/new" className="button button-main">
          {words.studies.make}
        </Link>
      </p>
      <Filters
        filters={[
          { name: 'study', label: words.studies.study },
          { name: 'country', label: words.incidents.country, maxLength: 2 },
          { name: 'class', label: words.stock.class, choices: classes.map((one) => [one, say(wordSaid(one))]) },
          { name: 'model', label: words.stock.model },
        ]}
        asked={{ ...asked }}
        onAsk={(now) => void navigate({ to: '/studies', search: now })}
      />
      <Rows asked={asked} />
    </>
  )
}

function Rows({ asked }: { readonly asked: StudiesAsked }) {
  const { words, language } = useWords()
  const { none, noneSays, noneSuch, title, columns, end } = words.studies
  const pages = useInfiniteQuery(studiesQuery(language, asked))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const rows = data.pages.flat()
  if (rows.length === 0)
    return <NoneSuch asked={asked} all="/studies" noneSuch={noneSuch} none={none} says={noneSays} />
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

function Row({ row }: { readonly row: BaselineAnswer }) {
  const { words, say } = useWords()
  return (
    <tr>
      <th scope="row">
        <RecordLink to={row.ref} />
      </th>
      <td className="wordy">
        <Link to="/studies" search={{ study: row.study }}>
          {row.study}
        </Link>
      </td>
      <td className="day">{listed([row.area, row.country])}</td>
      <td className="wordy">
        <Materiel of={row} />
      </td>
      <td className="wordy">{say(sayFound(studyFrom(row)))}</td>
      <td className="wordy">{say(sayBetween(row.from, row.to)) || words.incidents.undated}</td>
      <td>{listed([say(wordSaid(row.confidence ?? 'probable')), row.grade])}</td>
      <td>{row.doubted && words.stock.doubted}</td>
      <td>
        <Handling level={row.handling} />
      </td>
    </tr>
  )
}
