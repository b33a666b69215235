/** A record that was made at the desk, corrected: its form as it stands, kept as another revision. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordAnswer } from '#api/routes.ts'
import { recordQuery } from '../../call/queries.ts'
import { changedRow } from '../../parts/form-row.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { EnquiryForm } from '../enquiries/enquiry-form.tsx'
import { NoPage } from '../no-page.tsx'
import { PageHead } from '../page-head.tsx'
import { StudyForm } from '../studies/study-form.tsx'

const forms = { enquiry: EnquiryForm, baseline: StudyForm } as const

const hasForm = (kind: string): kind is keyof typeof forms => Object.hasOwn(forms, kind)

export function CorrectPage({ reference }: { readonly reference: string }) {
  const { words, language } = useWords()
  const { data: record, error, refetch } = useQuery(recordQuery(language, reference))
  if (record === undefined)
    return error === null ? <Loading cards={1} /> : <Wrong heading="h1" error={error} onAgain={() => void refetch()} />
  const { kind, ref, fields } = record
  if (!hasForm(kind)) return <NoPage />
  const { correct, correctLead, keepCorrection, leave } = words.record
  const isOurs = fields['source'] === 'desk'
  return (
    <>
      <PageHead title={`${correct} ${ref}`} lead={isOurs && correctLead}>
        {correct} <ReadOff>{ref}</ReadOff>
      </PageHead>
      {isOurs ? <Correction record={record} kind={kind} keep={keepCorrection} /> : <WhereCorrected record={record} />}
      <p className="notice-actions">
        <Link to="/records/$ref" params={{ ref }} className="button">
          {leave}
        </Link>
      </p>
    </>
  )
}

interface CorrectionProps {
  readonly record: RecordAnswer
  readonly kind: keyof typeof forms
  readonly keep: string
}

/** The record as it stood when the form was opened: that is what its reader corrects, whatever is kept meanwhile. */
function Correction({ record, kind, keep }: CorrectionProps) {
  const [opened] = useState(record)
  const { fields, handling, revision } = opened
  const Form = forms[kind]
  return (
    <Form
      given={{ ...fields, handling }}
      toKeep={(filled) => changedRow(kind, opened, filled)}
      read={revision}
      keep={keep}
    />
  )
}

/** What the desk made it corrects; what came with a file is corrected in that file, or there would be two of it. */
export function WhereCorrected({ record: { kind, ref, fields } }: { readonly record: RecordAnswer }) {
  const { words } = useWords()
  const { source } = fields
  if (!hasForm(kind) || typeof source !== 'string') return null
  if (source !== 'desk') return <p className="quiet">{words.record.correctInFile(source)}</p>
  return (
    <p>
      <Link to="/records/$ref/correct" params={{ ref }} className="button">
        {words.record.correct}
      </Link>
    </p>
  )
}
