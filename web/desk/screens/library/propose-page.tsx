/** A new row of the library, or one in the place of another. Another person reviews it before anything changes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { kinds } from '#core/record/kinds.ts'
import { libraryLists, type LibraryList } from '#core/record/library-fields.ts'
import { fieldsOfList } from '#core/record/library-entry.ts'
import { handlings } from '#core/record/handling.ts'
import { formatValue } from '#core/record/parse-value.ts'
import { libraryRowQuery, proposeRow } from '../../call/library.ts'
import { fieldFault } from '../../call/trouble.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { LibraryHead } from './library-head.tsx'

interface Props {
  readonly corrects: string | undefined
  readonly list: string | undefined
}

export function ProposePage({ corrects, list }: Props) {
  const { words } = useWords()
  return (
    <>
      <LibraryHead title={words.library.views.propose} lead={words.library.proposing.lead} />
      {corrects === undefined ? (
        <Proposing key={list} list={isList(list) ? list : 'headstamp-codes'} corrects={undefined} fields={{}} />
      ) : (
        <Correcting corrects={corrects} list={list} />
      )}
    </>
  )
}

const isList = (word: string | undefined): word is LibraryList =>
  (libraryLists as readonly (string | undefined)[]).includes(word)

function Correcting({ corrects, list }: { readonly corrects: string; readonly list: string | undefined }) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(libraryRowQuery(language, corrects))
  if (data === undefined)
    return error === null ? <Loading cards={1} /> : <Wrong error={error} onAgain={() => void refetch()} />
  const row = data.find((one) => one.list === list) ?? data[0]
  if (row === undefined || !isList(row.list)) return <p className="notice">{words.library.noneSuch}</p>
  return <Proposing list={row.list} corrects={corrects} fields={row.fields} />
}

interface ProposingProps {
  readonly list: LibraryList
  readonly corrects: string | undefined
  /** What the corrected row says. */
  readonly fields: { readonly [name: string]: unknown }
}

function Proposing({ list: first, corrects, fields }: ProposingProps) {
  const { words, language, say } = useWords()
  const queries = useQueryClient()
  const [list, setList] = useState(first)
  const { proposing } = words.library
  const sending = useMutation({
    mutationFn: (row: Readonly<Record<string, string>>) => proposeRow(language, row),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['library'] }),
  })
  if (sending.isSuccess) return <Proposed reference={sending.data.ref} onAnother={() => sending.reset()} />
  const { must, may } = fieldsOfList[list]
  const fault = (name: string) => fieldFault(sending.error, name)
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = [...new FormData(event.currentTarget)].flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
        )
        sending.mutate({
          ...Object.fromEntries(given),
          list,
          ...(corrects !== undefined && { corrects: qualified(corrects) }),
        })
      }}
    >
      {corrects !== undefined && <p>{proposing.correcting(corrects)}</p>}
      <div className="field">
        <label htmlFor="list">{words.library.list}</label>
        <select
          id="list"
          value={list}
          disabled={corrects !== undefined}
          onChange={({ target }) => isList(target.value) && setList(target.value)}
          aria-describedby="list-hint"
        >
          {libraryLists.map((one) => (
            <option key={one} value={one}>
              {words.library.lists[one]}
            </option>
          ))}
        </select>
        <span id="list-hint" className="label">
          {proposing.listHint}
        </span>
      </div>
      <fieldset key={list} className="form">
        <legend>{proposing.fields}</legend>
        {[...must, ...may].map((name) => (
          <Field key={name} name={name} isNeeded={must.includes(name)} value={fields[name]} fault={fault(name)} />
        ))}
      </fieldset>
      <Choice
        name="confidence"
        label={words.library.confidence}
        hint={proposing.confidenceHint}
        value={typeof fields['confidence'] === 'string' ? fields['confidence'] : 'probable'}
      >
        {kinds['library-entry'].confidence.type.words.map((word) => (
          <option key={word} value={word}>
            {say(wordSaid(word))}
          </option>
        ))}
      </Choice>
      <Line name="read_in" label={proposing.readIn} hint={proposing.readInHint} isNeeded fault={fault('read_in')} />
      <Line name="note" label={say(fieldName('note'))} fault={fault('note')} />
      <Choice name="handling" label={proposing.handling}>
        <option value="">{proposing.handlingUsual}</option>
        {handlings.map((level) => (
          <option key={level} value={level}>
            {words.handling[level]}
          </option>
        ))}
      </Choice>
      {sending.error !== null && <FormTrouble error={sending.error} />}
      <p>
        <button type="submit" className="button button-main" disabled={sending.isPending}>
          {sending.isPending ? proposing.sending : proposing.send}
        </button>
      </p>
    </form>
  )
}

/** A reference without its source is that of the source `default`, whatever source the proposal gets. */
const qualified = (ref: string) => (/^[a-z0-9-]+:/.test(ref) ? ref : `default:${ref}`)

function Proposed({ reference, onAnother }: { readonly reference: string; readonly onAnother: () => void }) {
  const { words } = useWords()
  const { sent, sentSays, another } = words.library.proposing
  return (
    <section className="section card" aria-live="polite">
      <h2>
        {sent}: <RecordLink to={reference} />
      </h2>
      <p>{sentSays}</p>
      <p className="notice-actions">
        <Link to="/library" search={{ state: 'proposed' }} className="button">
          {words.library.title}
        </Link>
        <button type="button" className="button" onClick={onAnother}>
          {another}
        </button>
      </p>
    </section>
  )
}

interface FieldProps {
  readonly name: keyof (typeof kinds)['library-entry']
  readonly isNeeded: boolean
  readonly value: unknown
  readonly fault: string | null
}

/** A field as its type has it: a choice, a list parted by semicolons, or a line. */
function Field({ name, isNeeded, value, fault }: FieldProps) {
  const { words, say } = useWords()
  const { type } = kinds['library-entry'][name]
  const label = say(fieldName(name))
  if (type.is === 'word')
    return (
      <Choice name={name} label={label} value={typeof value === 'string' ? value : ''}>
        {!isNeeded && <option value="">{words.list.all}</option>}
        {type.words.map((word) => (
          <option key={word} value={word}>
            {say(wordSaid(word))}
          </option>
        ))}
      </Choice>
    )
  const { hints, separated } = words.library.proposing
  const written = value === undefined ? '' : formatValue(value as string | number | readonly string[])
  const hint = [hints[name], type.is === 'list' ? separated : undefined].filter((one) => one !== undefined).join(' ')
  return <Line name={name} label={label} hint={hint} value={written} isNeeded={isNeeded} fault={fault} />
}

interface LineProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly isNeeded?: boolean
  readonly fault: string | null
}

function Line({ name, label, hint = '', value = '', isNeeded = false, fault }: LineProps) {
  const { words } = useWords()
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {isNeeded && <span className="label">({words.library.proposing.needed})</span>}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={value}
        required={isNeeded}
        maxLength={2000}
        autoComplete="off"
        aria-invalid={fault !== null}
        aria-describedby={`${name}-hint`}
      />
      <span id={`${name}-hint`} className={fault === null ? 'label' : 'field-error'}>
        {fault ?? hint}
      </span>
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly children: React.ReactNode
}

function Choice({ name, label, hint = '', value, children }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value} aria-describedby={`${name}-hint`}>
        {children}
      </select>
      <span id={`${name}-hint`} className="label">
        {hint}
      </span>
    </div>
  )
}
