/** How far a file is, while it is taken in; the page can be left alone. */
import type { ImportAnswer } from '#api/import-routes.ts'
import { useWords } from '../../words/language.tsx'

export function Progress({ seen: { state, progress } }: { readonly seen: ImportAnswer }) {
  const { words } = useWords()
  const said = {
    waiting: words.importing.waiting,
    taking: words.importing.taking(progress),
    judging: words.importing.judging(progress),
  }[state as 'waiting' | 'taking' | 'judging']
  return (
    <section className="section card" aria-live="polite">
      <p>
        <strong>{said}</strong>
      </p>
      <progress aria-label={said} />
      <p className="quiet">{words.importing.leave}</p>
    </section>
  )
}
