/** Why a form was not taken, beside its button. */
import { troubleOf } from '../../call/trouble.ts'
import { useWords } from '../../words/language.tsx'

export function FormTrouble({ error }: { readonly error: unknown }) {
  const { words } = useWords()
  const trouble = troubleOf(error)
  const [what, remedy] =
    trouble.kind === 'problem'
      ? [trouble.problem.detail ?? trouble.problem.title, trouble.problem.remedy]
      : [words.trouble.unreachable.what, words.trouble.unreachable.remedy]
  return (
    <p role="alert" className="field-error">
      {what} {trouble.kind === 'problem' && trouble.problem.status === 401 ? '' : remedy}
    </p>
  )
}
