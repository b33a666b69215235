/** Import: a file is handed in, shown as it would become, corrected, and taken in. Its address keeps where it stands. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { handIn, importQuery, isUnderWay, takeIn } from '../../call/imports.ts'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { Progress } from './progress.tsx'
import { Result } from './result.tsx'
import { TableSeen } from './table-seen.tsx'

export function ImportPage({ id }: { readonly id: string | undefined }) {
  const { words } = useWords()
  return (
    <>
      <PageHead title={words.importing.title} lead={words.importing.lead}>
        {words.importing.title}
      </PageHead>
      {id === undefined ? <HandIn /> : <HandedIn id={id} />}
    </>
  )
}

function HandIn() {
  const { words, language } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File | undefined) => {
    if (file === undefined) return
    setSending(true)
    setError(null)
    try {
      const seen = await handIn(language, file)
      queries.setQueryData(importQuery(language, seen.id).queryKey, seen)
      await navigate({ to: '/import', search: { id: seen.id } })
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <label className="drop card">
        <strong>{isSending ? words.importing.sending : words.importing.choose}</strong>
        <span className="quiet">{words.importing.forms}</span>
        <input type="file" disabled={isSending} onChange={({ target }) => void send(target.files?.[0])} />
      </label>
      {error !== null && <Wrong error={error} />}
    </>
  )
}

function HandedIn({ id }: { readonly id: string }) {
  const { words, language } = useWords()
  const queries = useQueryClient()
  const query = importQuery(language, id)
  const { data: seen, error, refetch } = useQuery(query)
  const [failure, setFailure] = useState<unknown>(null)
  if (seen === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const become = (next: typeof seen) => queries.setQueryData(query.queryKey, next)
  const start = () => takeIn(language, id).then(become, setFailure)
  const isKnown = seen.tables.some(({ rehearsal }) => rehearsal !== null)
  return (
    <>
      <h2 className="read-off">{seen.name}</h2>
      {seen.fault !== null && (
        <Empty title={seen.fault.problem}>
          <p>{seen.fault.remedy}</p>
        </Empty>
      )}
      {seen.state === 'failed' && (
        <Empty title={words.importing.failed}>
          <p>{words.importing.failedSays}</p>
        </Empty>
      )}
      {isUnderWay(seen) && <Progress seen={seen} />}
      {seen.result !== null && <Result tables={seen.result} />}
      {seen.state === 'looked-at' &&
        seen.tables.map((table) => (
          <TableSeen key={table.sheet} id={id} table={table} fields={seen.fields} onChanged={become} />
        ))}
      {failure !== null && <Wrong error={failure} />}
      <p className="notice-actions">
        {seen.state === 'looked-at' && isKnown && (
          <button type="button" className="button button-main" onClick={() => void start()}>
            {words.importing.take}
          </button>
        )}
        {!isUnderWay(seen) && <Another />}
      </p>
    </>
  )
}

function Another() {
  const { words } = useWords()
  const navigate = useNavigate()
  return (
    <button type="button" className="button" onClick={() => void navigate({ to: '/import', search: {} })}>
      {words.importing.another}
    </button>
  )
}
