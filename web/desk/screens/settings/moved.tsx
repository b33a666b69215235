/** What the last change of a setting moved: findings that it raised, and findings that hold no more. */
import { useQuery } from '@tanstack/react-query'
import { movedAtOnce, movedQuery } from '../../call/settings.ts'
import { ClosedLine } from '../../parts/closed-line.tsx'
import { FindingLineView } from '../../parts/finding-line.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'

/** It is opened by what is gone then. */
const focusOn = (heading: HTMLElement | null) => heading?.focus()

interface Props {
  readonly title: string
  /** When it was set: the time of all that it moved. */
  readonly at: string
  readonly isJudging: boolean
}

export function Moved({ title, at, isJudging }: Props) {
  const { words } = useWords()
  return (
    <section className="preview" aria-live="polite">
      <h3 ref={focusOn} tabIndex={-1}>
        {words.settings.moved(title)}
      </h3>
      {isJudging && (
        <>
          <p>{words.settings.judging}</p>
          <progress aria-label={words.settings.judging} />
        </>
      )}
      {/* Asked anew when all is judged. */}
      <Lists key={String(isJudging)} at={at} isJudging={isJudging} />
    </section>
  )
}

function Lists({ at, isJudging }: Omit<Props, 'title'>) {
  const { words, language } = useWords()
  const fresh = { refetchOnMount: 'always', refetchInterval: isJudging ? 2000 : false } as const
  const raised = useQuery({ ...movedQuery(language, at, 'false'), ...fresh })
  const ceased = useQuery({ ...movedQuery(language, at, 'true'), ...fresh })
  const error = raised.error ?? ceased.error
  if (error !== null) return <Wrong error={error} onAgain={() => void raised.refetch()} />
  if (raised.data === undefined || ceased.data === undefined) return <Loading cards={1} />
  const [up, down] = [raised.data, ceased.data]
  if (up.length + down.length === 0) return isJudging ? null : <p>{words.settings.movedNothing}</p>
  return (
    <>
      {up.length > 0 && <h4>{words.settings.raised(up.length)}</h4>}
      {up.map((finding) => (
        <FindingLineView key={finding.id} finding={finding} items={finding.items} />
      ))}
      {down.length > 0 && <h4>{words.settings.ceased(down.length)}</h4>}
      {down.map((finding) => (
        <ClosedLine key={finding.id} finding={finding} />
      ))}
      {Math.max(up.length, down.length) >= movedAtOnce && (
        <p className="quiet">{words.settings.onlyFirst(movedAtOnce)}</p>
      )}
    </>
  )
}
