/** The form of an enquiry: whom is asked, about whose stock and what, until when. Its state has steps of its own. */
import { kinds } from '#core/record/kinds.ts'
import { Checks, FormField, HandlingField } from '../../parts/form-field.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { RecordForm, type Filling } from '../record/record-form.tsx'
import { identification, isSignature } from './enquiry-row.ts'

export function EnquiryForm({ given, ...filling }: Filling) {
  const { words, say } = useWords()
  const { enquiries, form, stock } = words
  const value = (name: string) => (given[name] === undefined ? '' : String(given[name]))
  const { about, services } = given
  return (
    <RecordForm table="enquiries" {...filling}>
      {typeof about === 'string' && (
        <p>
          {enquiries.raisedBy} {isSignature(about) ? <SignatureLink to={about} /> : <RecordLink to={about} />}
        </p>
      )}
      <h2>{enquiries.whom}</h2>
      <div className="fields">
        <FormField name="asked" label={enquiries.asked} value={value('asked')} required hint={enquiries.askedHint} />
        <FormField name="holder" label={stock.holder} value={value('holder')} required />
        <FormField
          name="holder_country"
          label={say(fieldName('holder_country'))}
          value={value('holder_country')}
          maxLength={4}
          hint={enquiries.countryHint}
        />
      </div>
      <Checks
        name="services"
        legend={enquiries.services}
        choices={serviceChoices(say)}
        chosen={Array.isArray(services) ? services.map(String) : []}
      />
      <h2>{enquiries.what}</h2>
      <div className="fields">
        <FormField
          name="class"
          label={say(fieldName('class'))}
          value={value('class')}
          none={form.choose}
          required
          choices={kinds.enquiry.class.type.words.map((one) => [one, say(wordSaid(one))])}
        />
        {identification.map((name) => (
          <FormField key={name} name={name} label={say(fieldName(name))} value={value(name)} />
        ))}
      </div>
      <h2>{enquiries.when}</h2>
      <div className="fields">
        {value('asked_on') !== '' && (
          <FormField name="asked_on" type="date" label={enquiries.sentOn} value={value('asked_on')} required />
        )}
        <FormField name="due_on" type="date" label={enquiries.due} value={value('due_on')} />
        {value('answered_on') !== '' && (
          <FormField
            name="answered_on"
            type="date"
            label={enquiries.answeredOn}
            value={value('answered_on')}
            required
          />
        )}
        <HandlingField kept={given['handling']} />
      </div>
      <FormField name="note" type="long" label={enquiries.note} value={value('note')} />
    </RecordForm>
  )
}

export const serviceChoices = (say: (word: ReturnType<typeof wordSaid>) => string) =>
  (kinds.enquiry.services.type.words ?? []).map((one) => [one, say(wordSaid(one))] as const)
