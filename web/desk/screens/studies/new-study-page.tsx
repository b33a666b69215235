/** A new row of a baseline study. */
import { useState } from 'react'
import { newRef } from '../../parts/form-row.ts'
import { useToday } from '../../parts/use-today.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { StudyForm } from './study-form.tsx'

export function NewStudyPage() {
  const { words } = useWords()
  const today = useToday()
  // One reference for one form: sent again after a fault, it is the same row.
  const [ref] = useState(() => newRef('STUDY', today))
  const { make, makeLead, keep } = words.studies
  return (
    <>
      <PageHead title={make} lead={makeLead}>
        {make}
      </PageHead>
      <StudyForm given={{}} toKeep={(filled) => ({ ...filled, baseline_ref: ref })} keep={keep} />
    </>
  )
}
