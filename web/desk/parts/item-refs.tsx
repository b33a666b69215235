/** The items of a line by their references: the first few, and how many more. */
import { useWords } from '../words/language.tsx'
import { RecordLink } from './record-link.tsx'

const shown = 3

export function ItemRefs({ refs }: { readonly refs: readonly string[] }) {
  const { words } = useWords()
  if (refs.length === 0) return null
  return (
    <span className="item-refs">
      {refs.slice(0, shown).map((ref) => (
        <RecordLink key={ref} to={ref} />
      ))}
      {refs.length > shown && <span>+ {words.finding.itemsOf(refs.length - shown)}</span>}
    </span>
  )
}
