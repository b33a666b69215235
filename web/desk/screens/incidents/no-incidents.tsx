/** No incident: the same for the table and the map. */
import type { IncidentsAsked } from '../../call/queries.ts'
import { NoneSuch } from '../../parts/none-such.tsx'
import { useWords } from '../../words/language.tsx'

export function NoIncidents({ asked }: { readonly asked: IncidentsAsked }) {
  const { words } = useWords()
  return (
    <NoneSuch asked={asked} all="/incidents" noneSuch={words.incidents.noneSuch} none={words.whatsNew.empty.title} />
  )
}
