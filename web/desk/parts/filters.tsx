/** What a list is narrowed by: a form, so that a keyboard sends it with Enter; what is empty is not asked for. */
import { useWords } from '../words/language.tsx'

export interface Filter {
  readonly name: string
  readonly label: string
  /** Choices with their words; `date`: a day; absent: text. */
  readonly choices?: readonly (readonly [value: string, label: string])[]
  /** What the choice says that asks for nothing; absent: all. */
  readonly all?: string
  readonly type?: 'date'
  readonly maxLength?: number
}

interface Props {
  readonly filters: readonly Filter[]
  readonly asked: { readonly [name: string]: string | undefined }
  readonly onAsk: (asked: { [name: string]: string | undefined }) => void
}

export function Filters({ filters, asked, onAsk }: Props) {
  const { words } = useWords()
  const send = (form: FormData) =>
    onAsk(Object.fromEntries(filters.map(({ name }) => [name, String(form.get(name) ?? '').trim() || undefined])))
  return (
    <form key={JSON.stringify(asked)} className="filters" action={send}>
      {filters.map((filter) => (
        <div key={filter.name} className="field">
          <label htmlFor={filter.name}>{filter.label}</label>
          <Field filter={filter} asked={asked[filter.name] ?? ''} />
        </div>
      ))}
      <button type="submit" className="button">
        {words.list.show}
      </button>
    </form>
  )
}

function Field({
  filter: { name, choices, all, type, maxLength = 200 },
  asked,
}: {
  readonly filter: Filter
  readonly asked: string
}) {
  const { words } = useWords()
  if (choices === undefined)
    return (
      <input
        id={name}
        name={name}
        type={type ?? 'text'}
        defaultValue={asked}
        maxLength={maxLength}
        autoComplete="off"
      />
    )
  return (
    <select id={name} name={name} defaultValue={asked}>
      <option value="">{all ?? words.list.all}</option>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
