/** The fields of a record in the groups in which they may be shown or withheld. */
import { kinds, type Kind } from '#core/record/kinds.ts'
import { refFields } from '#core/record/parse-row.ts'
import { Facts } from '../../parts/facts.tsx'
import { fieldName } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FieldValue } from './field-value.tsx'

interface Props {
  readonly kind: string
  readonly fields: { readonly [name: string]: unknown }
}

/** An item's marks have a place of their own; a reference is the page's title. */
const elsewhere: ReadonlySet<string> = new Set(['marks', 'serial', 'serials'])

export function FieldGroups({ kind, fields }: Props) {
  const { words, say } = useWords()
  if (!Object.hasOwn(kinds, kind)) return null
  const known = Object.entries(kinds[kind as Kind])
  const isElsewhere = (name: string) => name === refFields[kind as Kind] || (kind === 'item' && elsewhere.has(name))
  const shown = known.filter(([name]) => fields[name] !== undefined && !isElsewhere(name))
  return [...Map.groupBy(shown, ([, field]) => field.group)].map(([group, list]) => (
    <section key={group} className="section card">
      <h2>{words.record.groups[group] ?? group}</h2>
      <Facts
        facts={list.map(([name, field]) => [
          say(fieldName(name)),
          <FieldValue key={name} name={name} type={field.type} value={fields[name]} />,
        ])}
      />
    </section>
  ))
}
