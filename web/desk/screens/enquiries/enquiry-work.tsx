/** Where an enquiry stands and what can be done with it now: send it, record the answer, say that none came. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordAnswer } from '#api/routes.ts'
import { keepRecord } from '../../call/keep-record.ts'
import { FormField } from '../../parts/form-field.tsx'
import { changedRow, rowOf, type Row } from '../../parts/form-row.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useToday } from '../../parts/use-today.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { AnswerForm } from './answer-form.tsx'
import { sayState } from './state-words.ts'

export function EnquiryWork({ record }: { readonly record: RecordAnswer }) {
  const { words, say } = useWords()
  const { fields } = record
  const today = useToday()
  const status = textOf(fields['status']) ?? 'draft'
  const state = say(sayState({ status, due_on: textOf(fields['due_on']) ?? null }, today))
  const answer = textOf(fields['answer_ref'])
  return (
    <section className="section card">
      <h2>{words.enquiries.stands}</h2>
      <p className="says-large" aria-live="polite">
        {state.charAt(0).toUpperCase() + state.slice(1)}.
      </p>
      {answer !== undefined && (
        <p>
          {words.enquiries.answer} <RecordLink to={answer} />
        </p>
      )}
      {fields['source'] === 'desk' && <Steps record={record} status={status} today={today} />}
    </section>
  )
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

interface StepsProps {
  readonly record: RecordAnswer
  readonly status: string
  readonly today: string
}

function Steps({ record, status, today }: StepsProps) {
  const { words, language } = useWords()
  const queries = useQueryClient()
  const [isAnswering, setAnswering] = useState(false)
  const keeping = useMutation({
    mutationFn: (change: Row) =>
      keepRecord(language, 'enquiries', changedRow('enquiry', record, change), record.revision),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { enquiries } = words
  const button = (label: string, change: Row) => (
    <button type="button" className="button" disabled={keeping.isPending} onClick={() => keeping.mutate(change)}>
      {label}
    </button>
  )
  return (
    <>
      <p className="quiet">{enquiries.next[status]}</p>
      {status === 'draft' && <SendForm record={record} today={today} onSend={(change) => keeping.mutate(change)} />}
      {isAnswering && (status === 'sent' || status === 'refused') && <AnswerForm record={record} today={today} />}
      {keeping.error !== null && <FormTrouble error={keeping.error} />}
      <p className="notice-actions">
        {!isAnswering && (status === 'sent' || status === 'refused') && (
          <button type="button" className="button button-main" onClick={() => setAnswering(true)}>
            {enquiries.recordAnswer}
          </button>
        )}
        {status === 'sent' && button(enquiries.refused, { status: 'refused', answered_on: today })}
        {(status === 'draft' || status === 'sent') && button(enquiries.withdraw, { status: 'withdrawn' })}
        {status === 'withdrawn' && button(enquiries.again, { status: 'draft' })}
      </p>
    </>
  )
}

interface SendProps {
  readonly record: RecordAnswer
  readonly today: string
  readonly onSend: (change: Row) => void
}

function SendForm({ record: { fields }, today, onSend }: SendProps) {
  const { words } = useWords()
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault()
        const { asked_on: sent, due_on: due } = rowOf(new FormData(event.currentTarget))
        onSend({ status: 'sent', asked_on: sent, due_on: due })
      }}
    >
      <div className="fields">
        <FormField name="asked_on" type="date" label={words.enquiries.sentOn} value={today} required />
        <FormField name="due_on" type="date" label={words.enquiries.due} value={textOf(fields['due_on']) ?? ''} />
      </div>
      <p className="notice-actions">
        <button type="submit" className="button button-main">
          {words.enquiries.send}
        </button>
      </p>
    </form>
  )
}
