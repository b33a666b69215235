/** Every reading of marks, a lot or a colour that somebody types. The address keeps what was asked. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { typedMarks } from '#core/marking/typed-marks.ts'
import { kinds } from '#core/record/kinds.ts'
import { readingsQuery, type ReadingsAsked } from '../../call/library.ts'
import { Headstamp } from '../../parts/headstamp.tsx'
import { MeaningList } from '../../parts/meaning-list.tsx'
import { Empty, Loading, Wrong } from '../../parts/states.tsx'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { LibraryHead } from './library-head.tsx'

/** The classes that some lot pattern is of. */
const classes = kinds.item.class.type.words
const parts = kinds['library-entry'].part.type.words

export function LookUpPage({ asked }: { readonly asked: ReadingsAsked }) {
  const { words } = useWords()
  const navigate = useNavigate()
  const { lookUp } = words.library
  const send = (form: FormData) => {
    const typed = (name: string) => String(form.get(name) ?? '').trim() || undefined
    const [marks, lot, colour] = [typed('marks'), typed('lot'), typed('colour')]
    const search = {
      marks,
      lot,
      // What only narrows another field is asked with that field alone.
      ...(lot !== undefined && { class: typed('class') }),
      colour,
      ...(colour !== undefined && { part: typed('part') }),
      calibre: typed('calibre'),
      year: typed('year'),
    }
    void navigate({ to: '/library/look-up', search })
  }
  return (
    <>
      <LibraryHead title={words.library.views.lookUp} lead={lookUp.lead} />
      <form key={JSON.stringify(asked)} className="filters card" action={send}>
        <div className="field field-wide">
          <label htmlFor="marks">{lookUp.marks}</label>
          <input
            id="marks"
            name="marks"
            className="read-off"
            defaultValue={asked.marks}
            aria-describedby="marks-hint"
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
          />
          <span id="marks-hint" className="label">
            {lookUp.marksHint}
          </span>
        </div>
        <Text name="lot" label={lookUp.lot} asked={asked.lot} />
        <Choice name="class" label={lookUp.class} asked={asked.class ?? 'ammunition'} words={classes} />
        <Text name="colour" label={lookUp.colour} asked={asked.colour} />
        <Choice name="part" label={lookUp.part} asked={asked.part ?? 'tip'} words={parts} />
        <Text name="calibre" label={lookUp.calibre} asked={asked.calibre} />
        <Text name="year" label={lookUp.year} asked={asked.year} pattern="\d{4}" />
        <button type="submit" className="button button-main">
          {lookUp.go}
        </button>
      </form>
      {asked.marks === undefined && asked.lot === undefined && asked.colour === undefined ? (
        <p className="quiet">{lookUp.empty}</p>
      ) : (
        <Readings asked={asked} />
      )}
    </>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly asked: string | undefined
}

function Text({ name, label, asked, pattern }: FieldProps & { readonly pattern?: string }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        defaultValue={asked}
        maxLength={200}
        autoComplete="off"
        {...(pattern !== undefined && { pattern, inputMode: 'numeric' })}
      />
    </div>
  )
}

function Choice({ name, label, asked, words }: FieldProps & { readonly words: readonly string[] }) {
  const { say } = useWords()
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={asked}>
        {words.map((word) => (
          <option key={word} value={word}>
            {say(wordSaid(word))}
          </option>
        ))}
      </select>
    </div>
  )
}

function Readings({ asked }: { readonly asked: ReadingsAsked }) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(readingsQuery(language, asked))
  const { lookUp } = words.library
  if (data === undefined)
    return error === null ? <Loading cards={1} /> : <Wrong error={error} onAgain={() => void refetch()} />
  const marks = typedMarks(asked.marks ?? '')
  return (
    <section className="section card" aria-live="polite">
      <h2>{lookUp.readings(data.length)}</h2>
      <div className="drawn drawn-from-top">
        {marks.length > 0 && <Headstamp marks={marks} width={132} />}
        {data.length > 0 ? (
          <div className="drawn-rest">
            <MeaningList meanings={data} full />
          </div>
        ) : (
          <Empty title={lookUp.nothing}>
            <p>{lookUp.nothingSays}</p>
          </Empty>
        )}
      </div>
    </section>
  )
}
