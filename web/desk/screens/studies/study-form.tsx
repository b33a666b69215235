/** The form of a row of a baseline study: which study, what it looked for, and how much of it in how large a sample. */
import { kinds } from '#core/record/kinds.ts'
import { FormField, GradeField, HandlingField, PartialDateField } from '../../parts/form-field.tsx'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { RecordForm, type Filling } from '../record/record-form.tsx'

const identification = ['pattern', 'model', 'producer', 'calibre', 'year', 'lot'] as const

export function StudyForm({ given, ...filling }: Filling) {
  const { words, say } = useWords()
  const { studies, form } = words
  const value = (name: string) => (given[name] === undefined ? '' : String(given[name]))
  const line = (name: string, more: { readonly hint?: string; readonly required?: boolean } = {}) => (
    <FormField key={name} name={name} label={say(fieldName(name))} value={value(name)} {...more} />
  )
  const choice = (name: 'unit' | 'says' | 'confidence', hint?: string) => (
    <FormField
      name={name}
      label={say(fieldName(name))}
      value={value(name)}
      none={form.notSaid}
      choices={kinds.baseline[name].type.words.map((one) => [one, say(wordSaid(one))])}
      {...(hint !== undefined && { hint })}
    />
  )
  return (
    <RecordForm table="baselines" {...filling}>
      <h2>{studies.which}</h2>
      <div className="fields">
        {line('study', { required: true, hint: studies.studyHint })}
        {line('country', { required: true, hint: studies.countryHint })}
        {line('area', { hint: studies.areaHint })}
        <PartialDateField name="from" value={value('from')} />
        <PartialDateField name="to" value={value('to')} />
        {line('basis', { hint: studies.basisHint })}
        <GradeField value={value('grade')} />
        {choice('confidence')}
      </div>
      <h2>{studies.lookedFor}</h2>
      <div className="fields">
        <FormField
          name="class"
          label={say(fieldName('class'))}
          value={value('class')}
          none={form.choose}
          required
          choices={kinds.baseline.class.type.words.map((one) => [one, say(wordSaid(one))])}
        />
        {identification.map((name) => line(name))}
      </div>
      <h2>{studies.found}</h2>
      <div className="fields">
        {line('sample', { required: true, hint: studies.sampleHint })}
        {line('seen', { required: true, hint: studies.seenHint })}
        {choice('unit')}
        {choice('says', studies.saysHint)}
        <HandlingField kept={given['handling']} />
      </div>
      <FormField name="note" type="long" label={say(fieldName('note'))} value={value('note')} />
    </RecordForm>
  )
}
