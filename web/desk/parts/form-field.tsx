/** A field of a form with its label and, where it has one, what to write in it. */
import { useId } from 'react'
import { handlings, isHandling, levelOf } from '#core/record/handling.ts'
import { fieldName } from '../words/fields.ts'
import { useWords } from '../words/language.tsx'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  /** Choices with their words; a first empty one where `none` has a word for it. */
  readonly choices?: readonly (readonly [value: string, label: string])[]
  readonly none?: string
  readonly type?: 'text' | 'date' | 'long'
  readonly required?: boolean
  readonly maxLength?: number
  /** What a text must look like. */
  readonly pattern?: string
}

export function FormField({ name, label, hint, value = '', ...kind }: Props) {
  const id = useId()
  const common = {
    id,
    name,
    defaultValue: value,
    required: kind.required ?? false,
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control common={common} kind={kind} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

interface ControlProps {
  readonly common: {
    readonly id: string
    readonly name: string
    readonly defaultValue: string
    readonly required: boolean
  }
  readonly kind: Omit<Props, 'name' | 'label' | 'hint' | 'value'>
}

function Control({ common, kind: { choices, none, type = 'text', maxLength = 500, pattern } }: ControlProps) {
  if (choices !== undefined)
    return (
      <select {...common}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  if (type === 'long') return <textarea {...common} rows={4} maxLength={5000} />
  return (
    <input
      {...common}
      // The browser empties a field for days that is given a month.
      type={type === 'date' && !/^(\d{4}-\d{2}-\d{2})?$/.test(common.defaultValue) ? 'text' : type}
      maxLength={maxLength}
      autoComplete="off"
      {...(pattern !== undefined && { pattern })}
    />
  )
}

interface ChecksProps {
  readonly name: string
  readonly legend: string
  readonly choices: readonly (readonly [value: string, label: string])[]
  readonly chosen: readonly string[]
}

/** Several of a closed list. */
export function Checks({ name, legend, choices, chosen }: ChecksProps) {
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {label}
        </label>
      ))}
    </fieldset>
  )
}

interface NamedProps {
  readonly name: string
  readonly value?: string
  readonly required?: boolean
}

/** A year, a month or a day. */
export function PartialDateField({ name, ...given }: NamedProps) {
  const { words, say } = useWords()
  const label = say(fieldName(name))
  return (
    <FormField {...given} name={name} label={label} hint={words.form.partialDate} pattern="\d{4}(-\d{2}(-\d{2})?)?" />
  )
}

/** How far a source and what it says are trusted. */
export function GradeField({ value = '' }: { readonly value?: string }) {
  const { words, say } = useWords()
  const label = say(fieldName('grade'))
  return (
    <FormField name="grade" label={label} value={value} hint={words.form.grade} pattern="[A-F][1-6]" maxLength={2} />
  )
}

interface HandlingProps {
  readonly value?: string
  /** How closely the record is held that is corrected: never less closely from then on. */
  readonly kept?: unknown
}

/** How closely a record is held; empty: as the mission holds what says nothing. */
export function HandlingField({ value = '', kept }: HandlingProps) {
  const { words } = useWords()
  const least = typeof kept === 'string' && isHandling(kept) ? kept : null
  return (
    <FormField
      name="handling"
      label={words.form.handling}
      value={least ?? value}
      {...(least === null && { none: words.form.usualHandling })}
      choices={handlings
        .slice(least === null ? 0 : levelOf(least))
        .map((one) => [one, words.handling[one] ?? one] as const)}
    />
  )
}
