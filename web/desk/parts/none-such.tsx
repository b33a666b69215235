/** No incident: none was ever recorded, or none is as asked for. */
import { Link } from '@tanstack/react-router'
import type { IncidentsAsked } from '../../call/queries.ts'
import { Empty } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'

export function NoIncidents({ asked }: { readonly asked: IncidentsAsked }) {
  const { words } = useWords()
  const isAsked = Object.values(asked).some((value) => value !== undefined)
  return isAsked ? (
    <Empty title={words.incidents.noneSuch}>
      <p>
        <Link to="/incidents" className="button">
          {words.incidents.showAll}
        </Link>
      </p>
    </Empty>
  ) : (
    <Empty title={words.whatsNew.empty.title}>
      <p>
        <Link to="/import" className="button button-main">
          {words.importing.title}
        </Link>
      </p>
    </Empty>
  )
}
