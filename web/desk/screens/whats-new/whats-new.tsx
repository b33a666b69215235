/** What is new: findings by signature and incident, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { findingsQuery } from '../../call/queries.ts'
import { OpenExample } from '../../parts/example-buttons.tsx'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { Handling } from '../../parts/handling.tsx'
import { More } from '../../parts/more.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { groupFindings, itemsOfLine, type FindingGroup } from './group-findings.ts'

export function WhatsNew({ rule }: { readonly rule: string | undefined }) {
  const { words } = useWords()
  return (
    <>
      <PageHead title={words.whatsNew.title} lead={words.whatsNew.lead}>
        {words.whatsNew.title}
      </PageHead>
      <RuleFilter rule={rule} />
      <Findings rule={rule} />
    </>
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
        onChange={({ target }) => void navigate({ to: '/', search: target.value === '' ? {} : { rule: target.value } })}
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
  if (groups.length === 0) return <Nothing rule={rule} onAgain={() => void refetch()} />
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

function Nothing({ rule, onAgain }: { readonly rule: string | undefined; readonly onAgain: () => void }) {
  const { words } = useWords()
  if (rule !== undefined)
    return (
      <Empty title={words.whatsNew.noneOfRule.title}>
        <p>
          <Link to="/" className="button">
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
        <button type="button" className="button" onClick={onAgain}>
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
