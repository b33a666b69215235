/** A signature: who carries it among how many read, when and where, what was found of it, what is coarser and finer. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SignatureAnswer } from '#api/routes.ts'
import { signatureQuery } from '../../call/queries.ts'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { IncidentsOnMap } from '../../parts/incidents-on-map.tsx'
import { OtherAnswers } from '../../parts/other-answers.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { RecordsTable } from '../../parts/records-table.tsx'
import { SignatureList } from '../../parts/signature-list.tsx'
import { signatureName } from '../../parts/signature-name.ts'
import { Loading, Wrong } from '../../parts/states.tsx'
import { sayDate, saySpan } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { EnquiriesAbout } from '../enquiries/enquiries-about.tsx'
import { PageHead } from '../page-head.tsx'
import { SignatureMonths } from './signature-months.tsx'
import { Studies } from './studies.tsx'

export function SignaturePage({ signature }: { readonly signature: string }) {
  const { language } = useWords()
  const { data, error, refetch } = useQuery(signatureQuery(language, signature))
  if (data === undefined)
    return error === null ? <Loading /> : <Wrong heading="h1" error={error} onAgain={() => void refetch()} />
  return <Shown known={data} />
}

function Shown({ known }: { readonly known: SignatureAnswer }) {
  const { words, say } = useWords()
  const { signature, sides, coarser, finer, findings, studies } = known
  const name = say(signatureName(signature))
  return (
    <>
      <PageHead title={name} lead={words.signature.lead}>
        {name}
      </PageHead>
      <div className="two">
        <div className="column">
          {sides.map((side) => (
            <Carried key={side.side} carried={side} />
          ))}
          <section className="group card">
            <h2>{words.record.findings}</h2>
            {findings.length === 0 && <p className="quiet">{words.record.noFindings}</p>}
            {findings.map((finding) => (
              <FindingLineView key={finding.id} finding={finding} items={[]} />
            ))}
          </section>
          <OtherAnswers of={{ signature }} />
        </div>
        <div className="column">
          <Studies studies={studies} />
          <EnquiriesAbout about={signature} />
          <SignatureList title={words.signature.coarser} signatures={coarser} />
          <SignatureList title={words.signature.finer} signatures={finer} />
          <section className="section card">
            <h2>{words.signature.id}</h2>
            <p className="breakable">
              <ReadOff>{signature}</ReadOff>
            </p>
          </section>
        </div>
      </div>
      <SignatureMonths signature={signature} />
      <Incidents known={known} />
    </>
  )
}

/** Of one side: so many of those read, and by actor. What nobody carries is said too: it was looked for. */
function Carried({ carried: { side, carried, read, actors } }: { readonly carried: SignatureAnswer['sides'][number] }) {
  const { words } = useWords()
  return (
    <section className="section card">
      <h2>{words.signature.by(words.sides[side])}</h2>
      <p className="says-large">{words.signature.carriedBy(carried, read)}</p>
      {actors.length > 0 && (
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{words.incidents.actor}</th>
              <th scope="col" className="number">
                {words.signature.carry}
              </th>
              <th scope="col" className="number">
                {words.signature.read}
              </th>
            </tr>
          </thead>
          <tbody>
            {actors.map((one) => (
              <tr key={one.actor}>
                <th scope="row">{one.actor === null ? words.signature.crime : <RecordLink to={one.actor} />}</th>
                <td className="number">{one.carried}</td>
                <td className="number">{one.read}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Incidents({ known: { incidents, more } }: { readonly known: SignatureAnswer }) {
  const { words, say } = useWords()
  const points = useMemo(
    () => incidents.flatMap((incident) => (incident.at === null ? [] : [{ ...incident, at: incident.at }])),
    [incidents],
  )
  const unplaced = incidents.length - points.length
  const columns = [...words.incidents.columns.slice(0, 5), words.finding.side]
  return (
    <>
      <h2 className="after">{words.signature.incidents}</h2>
      {more && <p className="quiet">{words.signature.onlyLatest(incidents.length)}</p>}
      {points.length > 0 && (
        <IncidentsOnMap points={points} notes={unplaced > 0 ? [words.incidents.map.unplaced(unplaced)] : []} />
      )}
      <RecordsTable label={words.signature.incidents} columns={columns}>
        {incidents.map((one) => (
          <tr key={one.ref}>
            <th scope="row">
              <RecordLink to={one.ref} />
            </th>
            <td className="day">
              {one.date === null
                ? words.incidents.undated
                : say(one.end_date === null ? sayDate(one.date) : saySpan(one.date, one.end_date))}
            </td>
            <td>{say(wordSaid(one.kind))}</td>
            <td className="wordy">{[one.place, one.admin1, one.country].filter((part) => part !== null).join(', ')}</td>
            <td>{one.presumed_actor}</td>
            <td className="wordy">
              {one.sides.map((side) => (side === 'none' ? words.signature.laidBefore : words.sides[side])).join(', ')}
            </td>
          </tr>
        ))}
      </RecordsTable>
    </>
  )
}
