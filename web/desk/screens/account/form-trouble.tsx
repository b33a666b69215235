/** Why a form was not taken, beside its button. */
import { troubleOf } from '../../call/trouble.ts'
import { fieldName } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'

export function FormTrouble({ error }: { readonly error: unknown }) {
  const { words, say } = useWords()
  const trouble = troubleOf(error)
  const [what, remedy] =
    trouble.kind === 'problem'
      ? [trouble.problem.detail ?? trouble.problem.title, trouble.problem.remedy]
      : [words.trouble.unreachable.what, words.trouble.unreachable.remedy]
  const fields = trouble.kind === 'problem' ? (trouble.problem.fields ?? []) : []
  return (
    <div role="alert" className="field-error">
      <p>
        {what} {trouble.kind === 'problem' && trouble.problem.status === 401 ? '' : remedy}
      </p>
      {fields.length > 0 && (
        <ul className="limits">
          {fields.map(({ field, problem, remedy: mend }) => (
            <li key={`${field} ${problem}`}>
              {say(fieldName(field))}: {problem} {mend}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
