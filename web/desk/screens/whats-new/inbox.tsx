/** The inbox: the alerts of each week, the latest week first; and those that wait. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { InboxAnswer } from '#api/inbox-routes.ts'
import { inboxQuery, waitingQuery } from '../../call/queries.ts'
import { More } from '../../parts/more.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { saySpan } from '../../words/dates.ts'
import { useWords } from '../../words/language.tsx'
import { Alert } from './alert.tsx'

/** `none`: what stands here where there is no alert at all. */
export function Inbox({ none }: { readonly none: ReactNode }) {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(inboxQuery(language))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const weeks = data.pages.flat()
  const isEmpty = weeks.every(({ alerts, changed, waiting }) => alerts.length + changed.length + waiting === 0)
  if (isEmpty && (weeks.at(-1)?.earlier ?? null) === null) return none
  return (
    <>
      {weeks.map((week, i) => (
        <Week key={week.week} week={week} isPresent={i === 0} />
      ))}
      <More pages={pages} end={words.inbox.end} />
    </>
  )
}

function Week({ week, isPresent }: { readonly week: InboxAnswer; readonly isPresent: boolean }) {
  const { words, say } = useWords()
  const { alerts, changed, bulk } = week
  return (
    <section className="week" aria-labelledby={week.week}>
      <h2 id={week.week}>
        {isPresent ? words.inbox.thisWeek : words.inbox.week(week.week)}{' '}
        <span className="quiet">{say(saySpan(week.from, week.to))}</span>
      </h2>
      {bulk.map(({ file, at, findings, alerts: leads }) => (
        <p key={at} className="bulk">
          {words.inbox.bulk(file, words.whatsNew.findings(findings), words.inbox.leads(leads))}
        </p>
      ))}
      {alerts.length === 0 && <p className="quiet">{words.inbox.nothingNew}</p>}
      <div className="groups">
        {alerts.map((alert) => (
          <Alert key={alert.key} alert={alert} />
        ))}
      </div>
      {changed.length > 0 && (
        <>
          <h3 className="changed">{words.inbox.changed}</h3>
          <div className="groups">
            {changed.map((alert) => (
              <Alert key={alert.key} alert={alert} />
            ))}
          </div>
        </>
      )}
    </section>
  )
}

export function Waiting() {
  const { words, language } = useWords()
  const pages = useInfiniteQuery(waitingQuery(language))
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const alerts = data.pages.flat()
  if (alerts.length === 0) {
    return (
      <Empty title={words.inbox.noneWait.title}>
        <p>{words.inbox.noneWait.says}</p>
      </Empty>
    )
  }
  return (
    <>
      <h2 className="unseen">{words.inbox.states.waiting}</h2>
      <div className="groups">
        {alerts.map((alert) => (
          <Alert key={alert.key} alert={alert} />
        ))}
      </div>
      <More pages={pages} end={words.inbox.waitingEnd} />
    </>
  )
}
