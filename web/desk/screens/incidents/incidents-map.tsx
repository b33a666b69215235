/** The incidents asked for, on a map. */
import { useQuery } from '@tanstack/react-query'
import { pointsQuery, type IncidentsAsked } from '../../call/queries.ts'
import { IncidentsOnMap } from '../../parts/incidents-on-map.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'
import { NoIncidents } from './no-incidents.tsx'

export function IncidentsMap({ asked }: { readonly asked: IncidentsAsked }) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(pointsQuery(language, asked))
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  const { points, unplaced, more } = data
  if (points.length + unplaced === 0) return <NoIncidents asked={asked} />
  const { map } = words.incidents
  const notes = [...(more ? [map.onlyLatest] : []), ...(unplaced > 0 ? [map.unplaced(unplaced)] : [])]
  return <IncidentsOnMap points={points} notes={notes} />
}
