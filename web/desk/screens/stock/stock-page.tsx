/** Rows of holders' stock as a table: what the rule of the national stock asks. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { StockAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { stockQuery, type StockAsked } from '../../call/queries.ts'
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

const classes = kinds.stock.class.type.words

export function StockPage({ asked }: { readonly asked: StockAsked }) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={words.stock.title} lead={words.stock.lead}>
        {words.stock.title}
      </PageHead>
      <Filters
        filters={[
          { name: 'holder', label: words.stock.holder },
          { name: 'class', label: words.stock.class, choices: classes.map((one) => [one, say(wordSaid(one))]) },
          { name: 'model', label: words.stock.model },
        ]}
        asked={{ ...asked }}
        onAsk={(now) => void navigate({ to: '/stock', search: now })}
      />
      <Rows asked={asked} />
    </>
  )
}

function Rows({ asked }: { readonly asked: StockAsked }) {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(stockQuery(language, asked))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const rows = data.pages.flat()
  if (rows.length === 0)
    return <NoneSuch asked={asked} all="/stock" noneSuch={words.stock.noneSuch} none={words.stock.none} />
  return (
    <>
      <RecordsTable label={words.stock.title} columns={words.stock.columns}>
        {rows.map((row) => (
          <Row key={row.ref} row={row} />
        ))}
      </RecordsTable>
      <More pages={pages} end={words.stock.end(rows.length)} />
    </>
  )
}

function Row({ row }: { readonly row: StockAnswer }) {
  const { words, language, say } = useWords()
  const { ref, holder, holder_country: country, quantity, status, handling, doubted } = row
  return (
    <tr>
      <th scope="row">
        <RecordLink to={ref} />
      </th>
      <td className="wordy">{country === null ? holder : `${holder} (${country})`}</td>
      <td className="wordy">
        <Materiel of={row} />
      </td>
      <td className="number">{quantity?.toLocaleString(language)}</td>
      <td>{status !== null && listed([say(wordSaid(status)), say(sayBetween(row.status_from, row.status_to))])}</td>
      <td className="wordy">
        {listed([
          say(wordSaid(row.basis)),
          say(wordSaid(row.coverage)),
          row.list,
          say(sayBetween(row.covers_from, row.covers_to)),
        ])}
      </td>
      <td>{doubted && words.stock.doubted}</td>
      <td>
        <Handling level={handling} />
      </td>
    </tr>
  )
}
