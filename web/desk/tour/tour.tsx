/** The tour's bar: which step this is, its sentence, the ways back, on and out. It stays when the page is reloaded. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useSyncExternalStore } from 'react'
import { isBeside } from '../call/base.ts'
import { useWords } from '../words/language.tsx'
import { steps } from './steps.ts'

const key = 'headstamp-tour'
const listeners = new Set<() => void>()

function keep(step: number | null): void {
  if (step === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, String(step))
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The step that the tour is at, and the way to another; null: it is not under way. */
function useTour() {
  const navigate = useNavigate()
  const kept = useSyncExternalStore(listen, () => sessionStorage.getItem(key))
  const go = useCallback(
    (step: number) => {
      const to = steps[step]
      keep(to === undefined ? null : step)
      if (to !== undefined) void navigate(to.page)
    },
    [navigate],
  )
  const at = kept === null ? null : Number(kept)
  return { at: at !== null && at in steps ? at : null, go }
}

export function StartTour() {
  const { words } = useWords()
  const { at, go } = useTour()
  if (at !== null) return null
  return (
    <button type="button" className="button" onClick={() => go(0)}>
      {words.tour.start}
    </button>
  )
}

export function Tour() {
  const { words, say } = useWords()
  const { at, go } = useTour()
  const step = at === null ? undefined : steps[at]
  if (at === null || step === undefined) return null
  const isLast = at === steps.length - 1
  return (
    <section className="tour" aria-label={words.tour.title} aria-live="polite">
      <p>
        <span className="label">{words.tour.step(at + 1, steps.length)}</span> {say(step.says)}
      </p>
      <p className="tour-ways">
        {at > 0 && (
          <button type="button" className="button" onClick={() => go(at - 1)}>
            {words.tour.back}
          </button>
        )}
        {!isLast && (
          <button type="button" className="button button-main" onClick={() => go(at + 1)}>
            {words.tour.next}
          </button>
        )}
        {isLast && isBeside && (
          <a href="/import" className="button button-main" onClick={() => keep(null)}>
            {words.tour.mission}
          </a>
        )}
        <button type="button" className="button" onClick={() => keep(null)}>
          {words.tour.end}
        </button>
      </p>
    </section>
  )
}
