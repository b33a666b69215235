/** A record, read from the top like a page of a file: what, where and when, who says so; marks; what it means; what follows. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordAnswer } from '#api/routes.ts'
import { recordQuery } from '../../call/queries.ts'
import { ClosedLine } from '../../parts/closed-line.tsx'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { Handling } from '../../parts/handling.tsx'
import { OtherAnswers } from '../../parts/other-answers.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { RefList } from '../../parts/ref-list.tsx'
import { SignatureList } from '../../parts/signature-list.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { EnquiriesAbout } from '../enquiries/enquiries-about.tsx'
import { EnquiryWork } from '../enquiries/enquiry-work.tsx'
import { PageHead } from '../page-head.tsx'
import { WhereCorrected } from './correct-page.tsx'
import { FieldGroups } from './field-groups.tsx'
import { History } from './history.tsx'
import { Links } from './links.tsx'
import { Marks } from './marks.tsx'
import { Meanings } from './meanings.tsx'
import { Opinions } from './opinions.tsx'
import { SiteMix } from './site-mix.tsx'

export function RecordPage({ reference }: { readonly reference: string }) {
  const { language } = useWords()
  const { data: record, error, refetch } = useQuery(recordQuery(language, reference))
  if (record === undefined)
    return error === null ? <Loading /> : <Wrong heading="h1" error={error} onAgain={() => void refetch()} />
  return <Shown record={record} />
}

function Shown({ record }: { readonly record: RecordAnswer }) {
  const { words } = useWords()
  const { kind, ref, handling, items, mixes, meanings, signatures, history } = record
  const name = words.record.kinds[kind] ?? kind
  return (
    <>
      <PageHead title={`${name} ${ref}`} beside={<Handling level={handling} />}>
        {name} <ReadOff>{ref}</ReadOff>
      </PageHead>
      <div className="two">
        <div className="column">
          {kind === 'enquiry' && <EnquiryWork record={record} />}
          <WhereCorrected record={record} />
          {kind === 'item' && <Marks fields={record.fields} />}
          <FieldGroups kind={kind} fields={record.fields} />
          {(kind === 'item' || kind === 'incident') && <Opinions opinions={record.opinions} />}
          <Findings record={record} />
          {kind === 'item' && <OtherAnswers of={{ item: ref }} />}
        </div>
        <div className="column">
          {kind === 'library-entry' && (
            <p>
              <Link to="/library/review/$ref" params={{ ref }} className="button">
                {words.library.review}
              </Link>
            </p>
          )}
          <Doubts doubts={record.doubts} />
          {meanings !== undefined && <Meanings meanings={meanings} />}
          {signatures !== undefined && <SignatureList title={words.record.signatures} signatures={signatures} />}
          {kind === 'item' && <EnquiriesAbout about={ref} />}
          {items !== undefined && <RefList title={words.record.items} refs={items} />}
          {mixes !== undefined && <SiteMix mixes={mixes} />}
          {kind === 'incident' && <Links of={ref} />}
          <History history={history} />
        </div>
      </div>
    </>
  )
}

function Findings({ record: { kind, findings, closed } }: { readonly record: RecordAnswer }) {
  const { words } = useWords()
  if (kind !== 'item' && kind !== 'incident') return null
  return (
    <section className="group card">
      <h2>{words.record.findings}</h2>
      {findings.length === 0 && <p className="quiet">{words.record.noFindings}</p>}
      {findings.map((finding) => (
        <FindingLineView key={finding.id} finding={finding} items={kind === 'incident' ? finding.items : []} />
      ))}
      {closed.length > 0 && (
        <details className="closed">
          <summary>
            {words.closed.title} ({closed.length})
          </summary>
          {closed.map((finding) => (
            <ClosedLine key={finding.id} finding={finding} />
          ))}
        </details>
      )}
    </section>
  )
}

function Doubts({ doubts }: Pick<RecordAnswer, 'doubts'>) {
  const { words, say } = useWords()
  return (
    <section className="section card">
      <h2>{words.record.doubts}</h2>
      {doubts.length === 0 ? (
        <p className="quiet">{words.record.noDoubts}</p>
      ) : (
        <ul className="limits">
          {doubts.map(({ column, doubt, says }) => (
            <li key={`${column} ${doubt}`}>
              {say(says)} <span className="label">{column}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
