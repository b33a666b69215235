/** A new enquiry, which what raised it fills as far as it can. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordQuery } from '../../call/queries.ts'
import { newRef } from '../../parts/form-row.ts'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { EnquiryForm } from './enquiry-form.tsx'
import { askedOf, isSignature } from './enquiry-row.ts'

export function NewEnquiryPage({ about }: { readonly about: string | undefined }) {
  const { words, language } = useWords()
  const isItem = about !== undefined && !isSignature(about)
  const { data, error, refetch } = useQuery({ ...recordQuery(language, about ?? ''), enabled: isItem })
  const today = useToday()
  // One reference for one form: sent again after a fault, it is the same enquiry.
  const [ref] = useState(() => newRef('ENQ', today))
  const { make, makeLead, keepDraft } = words.enquiries
  return (
    <>
      <PageHead title={make} lead={makeLead}>
        {make}
      </PageHead>
      {isItem && data === undefined ? (
        error === null ? (
          <Loading cards={1} />
        ) : (
          <Wrong error={error} onAgain={() => void refetch()} />
        )
      ) : (
        <EnquiryForm
          given={about === undefined ? {} : { ...askedOf(about, data ?? null), about }}
          toKeep={(filled) => ({ ...filled, enquiry_ref: ref, about })}
          keep={keepDraft}
        />
      )}
    </>
  )
}
