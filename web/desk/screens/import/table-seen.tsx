/** One table of a file: which column feeds what, the first rows as they would become, and what would change. */
import { useState } from 'react'
import type { ImportAnswer } from '#api/import-routes.ts'
import { chooseField } from '../../call/imports.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { Wrong } from '../../parts/states.tsx'
import { fieldName, wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

type Table = ImportAnswer['tables'][number]

interface Props {
  readonly id: string
  readonly table: Table
  readonly fields: readonly string[]
  readonly onChanged: (next: ImportAnswer) => void
}

export function TableSeen({ id, table, fields, onChanged }: Props) {
  const { words, language } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { sheet, encoding, as, columns, rehearsal } = table
  const choose = (column: string, field: string | null) => {
    setAsking(true)
    setError(null)
    void chooseField(language, id, { sheet, column, field })
      .then(onChanged, setError)
      .finally(() => setAsking(false))
  }
  return (
    <section className="section card" aria-busy={isAsking}>
      {sheet !== null && <h2>{sheet}</h2>}
      <p>{words.importing.as[as](table.mapping ?? '')}</p>
      {encoding?.guessed === true && <p className="quiet">{words.importing.guessed(encoding.name)}</p>}
      {error !== null && <Wrong error={error} />}
      <div className="wide">
        <table className="columns">
          <thead>
            <tr>
              <th scope="col">{words.importing.column}</th>
              <th scope="col">{words.importing.becomes}</th>
              <th scope="col">{words.importing.cells}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, field, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {as === 'own' ? (
                    <FieldSaid field={field} />
                  ) : (
                    <select
                      aria-label={words.importing.becomesOf(name)}
                      value={field ?? ''}
                      disabled={isAsking}
                      onChange={({ target }) => choose(name, target.value === '' ? null : target.value)}
                    >
                      <option value="">{words.importing.leftOut}</option>
                      <Options fields={field === null || fields.includes(field) ? fields : [field, ...fields]} />
                    </select>
                  )}
                </td>
                <td>
                  {cells.map((cell, i) => (
                    // oxlint-disable-next-line no-array-index-key -- cells of a column may be alike
                    <ReadOff key={i}>{cell}</ReadOff>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rehearsal !== null && <Rehearsed rehearsal={rehearsal} />}
    </section>
  )
}

/** Fields whose values are words of a list. */
const worded: ReadonlySet<string> = new Set(['kind', 'class', 'date_kind', 'state', 'basis', 'coverage'])

/** Fields of incidents and of items, each under its heading. */
function Options({ fields }: { readonly fields: readonly string[] }) {
  const { words, say } = useWords()
  return [...Map.groupBy(fields, (field) => field.split('.')[0] ?? '')].map(([table, own]) => (
    <optgroup key={table} label={words.importing.tables[table] ?? table}>
      {own.map((field) => (
        <option key={field} value={field}>
          {say(fieldName(field.slice(table.length + 1)))}
        </option>
      ))}
    </optgroup>
  ))
}

function FieldSaid({ field }: { readonly field: string | null }) {
  const { words, say } = useWords()
  return field === null ? words.importing.kept : say(fieldName(field.split('.')[1] ?? field))
}

function Rehearsed({ rehearsal }: { readonly rehearsal: NonNullable<Table['rehearsal']> }) {
  const { words, say } = useWords()
  const { rows, is_whole: isWhole, first } = rehearsal
  return (
    <>
      <h3>{words.importing.would}</h3>
      <p>
        {isWhole ? words.importing.ofAll(rows) : words.importing.ofFirst(rows)} {words.importing.counts(rehearsal)}
      </p>
      <details>
        <summary>{words.importing.firstRows}</summary>
        {first.map(({ row, records }) => (
          <div key={row} className="first-row">
            <h4>{words.importing.row(row)}</h4>
            {records.map(({ table, values }) => (
              <dl key={table}>
                <div>
                  <dt>{words.importing.tables[table] ?? table}</dt>
                  <dd>
                    <ReadOff>{values['item_ref'] ?? values['stock_ref'] ?? values['incident_ref'] ?? ''}</ReadOff>
                  </dd>
                </div>
                {Object.entries(values)
                  .filter(([field]) => !field.endsWith('_ref'))
                  .map(([field, value]) => (
                    <div key={field}>
                      <dt>{say(fieldName(field))}</dt>
                      <dd>{worded.has(field) ? say(wordSaid(value)) : value}</dd>
                    </div>
                  ))}
              </dl>
            ))}
          </div>
        ))}
      </details>
    </>
  )
}
