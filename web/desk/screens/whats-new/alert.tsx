/** An alert: what it is about, why it stands here, its heaviest finding, and folded the others. */
import type { AlertAnswer } from '#api/inbox-routes.ts'
import { sayClass } from '#core/linking/say-signature.ts'
import type { Class } from '#core/record/kinds.ts'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { Handling } from '../../parts/handling.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { useWords } from '../../words/language.tsx'
import { itemsOfLine, linesOf, type FindingLine } from './group-findings.ts'

const incidentsShown = 6

export function Alert({ alert }: { readonly alert: AlertAnswer }) {
  const { words, say } = useWords()
  const { about, title, state, why, handling, incidents, findings } = alert
  const [first, ...others] = linesOf(findings)
  if (first === undefined) return null
  return (
    <article className="group card alert">
      <div className="group-head">
        <h3>
          {about.kind === 'signature' ? (
            <SignatureLink to={about.ref} />
          ) : about.ref === null ? (
            say(title)
          ) : (
            <>
              {words.whatsNew.incident} <RecordLink to={about.ref} />, {say(sayClass(about.class as Class))}
            </>
          )}
        </h3>
        <span className="alert-marks">
          <span className={`alert-state alert-${state}`}>{words.inbox.states[state]}</span>
          <Handling level={handling} />
        </span>
      </div>
      <p className="why">
        <span className="label">{words.inbox.why}</span> {say(why)}
      </p>
      <Line line={first} about={about} />
      {incidents.length > 0 && about.kind === 'signature' && (
        <p className="alert-incidents">
          <span className="label">{words.inbox.incidents(incidents.length)}</span>{' '}
          {incidents.slice(0, incidentsShown).map((ref) => (
            <RecordLink key={ref} to={ref} />
          ))}
          {incidents.length > incidentsShown && <span>+ {incidents.length - incidentsShown}</span>}
        </p>
      )}
      <Others lines={others} alert={alert} />
    </article>
  )
}

function Line({ line, about }: { readonly line: FindingLine; readonly about: AlertAnswer['about'] }) {
  const isOfMake = about.kind === 'signature' && line.first.subject.kind === 'signature'
  return <FindingLineView finding={line.first} items={isOfMake ? [] : itemsOfLine(line)} />
}

function Others({ lines, alert }: { readonly lines: readonly FindingLine[]; readonly alert: AlertAnswer }) {
  const { words } = useWords()
  const notListed = alert.findings_in_all - alert.findings.length
  if (lines.length === 0 && notListed <= 0) return null
  const folded = lines.reduce((sum, { findings }) => sum + findings.length, 0)
  return (
    <details className="others">
      <summary>{words.inbox.others(folded + Math.max(notListed, 0))}</summary>
      {lines.map((line) => (
        <Line key={line.first.id} line={line} about={alert.about} />
      ))}
      {notListed > 0 && <p className="quiet">{words.inbox.notListed(notListed)}</p>}
    </details>
  )
}
