/** The form of one record: it is kept whole, by the one way to write, and then shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keepRecord } from '../../call/keep-record.ts'
import { rowOf, type Row } from '../../parts/form-row.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'

/** What a form is opened with, and what becomes of it. */
export interface Filling {
  /** What stands in the fields at first. */
  readonly given: Row
  /** The record as it would be kept, of what was filled in. */
  readonly toKeep: (filled: Row) => Row
  /** The revision that it corrects; absent: a new record. */
  readonly read?: string
  /** On the button. */
  readonly keep: string
}

interface Props extends Omit<Filling, 'given'> {
  readonly table: 'enquiries' | 'baselines'
  readonly children: ReactNode
}

export function RecordForm({ table, toKeep, read, keep, children }: Props) {
  const { words, language } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const keeping = useMutation({
    mutationFn: (filled: Row) => keepRecord(language, table, toKeep(filled), read),
    onSuccess: async ({ ref }) => {
      await queries.invalidateQueries()
      await navigate({ to: '/records/$ref', params: { ref } })
    },
  })
  return (
    <form
      className="record-form card"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(rowOf(new FormData(event.currentTarget)))
      }}
    >
      {children}
      {keeping.error !== null && <FormTrouble error={keeping.error} />}
      <p className="notice-actions">
        <button type="submit" className="button button-main" disabled={keeping.isPending}>
          {keeping.isPending ? words.form.keeping : keep}
        </button>
      </p>
    </form>
  )
}
