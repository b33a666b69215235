/** A new enquiry: whom is asked, about whose stock and what, until when; what raised it fills what it can. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { kinds } from '#core/record/kinds.ts'
import { keepRecord } from '../../call/keep-record.ts'
import { recordQuery } from '../../call/queries.ts'
import { Checks, FormField, HandlingField } from '../../parts/form-field.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { PageHead } from '../page-head.tsx'
import { askedOf, identification, newRef, rowOf, type Row } from './enquiry-row.ts'

const isSignature = (about: string) => about.includes('|')

export function NewEnquiryPage({ about }: { readonly about: string | undefined }) {
  const { words, language } = useWords()
  const isItem = about !== undefined && !isSignature(about)
  const { data, error, refetch } = useQuery({ ...recordQuery(language, about ?? ''), enabled: isItem })
  const title = words.enquiries.make
  return (
    <>
      <PageHead title={title} lead={words.enquiries.makeLead}>
        {title}
      </PageHead>
      {isItem && data === undefined ? (
        error === null ? (
          <Loading cards={1} />
        ) : (
          <Wrong error={error} onAgain={() => void refetch()} />
        )
      ) : (
        <EnquiryForm about={about} given={about === undefined ? {} : askedOf(about, data ?? null)} />
      )}
    </>
  )
}

function EnquiryForm({ about, given }: { readonly about: string | undefined; readonly given: Row }) {
  const { words, language, say } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const today = useToday()
  const keeping = useMutation({
    mutationFn: (row: Row) => keepRecord(language, 'enquiries', { ...row, enquiry_ref: newRef(today), about }),
    onSuccess: async ({ ref }) => {
      await queries.invalidateQueries({ queryKey: ['enquiries'] })
      await navigate({ to: '/records/$ref', params: { ref } })
    },
  })
  const value = (name: string) => (given[name] === undefined ? '' : String(given[name]))
  const field = (name: string) => <FormField key={name} name={name} label={say(fieldName(name))} value={value(name)} />
  const { form } = words
  return (
    <form
      className="record-form card"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(rowOf(new FormData(event.currentTarget)))
      }}
    >
      {about !== undefined && (
        <p>
          {words.enquiries.raisedBy} {isSignature(about) ? <SignatureLink to={about} /> : <RecordLink to={about} />}
        </p>
      )}
      <h2>{words.enquiries.whom}</h2>
      <div className="fields">
        <FormField name="asked" label={words.enquiries.asked} required hint={words.enquiries.askedHint} />
        <FormField name="holder" label={words.stock.holder} value={value('holder')} required />
        <FormField
          name="holder_country"
          label={say(fieldName('holder_country'))}
          maxLength={4}
          hint={words.enquiries.countryHint}
        />
      </div>
      <Checks name="services" legend={words.enquiries.services} choices={serviceChoices(say)} chosen={[]} />
      <h2>{words.enquiries.what}</h2>
      <div className="fields">
        <FormField
          name="class"
          label={words.stock.class}
          value={value('class')}
          none={form.choose}
          required
          choices={kinds.enquiry.class.type.words.map((one) => [one, say(wordSaid(one))])}
        />
        {identification.map(field)}
      </div>
      <h2>{words.enquiries.when}</h2>
      <div className="fields">
        <FormField name="due_on" type="date" label={words.enquiries.due} />
        <HandlingField />
      </div>
      <FormField name="note" type="long" label={words.enquiries.note} />
      {keeping.error !== null && <FormTrouble error={keeping.error} />}
      <p className="notice-actions">
        <button type="submit" className="button button-main" disabled={keeping.isPending}>
          {keeping.isPending ? form.keeping : words.enquiries.keepDraft}
        </button>
      </p>
    </form>
  )
}

export const serviceChoices = (say: (word: ReturnType<typeof wordSaid>) => string) =>
  (kinds.enquiry.services.type.words ?? []).map((one) => [one, say(wordSaid(one))] as const)
