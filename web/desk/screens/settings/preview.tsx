/** What a change would move, question by question; while it is judged, how far that is. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PreviewAnswer } from '#api/settings-routes.ts'
import { previewQuery } from '../../call/settings.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { SaysSignature } from '../../parts/signature-link.tsx'
import { Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'

type RuleMoves = PreviewAnswer['rules'][number]

/** `children`: what can be done when it has been seen. */
export function Preview({ first, children }: { readonly first: PreviewAnswer; readonly children: ReactNode }) {
  const { words, language } = useWords()
  const query = useQuery({
    ...previewQuery(language, first.id),
    initialData: first,
    enabled: ({ state }) => state.data?.state === 'running',
  })
  const { data: preview, error } = query
  const { state, holds } = preview
  return (
    <section className="preview">
      <h3>{words.settings.would}</h3>
      {error !== null && <Wrong error={error} onAgain={() => void query.refetch()} />}
      {state === 'failed' ? (
        <p className="field-error">{words.settings.failed}</p>
      ) : holds ? (
        <Moves preview={preview} />
      ) : (
        <p>{words.settings.holdsNot}</p>
      )}
      <p className="notice-actions">{children}</p>
    </section>
  )
}

function Moves({ preview }: { readonly preview: PreviewAnswer }) {
  const { words } = useWords()
  const { state, items, signatures, rules, not_judged: notJudged } = preview
  const names: Readonly<Record<string, string>> = words.rules
  const moving = rules.filter(({ cease, come, change }) => cease + come + change > 0)
  if (rules.length + notJudged.length === 0) return <p>{words.settings.noRule}</p>
  return (
    <>
      {moving.map((rule) => (
        <Rule key={rule.rule} moves={rule} />
      ))}
      {moving.length === 0 && rules.length > 0 && state === 'done' && <p>{words.settings.nothing}</p>}
      {notJudged.length > 0 && (
        <p>{words.settings.notJudged(notJudged.map((rule) => names[rule] ?? rule).join(', '))}</p>
      )}
      {state === 'stopped' && <p>{words.settings.stopped}</p>}
      <p className="quiet">
        {state === 'done' ? words.settings.judgedAll(items, signatures) : words.settings.judgedSoFar(items, signatures)}
      </p>
      {state === 'running' && <progress aria-label={words.settings.previewing} />}
    </>
  )
}

function Rule({ moves }: { readonly moves: RuleMoves }) {
  const { words } = useWords()
  const names: Readonly<Record<string, string>> = words.rules
  const { rule, cease, come, change } = moves
  return (
    <div className="rule-moves">
      <h4>{names[rule] ?? rule}</h4>
      {cease > 0 && <Firsts says={words.settings.cease(cease)} firsts={moves.first_to_cease} />}
      {come > 0 && <Firsts says={words.settings.come(come)} firsts={moves.first_to_come} />}
      {change > 0 && <p>{words.settings.alters(change)}</p>}
    </div>
  )
}

/** The number, and the first of them by name with what would be answered. */
function Firsts({ says, firsts }: { readonly says: string; readonly firsts: RuleMoves['first_to_come'] }) {
  const { say } = useWords()
  return (
    <>
      <p>
        <strong>{says}</strong>
      </p>
      <ul className="lines">
        {firsts.map(({ subject: { kind, ref }, says: told }) => (
          <li key={ref}>
            <p>
              {kind === 'item' ? (
                <>
                  <RecordLink to={ref} /> {say(told)}
                </>
              ) : (
                <SaysSignature to={ref} says={say(told)} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
