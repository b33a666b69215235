/** Opens the example beside the mission, or removes it: one click each, and what stood in the way. */
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Language } from '#core/lib/text.ts'
import { exampleQuery, openExample, removeExample } from '../call/example.ts'
import { troubleOf } from '../call/trouble.ts'
import { useWords } from '../words/language.tsx'

/** Nothing where this installation serves none beside. */
export function OpenExample() {
  const { words, language } = useWords()
  const { data } = useQuery(exampleQuery(language))
  if (data?.offered !== true) return null
  return <Act act={openExample} says={words.example.open} meanwhile={words.example.opening} />
}

export function RemoveExample() {
  const { words, language } = useWords()
  const { data } = useQuery(exampleQuery(language))
  if (data?.there !== true) return null
  return <Act act={removeExample} says={words.example.remove} meanwhile={words.example.removing} />
}

interface ActProps {
  readonly act: (language: Language) => Promise<void>
  readonly says: string
  readonly meanwhile: string
}

function Act({ act, says, meanwhile }: ActProps) {
  const { words, language } = useWords()
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: () => act(language) })
  const trouble = error === null ? null : troubleOf(error)
  return (
    <>
      <button type="button" className="button" disabled={isPending || isSuccess} onClick={() => mutate()}>
        {isPending || isSuccess ? meanwhile : says}
      </button>
      {trouble !== null && (
        <p role="alert">
          {trouble.kind === 'problem'
            ? `${trouble.problem.detail ?? trouble.problem.title} ${trouble.problem.remedy}`
            : words.trouble.unreachable.what}
        </p>
      )}
    </>
  )
}
