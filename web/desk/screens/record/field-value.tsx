/** A value as its field's type has it: a word in the reader's language, a date with its precision, what was read in Mono. */
import type { FieldType } from '#core/record/field.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { countrySaid } from '../../words/countries.ts'
import { sayDate } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

interface Props {
  readonly name: string
  readonly type: FieldType
  readonly value: unknown
}

/** Fields that were read off metal or paper, or typed as a code. */
const readOff: ReadonlySet<string> = new Set([
  'serial',
  'lot',
  'lot_body',
  'lot_filling',
  'lot_fuze',
  'site_code',
  'date_code',
  'tag',
  'grid',
  'source',
])

/** Fields that name another record. */
const links: ReadonlySet<string> = new Set(['incident_ref', 'parent_ref', 'answer_ref'])

export function FieldValue({ name, type, value }: Props) {
  const { say, language } = useWords()
  if (Array.isArray(value)) return <List values={value} />
  const written = String(value)
  if (links.has(name)) return <RecordLink to={written} />
  if (name === 'about') return written.includes('|') ? <SignatureLink to={written} /> : <RecordLink to={written} />
  if (type.is === 'word' || type.is === 'origin') return say(wordSaid(written))
  if (type.is === 'date') return say(sayDate(written))
  if (type.is === 'country') return countrySaid(language, written)
  if (type.is === 'decimal' || readOff.has(name)) return <ReadOff>{written}</ReadOff>
  return written
}

/** Texts side by side; pairs as name and text. */
function List({ values }: { readonly values: readonly unknown[] }) {
  const { say } = useWords()
  return (
    <ul>
      {values.map((value) => {
        if (!Array.isArray(value)) return <li key={String(value)}>{say(wordSaid(String(value)))}</li>
        const [name, text] = value.map(String)
        return (
          <li key={`${name} ${text}`}>
            <span className="label">{name}</span> {text}
          </li>
        )
      })}
    </ul>
  )
}
