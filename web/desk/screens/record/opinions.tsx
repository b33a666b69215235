/** What people hold a record to mean: each opinion with its author, basis, date and grades. None is overwritten. */
import type { RecordAnswer } from '#api/routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { Facts } from '../../parts/facts.tsx'
import { sayDate } from '../../words/dates.ts'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FieldValue } from './field-value.tsx'

const aspects = ['identification', 'origin', 'user', 'actor', 'note']

export function Opinions({ opinions }: Pick<RecordAnswer, 'opinions'>) {
  const { words } = useWords()
  return (
    <section className="section card">
      <h2>{words.record.opinions}</h2>
      {opinions.length === 0 && <p className="quiet">{words.record.noOpinions}</p>}
      <ul className="lines">
        {opinions.map((opinion) => (
          <li key={String(opinion['id'])}>
            <Opinion opinion={opinion} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Opinion({ opinion }: { readonly opinion: RecordAnswer['opinions'][number] }) {
  const { words, say } = useWords()
  const { author, basis, date, source } = opinion
  const fields = Object.entries(kinds.opinion).filter(
    ([name, { group }]) => aspects.includes(group) && opinion[name] !== undefined,
  )
  return (
    <>
      <Facts
        facts={fields.map(([name, field]) => [
          say(fieldName(name)),
          <FieldValue key={name} name={name} type={field.type} value={opinion[name]} />,
        ])}
      />
      <p className="label">
        {[
          typeof author === 'string' ? words.record.by(author) : words.record.noAuthor,
          typeof date === 'string' ? say(sayDate(date)) : words.record.notDated,
          typeof basis === 'string' ? say(wordSaid(basis)) : '',
          typeof source === 'string' ? words.record.fromSource(source) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </>
  )
}
