/** What is new: alerts by week, those that wait, and all findings by signature and incident, newest first. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { findingsQuery, inboxQuery } from '../../call/queries.ts'
import { OpenExample } from '../../parts/example-buttons.tsx'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { Handling } from '../../parts/handling.tsx'
import { More } from '../../parts/more.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { Inbox, Waiting } from './inbox.tsx'
import { groupFindings, itemsOfLine, type FindingGroup } from './group-findings.ts'

export type NewsView = 'inbox' | 'waiting' | 'findings'

export function WhatsNew({ rule, view }: { readonly rule: string | undefined; readonly view: NewsView }) {
  const { words, language } = useWords()
  const { data } = useInfiniteQuery(inboxQuery(language))
  const newest = data?.pages[0]?.[0]
  const leads = {
    inbox: newest === undefined ? words.whatsNew.lead : words.inbox.lead(newest.a_week),
    waiting: words.inbox.waitingLead,
    findings: words.whatsNew.lead,
  }
  return (
    <>
      <PageHead title={words.whatsNew.title} lead={leads[view]}>
        {words.whatsNew.title}
      </PageHead>
      <div className="news-bar">
        <NewsViews view={view} waiting={newest?.waiting} />
        <RuleFilter rule={rule} />
      </div>
      {view === 'inbox' ? <Inbox none={<Nothing rule={undefined} />} /> : null}
      {view === 'waiting' ? <Waiting /> : null}
      {view === 'findings' ? <Findings rule={rule} /> : null}
    </>
  )
}

function NewsViews({ view, waiting }: { readonly view: NewsView; readonly waiting: number | undefined }) {
  const { words } = useWords()
  const { views } = words.inbox
  const names = { inbox: views.inbox, waiting: words.inbox.waiting(waiting ?? 0), findings: views.findings }
  return (
    <nav className="views" aria-label={views.title}>
      {(['inbox', 'waiting', 'findings'] as const).map((one) => (
        <Link
          key={one}
          to="/"
          search={one === 'inbox' ? {} : { view: one }}
          activeOptions={{ exact: true }}
          {...(one === view && { 'aria-current': 'page' })}
        >
          {names[one]}
        </Link>
      ))}
    </nav>
  )
}

function RuleFilter({ rule }: { readonly rule: string | undefined }) {
  const { words } = useWords()
  const navigate = useNavigate()
  return (
    <div className="filter">
      <label htmlFor="rule">{words.whatsNew.filter}</label>
      <select
        id="rule"
        value={rule ?? ''}
        onChange={({ target }) =>
          void navigate({ to: '/', search: target.value === '' ? { view: 'findings' } : { rule: target.value } })
        }
      >
        <option value="">{words.whatsNew.all}</option>
        {Object.entries(words.rules).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}

function Findings({ rule }: { readonly rule: string | undefined }) {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(findingsQuery(language, rule))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const groups = groupFindings(data.pages.flat())
  if (groups.length === 0) return <Nothing rule={rule} />
  return (
    <>
      <div className="groups">
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </div>
      <More pages={pages} end={words.whatsNew.end} />
    </>
  )
}

function Nothing({ rule }: { readonly rule: string | undefined }) {
  const { words } = useWords()
  const queries = useQueryClient()
  const lookAgain = () =>
    void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first === 'inbox' || first === 'findings' })
  if (rule !== undefined)
    return (
      <Empty title={words.whatsNew.noneOfRule.title}>
        <p>
          <Link to="/" search={{ view: 'findings' }} className="button">
            {words.whatsNew.noneOfRule.action}
          </Link>
        </p>
      </Empty>
    )
  return (
    <Empty title={words.whatsNew.empty.title}>
      <p>{words.whatsNew.empty.says}</p>
      <code translate="no">./headstamp import incidents.csv items.csv</code>
      <p>{words.whatsNew.empty.example}</p>
      <p className="notice-actions">
        <Link to="/import" className="button button-main">
          {words.importing.title}
        </Link>
        <OpenExample />
        <button type="button" className="button" onClick={lookAgain}>
          {words.whatsNew.empty.action}
        </button>
      </p>
    </Empty>
  )
}

function Group({ group: { about, lines } }: { readonly group: FindingGroup }) {
  const { words } = useWords()
  const [first] = lines
  if (first === undefined) return null
  return (
    <section className="group card">
      <div className="group-head">
        <h2>
          {about.kind === 'signature' ? (
            <SignatureLink to={about.ref} />
          ) : about.ref === null ? (
            words.whatsNew.noIncident
          ) : (
            <>
              {about.kind === 'incident' ? words.whatsNew.incident : words.record.kinds['actor']}{' '}
              <RecordLink to={about.ref} />
            </>
          )}
        </h2>
        <Handling level={first.first.handling} />
      </div>
      {lines.map((line) => (
        <FindingLineView
          key={line.first.id}
          finding={line.first}
          items={about.kind === 'signature' ? [] : itemsOfLine(line)}
        />
      ))}
    </section>
  )
}
