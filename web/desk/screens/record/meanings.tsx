/** What an item's marks and lot can mean: every reading that the reference library knows. */
import type { RecordAnswer } from '#api/routes.ts'
import { MeaningList } from '../../parts/meaning-list.tsx'
import { useWords } from '../../words/language.tsx'

export function Meanings({ meanings }: { readonly meanings: NonNullable<RecordAnswer['meanings']> }) {
  const { words } = useWords()
  if (meanings.length === 0) return null
  return (
    <section className="section card">
      <h2>{words.record.meanings}</h2>
      <p className="quiet">{words.record.meaningsLead}</p>
      <MeaningList meanings={meanings} />
    </section>
  )
}
