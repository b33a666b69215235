/** The incidents on a map, with a list of those in view: what the map shows can be read, and reached by keyboard. */
import { useComputedColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { OutlineAnswer, PointAnswer, PointsAnswer } from '#api/routes.ts'
import { outlinesQuery, pointsQuery, type IncidentsAsked } from '../../call/queries.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { sayDate } from '../../words/dates.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { NoIncidents } from './no-incidents.tsx'

const PointMap = lazy(async () => ({ default: (await import('../../map/point-map.tsx')).PointMap }))

export function IncidentsMap({ asked }: { readonly asked: IncidentsAsked }) {
  const { language } = useWords()
  const points = useQuery(pointsQuery(language, asked))
  const outlines = useQuery(outlinesQuery(language))
  const failed = [points, outlines].find(({ error, data }) => error !== null && data === undefined)
  if (failed !== undefined) return <Wrong error={failed.error} onAgain={() => void failed.refetch()} />
  if (points.data === undefined || outlines.data === undefined) return <Loading />
  const { points: placed, unplaced } = points.data
  if (placed.length + unplaced === 0) return <NoIncidents asked={asked} />
  return <Drawn answer={points.data} outlines={outlines.data} />
}

const mostListed = 30

function Drawn({ answer, outlines }: { readonly answer: PointsAnswer; readonly outlines: readonly OutlineAnswer[] }) {
  const { words } = useWords()
  const scheme = useComputedColorScheme('light')
  const [seen, setSeen] = useState<readonly number[]>([])
  const [picked, setPicked] = useState<readonly number[]>([])
  const points = useMemo(
    () => answer.points.map(({ ref, at, precision }) => ({ ref, at, isVague: vague.has(precision) })),
    [answer],
  )
  const areas = useMemo(
    () => outlines.map(({ name, kind, polygons }) => ({ name, isCountry: kind === 'country', polygons })),
    [outlines],
  )
  const shown = picked.length > 0 ? picked : seen
  const { map } = words.incidents
  return (
    <div className="mapped">
      <figure>
        <Suspense fallback={<div className="map" aria-busy="true" />}>
          <PointMap
            key={scheme}
            points={points}
            outlines={areas}
            words={map.controls}
            failed={<p className="map card">{map.cannotDraw}</p>}
            onView={(now) => {
              setSeen(now)
              setPicked([])
            }}
            onPick={setPicked}
          />
        </Suspense>
        <figcaption className="quiet">
          {[
            answer.more && map.onlyLatest,
            answer.unplaced > 0 && map.unplaced(answer.unplaced),
            points.some(({ isVague }) => isVague) && map.rings,
            map.source,
          ]
            .filter((sentence) => sentence !== false)
            .join(' ')}
        </figcaption>
      </figure>
      <section aria-labelledby="in-view" aria-live="polite">
        <h2 id="in-view">{picked.length > 0 ? map.here(picked.length) : map.inView(seen.length)}</h2>
        <ul className="places">
          {shown.slice(0, mostListed).map((index) => {
            const point = answer.points[index]
            return point && <Place key={point.ref} point={point} />
          })}
        </ul>
        {shown.length > mostListed && <p className="quiet">{map.closer(mostListed)}</p>}
      </section>
    </div>
  )
}

/** What is known is a region or a country, or nothing says how well it is known. */
const vague: ReadonlySet<string | null> = new Set(['admin', 'country'])

function Place({ point }: { readonly point: PointAnswer }) {
  const { words, say } = useWords()
  const told = [
    point.date === null ? words.incidents.undated : say(sayDate(point.date)),
    say(wordSaid(point.kind)),
    point.place,
  ]
  return (
    <li>
      <RecordLink to={point.ref} />
      <span className="quiet">{told.filter((part) => part !== null).join(', ')}</span>
    </li>
  )
}
