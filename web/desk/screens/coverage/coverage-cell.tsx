/** What happened in a month, how much of it was reached, and how much read. */
import type { Counts } from '#core/coverage/coverage.ts'
import { ShareBar } from '../../parts/share-bar.tsx'
import { useWords } from '../../words/language.tsx'

export type Level = 'class' | 'type' | 'marks'

export const readTo = (counts: Counts, level: Level): number => counts[`read_${level}`]

export function CoverageCell({ counts, level }: { readonly counts: Counts; readonly level: Level }) {
  const { words, language } = useWords()
  const { known, reached } = counts
  const read = readTo(counts, level)
  if (known === 0)
    return (
      <span className="month nothing-known">
        <span aria-hidden="true">·</span>
        <span className="unseen">{words.coverage.noneKnown}</span>
      </span>
    )
  return (
    <span className="month">
      <span className="unseen">{words.coverage.cell(known, reached, read)}</span>
      <span className="month-count" aria-hidden="true">
        {known.toLocaleString(language)}
      </span>
      <span className="month-of" aria-hidden="true">
        {reached.toLocaleString(language)} · {read.toLocaleString(language)}
      </span>
      {/* What was read of others’ finds need not have been reached. */}
      <ShareBar whole={known} parts={[Math.max(reached, read), read]} />
    </span>
  )
}
