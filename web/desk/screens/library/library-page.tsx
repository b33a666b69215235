/** The reference library as a table: what ships, and what people of the mission proposed, with what each row rests on. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { browsedLists, type LibraryRowAnswer } from '#api/library-routes.ts'
import { libraryQuery, type LibraryAsked } from '../../call/library.ts'
import { Filters } from '../../parts/filters.tsx'
import { Handling } from '../../parts/handling.tsx'
import { More } from '../../parts/more.tsx'
import { NoneSuch } from '../../parts/none-such.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { RecordsTable } from '../../parts/records-table.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { sayBetween } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { LibraryHead } from './library-head.tsx'

const confidences = ['verified', 'probable', 'unverified']
const states = ['proposed', 'accepted', 'refused', 'shipped']

export function LibraryPage({ asked }: { readonly asked: LibraryAsked }) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  const { lists, states: said } = words.library
  return (
    <>
      <LibraryHead lead={words.library.lead} />
      <Filters
        filters={[
          { name: 'text', label: words.library.text },
          { name: 'list', label: words.library.list, choices: browsedLists.map((one) => [one, lists[one] ?? one]) },
          {
            name: 'confidence',
            label: words.library.confidence,
            choices: confidences.map((one) => [one, say(wordSaid(one))]),
          },
          { name: 'state', label: words.library.state, choices: states.map((one) => [one, said[one] ?? one]) },
        ]}
        asked={{ ...asked }}
        onAsk={(now) => void navigate({ to: '/library', search: now })}
      />
      <Rows asked={asked} />
    </>
  )
}

function Rows({ asked }: { readonly asked: LibraryAsked }) {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(libraryQuery(language, asked))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return <NoneSuch asked={asked} all="/library" noneSuch={words.library.noneSuch} none={words.library.none} />
  return (
    <>
      <RecordsTable label={words.library.title} columns={words.library.columns}>
        {rows.map((row) => (
          <Row key={`${row.list} ${row.ref}`} row={row} />
        ))}
      </RecordsTable>
      <More pages={pages} end={words.library.end(rows.length)} />
    </>
  )
}

/** Lists of what was read off metal or paper. */
const readOff: ReadonlySet<string> = new Set(['headstamp-codes', 'lot-patterns', 'mark-forms'])

function Row({ row }: { readonly row: LibraryRowAnswer }) {
  const { words, say } = useWords()
  const { list, title, says, aliases, source, confidence, from, to, note, state } = row
  return (
    <tr>
      <th scope="row" className="wordy">
        {readOff.has(list) ? <ReadOff>{title}</ReadOff> : title}
      </th>
      <td>{words.library.lists[list]}</td>
      <td className="wordy">
        {say(says)}
        {aliases.length > 0 && (
          <p className="label">
            {words.library.alsoCalled} {aliases.join(', ')}
          </p>
        )}
      </td>
      <td>{say(wordSaid(confidence))}</td>
      <td className="wordy">
        {/* Shipped in English; what a person typed is in the person's own language. */}
        <span {...(state === 'shipped' && { lang: 'en' })}>
          {source}
          {note !== null && <span className="label"> {note}</span>}
        </span>
      </td>
      <td>{say(sayBetween(from, to))}</td>
      <td className="wordy">
        <State row={row} />
      </td>
    </tr>
  )
}

function State({ row }: { readonly row: LibraryRowAnswer }) {
  const { words, say } = useWords()
  const { list, ref, title, state, used, handling, doubts, corrects, may_review: mayReview } = row
  const { proposed_by: proposer, reviewed_by: reviewer, reason } = row
  const said = [
    `${words.library.states[state]}${used || state === 'proposed' || state === 'refused' ? '' : `, ${words.library.notUsed}`}`,
    proposer === null ? '' : words.library.proposedBy(proposer),
    reviewer === null ? '' : words.library.reviewedBy(reviewer),
    reason ?? '',
  ]
  return (
    <>
      {said.filter((part) => part !== '').join(' · ')} {handling !== null && <Handling level={handling} />}
      {corrects !== null && (
        <p className="label">
          {words.library.insteadOf} <ReadOff>{corrects}</ReadOff>
        </p>
      )}
      {doubts.map((doubt) => (
        <p key={doubt.en}>{say(doubt)}</p>
      ))}
      <p className="row-ways">
        {state !== 'shipped' && <RecordLink to={ref} />}
        {state === 'proposed' && mayReview && (
          <Link to="/library/review/$ref" params={{ ref }} aria-label={words.library.reviewOf(title)}>
            {words.library.review}
          </Link>
        )}
        {used && list !== 'embargo-scopes' && (
          <Link to="/library/propose" search={{ corrects: ref, list }} aria-label={words.library.correctOf(title)}>
            {words.library.correct}
          </Link>
        )}
      </p>
    </>
  )
}
