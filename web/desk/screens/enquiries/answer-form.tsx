/**
 * The answer to an enquiry: what they said, and how far it goes. It is kept as a row of stock, which the rules read, and
 * then named in the enquiry; sent again after a fault, the same row changes nothing.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RecordAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { keepRecord } from '../../call/keep-record.ts'
import { Checks, FormField, GradeField, HandlingField, PartialDateField } from '../../parts/form-field.tsx'
import { changedRow, rowOf, type Row } from '../../parts/form-row.ts'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { answerRow, identification } from './enquiry-row.ts'
import { serviceChoices } from './enquiry-form.tsx'

interface Props {
  readonly record: RecordAnswer
  readonly today: string
}

export function AnswerForm({ record, today }: Props) {
  const { fields, handling } = record
  const { words, language, say } = useWords()
  const queries = useQueryClient()
  const keeping = useMutation({
    async mutationFn(given: Row) {
      const { ref } = await keepRecord(language, 'stock', answerRow(fields, given))
      const answered = { status: 'answered', answered_on: given['answered_on'], answer_ref: ref }
      await keepRecord(language, 'enquiries', changedRow('enquiry', record, answered), record.revision)
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  const services = Array.isArray(fields['services']) ? fields['services'].map(String) : []
  const { enquiries, form } = words
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(rowOf(new FormData(event.currentTarget)))
      }}
    >
      <h3>{enquiries.recordAnswer}</h3>
      <div className="fields">
        <FormField name="answered_on" type="date" label={enquiries.answeredOn} value={today} required />
        <FormField
          name="status"
          label={enquiries.said}
          none={form.choose}
          required
          choices={saidWords.map((one) => [one, say(wordSaid(one))])}
        />
        <FormField
          name="coverage"
          label={say(fieldName('coverage'))}
          none={form.choose}
          required
          hint={enquiries.coverageHint}
          choices={kinds.stock.coverage.type.words.map((one) => [one, say(wordSaid(one))])}
        />
        <PartialDateField name="covers_from" />
        <PartialDateField name="covers_to" required />
        <FormField name="list" label={enquiries.letter} />
        <GradeField />
        <HandlingField value={handling} />
      </div>
      <h4>{enquiries.what}</h4>
      <p className="quiet">{enquiries.whatHint}</p>
      <div className="fields">
        {identification.map((name) => (
          <FormField
            key={name}
            name={name}
            label={say(fieldName(name))}
            value={fields[name] === undefined ? '' : String(fields[name])}
          />
        ))}
      </div>
      <Checks name="services" legend={enquiries.services} choices={serviceChoices(say)} chosen={services} />
      {keeping.error !== null && <FormTrouble error={keeping.error} />}
      <p className="notice-actions">
        <button type="submit" className="button button-main" disabled={keeping.isPending}>
          {keeping.isPending ? form.keeping : enquiries.keepAnswer}
        </button>
      </p>
    </form>
  )
}

/** The likelier first. */
const saidWords = ['never-held', ...kinds.stock.status.type.words.filter((word) => word !== 'never-held')]
