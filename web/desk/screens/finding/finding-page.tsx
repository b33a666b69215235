/** One finding: what was asked, what is answered, and to the right what it rests on and does not say. */
import { useQuery } from '@tanstack/react-query'
import type { FindingAnswer } from '#api/routes.ts'
import type { SettingName } from '#core/record/kinds.ts'
import { findingQuery } from '../../call/queries.ts'
import { Answer } from '../../parts/answer.tsx'
import { ClosedSays } from '../../parts/closed-line.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Grounds } from '../../parts/grounds.tsx'
import { Handling } from '../../parts/handling.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { RefList } from '../../parts/ref-list.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { SettingRead } from '../settings/setting-value.tsx'

export function FindingPage({ id }: { readonly id: string }) {
  const { language } = useWords()
  const { data: finding, error, refetch } = useQuery(findingQuery(language, id))
  if (finding === undefined)
    return error === null ? <Loading /> : <Wrong heading="h1" error={error} onAgain={() => void refetch()} />
  return <Shown finding={finding} />
}

function Shown({ finding }: { readonly finding: FindingAnswer }) {
  const { words, say } = useWords()
  const { answer, grade, question, says, subject, limits, handling, items, incidents } = finding
  return (
    <>
      <PageHead title={say(question)} lead={<Subject subject={subject} />} beside={<Handling level={handling} />}>
        {say(question)}
      </PageHead>
      <div className="two">
        <div className="column">
          <section className="section card">
            <p>
              <Answer answer={answer} grade={grade} />
            </p>
            <p className="says-large">{say(says)}</p>
            <ClosedSays finding={finding} />
          </section>
          {(finding.closed === undefined || finding.grounds.length > 0) && (
            <section className="section card">
              <h2>{words.finding.grounds}</h2>
              <Grounds grounds={finding.grounds} />
            </section>
          )}
        </div>
        <div className="column">
          {limits.length > 0 && (
            <section className="section card">
              <h2>{words.finding.limits}</h2>
              <ul className="limits">
                {limits.map((limit) => (
                  <li key={limit.en}>{say(limit)}</li>
                ))}
              </ul>
            </section>
          )}
          <RefList title={words.finding.incidents} refs={incidents} />
          <RefList title={words.finding.items} refs={items} />
          <About finding={finding} />
        </div>
      </div>
    </>
  )
}

function Subject({ subject: { kind, ref } }: Pick<FindingAnswer, 'subject'>) {
  const { words } = useWords()
  return kind === 'signature' ? (
    <>
      {words.whatsNew.signature} <SignatureLink to={ref} />
    </>
  ) : (
    <>
      {words.record.kinds[kind]} <RecordLink to={ref} />
    </>
  )
}

function About({ finding }: { readonly finding: FindingAnswer }) {
  const { words, language, say } = useWords()
  const { rule, version, side, area, sample, settings, n, raised_at: raisedAt } = finding
  const named: Readonly<Record<string, string>> = words.rules
  return (
    <section className="section card">
      <h2>{words.finding.facts}</h2>
      <Facts
        facts={[
          [words.finding.rule, `${named[rule] ?? rule}, ${words.finding.version(version)}`],
          [words.finding.side, side && words.sides[side]],
          [words.finding.area, area && <ReadOff>{area}</ReadOff>],
          [words.finding.sample, sample && say(wordSaid(sample))],
          [words.finding.soRead, n?.toLocaleString(language)],
          [words.finding.raised, raisedAt === null ? words.finding.notKept : <When at={raisedAt} precision="minute" />],
        ]}
      />
      <h3>{words.finding.settings}</h3>
      {Object.keys(settings).length === 0 ? (
        <p className="quiet">{words.finding.noSettings}</p>
      ) : (
        <Facts
          facts={Object.entries(settings).map(([name, value]) => [
            words.finding.settingNames[name] ?? name,
            <SettingRead key={name} name={name as SettingName} value={value} />,
          ])}
        />
      )}
    </section>
  )
}
